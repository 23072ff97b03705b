using SmartNic.Demo;
using SmartNic.Guest;
using SmartNic.Guest.Machine;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>Debian's kernel in a guest, with a tunnel device for each plan: the gateway's peer on
/// the wire.</summary>
/// <remarks>Its TAP device is a port of a bridge, whose other port is the wire of a board.
/// </remarks>
internal sealed class PeerGuest : IDisposable
{
    /// <summary>Start of the names of namespaces and devices.</summary>
    public const string Prefix = "snicg";

    /// <summary>The bridge that the wire of a board belongs to.</summary>
    public const string Bridge = Prefix + "-br";

    /// <summary>The guest's device here.</summary>
    public const string Tap = Prefix + "-tap";

    private static readonly string[] Modules =
    [
        "virtio_pci", "virtio_net", "vxlan", "geneve", "ip_gre", "ip6_gre", "sit", "ip6_tunnel",
        "sch_ingress", "cls_u32", "cls_matchall", "act_pedit", "crc32c_generic", "act_csum",
        "act_tunnel_key",
    ];

    private readonly RunLock _running = new(Prefix);
    private readonly VirtualMachine _machine;

    /// <summary>Boots the guest; all tunnels are up then.</summary>
    /// <exception cref="DemoException">It does not boot, or has no such tunnel.</exception>
    public PeerGuest(string kernel, string folder)
    {
        string initramfs = Path.Combine(folder, "initramfs.gz");
        Initramfs.Build(
            initramfs, ((string[])["ip", "tc", "socat"]).Select(name => Shell.Find(name)!),
            KernelModules.InOrder(Path.GetDirectoryName(kernel)!, Modules),
            new Dictionary<string, byte[]> { ["/etc/guest.sh"] = Script() });
        RemoveDevices();
        Shell.Run("ip", "link", "add", Bridge, "type", "bridge", "mcast_snooping", "0");
        Shell.Run("ip", "tuntap", "add", "dev", Tap, "mode", "tap");
        Join(Tap);
        Shell.Run("ip", "link", "set", Bridge, "addrgenmode", "none", "up");
        _machine = new VirtualMachine(
            kernel, initramfs, Path.Combine(folder, "console.log"),
            "-netdev", $"tap,id=wire,ifname={Tap},script=no,downscript=no",
            "-device", $"virtio-net-pci,netdev=wire,romfile=,mac={GatewayYaml.PeerMac}");
        try
        {
            Said = _machine.WaitForBoot();
            foreach (TunnelPlan tunnel in TunnelPlan.All)
            {
                Add(tunnel);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What it said while it booted.</summary>
    public string Said { get; }

    /// <summary>Makes a device that belongs to the wire a port of the bridge.</summary>
    public static void Join(string device) => Shell.Run(
        "ip", "link", "set", device, "addrgenmode", "none", "mtu", "1600", "master", Bridge, "up");

    /// <summary>Lets the guest's device be a board's wire by itself, for long frames.</summary>
    /// <param name="mtu">Of the wire.</param>
    /// <param name="innerMtu">Of the tunnels.</param>
    public void Leave(int mtu, int innerMtu)
    {
        Shell.Run("ip", "link", "set", Tap, "nomaster", "mtu", $"{mtu}");
        SetMtu(mtu, innerMtu);
    }

    /// <summary>Makes it a port of the bridge again.</summary>
    public void Return()
    {
        Join(Tap);
        SetMtu(1600, TenantPlan.InnerMtu);
    }

    /// <summary>Makes the guest's end of a tunnel.</summary>
    public void Add(TunnelPlan tunnel)
    {
        Run($"tunnel {tunnel.Name} {string.Join(' ', tunnel.LinkType)}");
        if (tunnel.AnyFlow)
        {
            Run($"steer {tunnel.Name} {tunnel.Key} {tunnel.PeerIp} {tunnel.GatewayIp}");
        }
    }

    /// <summary>Runs a line in the guest's shell.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="DemoException">It failed, with what it printed.</exception>
    public string Run(string line)
    {
        VirtualMachine.CommandResult result = _machine.Run(line);
        return result.ExitCode == 0 ? result.Output.Trim() : throw new DemoException(
            $"in the guest: {line}: exit code {result.ExitCode}: {result.Output}");
    }

    /// <summary>Pings from the far host of a tunnel.</summary>
    /// <returns>How many were answered.</returns>
    public int Ping(TunnelPlan tunnel, string address, int count)
    {
        string said =
            Run($"ip netns exec {tunnel.Name} ping -q -c {count} -A -W 1 {address}; true");
        string[] words = said.Split(' ');
        int at = Array.IndexOf(words, "packets", Array.IndexOf(words, "transmitted,"));
        return at < 1 ? throw new DemoException($"no ping: {said}") : int.Parse(words[at - 1]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _machine.Dispose();
        RemoveDevices();
        _running.Dispose();
    }

    private void SetMtu(int mtu, int innerMtu)
    {
        Run($"ip link set eth0 mtu {mtu}");
        foreach (TunnelPlan tunnel in TunnelPlan.All)
        {
            Run($"ip -n {tunnel.Name} link set {tunnel.Name} mtu {innerMtu}");
        }
    }

    private static void RemoveDevices()
    {
        foreach (string device in new[] { Tap, Bridge }
            .Where(device => Directory.Exists($"/sys/class/net/{device}")))
        {
            Shell.Try("ip", "link", "del", device);
        }
    }

    private static byte[] Script()
    {
        using Stream stream = typeof(PeerGuest).Assembly.GetManifestResourceStream("guest.sh")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
