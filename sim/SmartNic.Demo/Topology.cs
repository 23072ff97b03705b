using System.Text.Json.Nodes;

namespace SmartNic.Demo;

/// <summary>
/// The namespaces around the board: one for the wire with the kernel's VXLAN sockets, and for each
/// tenant one for its host here and one for its host on the far side.
/// </summary>
/// <remarks>
/// A VXLAN device keeps its socket in the namespace where it was made; moved to the tenant's, the
/// far hosts of all tenants have the same addresses and never meet.
/// </remarks>
public sealed class Topology : IDisposable
{
    private const int WireMtu = 1600;
    private readonly string _prefix;
    private readonly IReadOnlyList<TenantPlan> _tenants;

    /// <summary>Removes what an earlier run left, and makes the namespaces.</summary>
    /// <exception cref="DemoException">Not allowed here.</exception>
    public Topology(string prefix, IReadOnlyList<TenantPlan> tenants)
    {
        (_prefix, _tenants) = (prefix, tenants);
        Remove(prefix);
        RemovePairs();
        try
        {
            foreach (string name in Names())
            {
                Shell.Run("ip", "netns", "add", name);
                Shell.Run("ip", "-n", name, "link", "set", "lo", "up");
            }
        }
        catch
        {
            Remove(prefix);
            throw;
        }
    }

    /// <summary>Namespace on the wire side of the board.</summary>
    public string WireNamespace => $"{_prefix}-wire";

    /// <summary>Device of the wire.</summary>
    public string WireDevice => $"{_prefix}-w0";

    /// <summary>Namespace of a tenant's host here.</summary>
    public string HostNamespace(TenantPlan tenant) => $"{_prefix}-{tenant.Name}";

    /// <summary>Device of a tenant's host.</summary>
    public string HostDevice(TenantPlan tenant) => $"{_prefix}-{tenant.Name}";

    /// <summary>Namespace of a tenant's host on the far side.</summary>
    public string FarNamespace(TenantPlan tenant) => $"{_prefix}-{tenant.Name}-far";

    /// <summary>Whether namespaces and TAP devices may be made here; else why not.</summary>
    public static string? WhyNot(string prefix)
    {
        string name = $"{prefix}-try";
        Shell.Try("ip", "netns", "del", name);
        Shell.Result made = Shell.Try("ip", "netns", "add", name);
        if (made.ExitCode != 0)
        {
            return "network namespaces are refused: " + made.Error.Trim();
        }

        try
        {
            Shell.Result tap = Shell.Try(
                "ip", "-n", name, "tuntap", "add", "dev", "try0", "mode", "tap");
            Shell.Result vxlan = Shell.Try("ip", "-n", name, "link", "add", "try1", "type",
                "vxlan", "id", "1", "dstport", "4789", "remote", "192.0.2.1");
            return tap.ExitCode != 0 ? "TAP devices are refused: " + tap.Error.Trim()
                : vxlan.ExitCode != 0 ? "VXLAN devices are refused: " + vxlan.Error.Trim()
                : null;
        }
        finally
        {
            Shell.Try("ip", "netns", "del", name);
        }
    }

    /// <summary>Removes the namespaces of a prefix, with the devices in them.</summary>
    public static void Remove(string prefix)
    {
        Shell.Result list = Shell.Try("ip", "-j", "netns", "list");
        if (list.ExitCode != 0 || string.IsNullOrWhiteSpace(list.Output))
        {
            return;
        }

        foreach (JsonNode? entry in JsonNode.Parse(list.Output)!.AsArray())
        {
            if ((string?)entry?["name"] is { } name
                && name.StartsWith(prefix + "-", StringComparison.Ordinal))
            {
                EndProcesses(name);
                Shell.Try("ip", "netns", "del", name);
            }
        }
    }

    /// <summary>The board's end of a device that was made by <see cref="MakePairs"/>.</summary>
    public static string BoardEnd(string device) => $"{device}-b";

    /// <summary>Makes the devices as pairs, for a board that makes none itself: one end is the
    /// board's, without addresses.</summary>
    /// <exception cref="DemoException">The kernel refuses.</exception>
    public void MakePairs()
    {
        foreach (string device in Devices())
        {
            string board = BoardEnd(device);
            Shell.Run("ip", "link", "add", device, "type", "veth", "peer", "name", board);
            Shell.Run("ip", "link", "set", board, "addrgenmode", "none");
            Shell.Run("ip", "link", "set", board, "mtu", $"{WireMtu}", "up");
        }
    }

    /// <summary>Takes the board's devices into the namespaces and gives everybody addresses.
    /// </summary>
    /// <exception cref="DemoException">A device is not there, or the kernel refuses.</exception>
    public void Attach()
    {
        Take(WireDevice, WireNamespace, GatewayYaml.PeerMac, WireMtu,
            GatewayYaml.PeerIp, GatewayYaml.PeerIp6);
        foreach (TenantPlan tenant in _tenants)
        {
            Take(HostDevice(tenant), HostNamespace(tenant), TenantPlan.HostMac,
                TenantPlan.InnerMtu, TenantPlan.HostIp, TenantPlan.HostIp6);
            string device = $"vx-{tenant.Name}";
            Shell.Run("ip", "-n", WireNamespace, "link", "add", device, "type", "vxlan",
                "id", $"{tenant.Vni}", "local", tenant.PeerIp, "dstport", "4789",
                "dev", WireDevice, "nolearning", "udp6zerocsumrx");
            Take(device, FarNamespace(tenant), TenantPlan.FarMac, TenantPlan.InnerMtu,
                TenantPlan.FarIp, TenantPlan.FarIp6, WireNamespace);
            foreach (string mac in new[] { "00:00:00:00:00:00", TenantPlan.HostMac })
            {
                Shell.Run("bridge", "-n", FarNamespace(tenant), "fdb", "append", mac,
                    "dev", device, "dst", tenant.GatewayIp);
            }
        }
    }

    /// <summary>Gives both hosts of each tenant the other's address for good: nobody has to answer
    /// for it from then on.</summary>
    public void KnowEachOther()
    {
        foreach (TenantPlan tenant in _tenants)
        {
            Know(HostNamespace(tenant), HostDevice(tenant), TenantPlan.FarIp, TenantPlan.FarMac);
            Know(FarNamespace(tenant), $"vx-{tenant.Name}", TenantPlan.HostIp, TenantPlan.HostMac);
        }

        static void Know(string @namespace, string device, string ip, string mac) => Shell.Run(
            "ip", "-n", @namespace, "neigh", "replace", ip, "lladdr", mac, "dev", device,
            "nud", "permanent");
    }

    /// <summary>What the kernel gave to a device, dropped in its queue or not, and got from
    /// it.</summary>
    public static (long Sent, long Received) Frames(string @namespace, string device)
    {
        string text = Shell.Run("ip", "-n", @namespace, "-j", "-s", "link", "show", "dev", device);
        JsonNode stats = JsonNode.Parse(text)!.AsArray()[0]!["stats64"]!;
        return ((long)stats["tx"]!["packets"]! + (long)stats["tx"]!["dropped"]!,
            (long)stats["rx"]!["packets"]!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Remove(_prefix);
        RemovePairs();
    }

    /// <summary>Takes a device into a namespace, and gives it its addresses.</summary>
    /// <exception cref="DemoException">It is not there, or the kernel refuses.</exception>
    internal static void Take(string device, string @namespace, string mac, int mtu, string ip,
        string ip6, string? from = null)
    {
        string[] start = from is null ? [] : ["-n", from];
        Shell.Run("ip", [.. start, "link", "set", device, "netns", @namespace]);
        Shell.Run("ip", "-n", @namespace, "link", "set", device, "address", mac,
            "mtu", $"{mtu}", "up");
        Shell.Run("ip", "-n", @namespace, "addr", "add", $"{ip}/24", "dev", device);
        Shell.Run("ip", "-n", @namespace, "addr", "add", $"{ip6}/64", "dev", device, "nodad");
    }

    /// <summary>Ends what a killed run left running inside a namespace: nobody else is there.
    /// </summary>
    private static void EndProcesses(string @namespace)
    {
        string ids = Shell.Try("ip", "netns", "pids", @namespace).Output;
        foreach (string id in ids.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Shell.Try("/bin/sh", "-c", $"kill -KILL {int.Parse(id)}");
        }
    }

    /// <summary>Pairs that were not taken into a namespace, or whose namespace is not gone yet.
    /// </summary>
    private void RemovePairs()
    {
        foreach (string device in Devices().Select(BoardEnd)
            .Where(device => Directory.Exists($"/sys/class/net/{device}")))
        {
            Shell.Try("ip", "link", "del", device);
        }
    }

    private IEnumerable<string> Devices() => [WireDevice, .. _tenants.Select(HostDevice)];

    private IEnumerable<string> Names() =>
    [
        WireNamespace,
        .. _tenants.Select(HostNamespace),
        .. _tenants.Select(FarNamespace),
    ];
}
