using System.Globalization;
using SmartNic.Demo;
using SmartNic.Driver;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>A board whose wire is the guest's, and a namespace for the host of each tenant.
/// </summary>
internal sealed class PeerBoard : IDisposable
{
    private const string Wire = PeerGuest.Prefix + "-w0";
    private readonly bool _isSoft;
    private readonly bool _isDirect;
    private readonly int _innerMtu;
    private readonly Gateway _gateway;
    private readonly IReadOnlyList<TunnelPlan> _tunnels;

    /// <summary>Starts a board and attaches the gateway.</summary>
    /// <param name="backend">What it is made of.</param>
    /// <param name="tunnels">Its tenants.</param>
    /// <param name="isDirect">Whether the wire is the guest's device itself, not a port of its
    /// bridge.</param>
    /// <param name="innerMtu">MTU of the hosts.</param>
    public PeerBoard(
        string backend, IReadOnlyList<TunnelPlan> tunnels, bool isDirect = false,
        int innerMtu = TenantPlan.InnerMtu)
    {
        (_tunnels, _isDirect, _innerMtu) = (tunnels, isDirect, innerMtu);
        _isSoft = backend == DemoOptions.Soft;
        string folder = Path.Combine(
            PeerSetUp.Folder, $"guest-{backend}{(isDirect ? "-direct" : "")}");
        Directory.CreateDirectory(folder);
        RemoveDevices();
        _gateway = new Gateway(new DemoOptions
        {
            OutputFolder = folder, SnicPath = Paths.Snic(), FixtureFolder = Paths.Fixtures(),
            Backend = backend,
        });
        try
        {
            Start(Path.Combine(folder, "gateway.yaml"));
            Dump = new BackgroundProcess("tcpdump", Path.Combine(folder, "wire.log"), "tcpdump",
                "-i", isDirect ? PeerGuest.Tap : Wire, "-w", Path.Combine(folder, "wire.pcap"),
                "-s", "200", "-U", "-Z", "root");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The other end of the wire: frames of the board come in here.</summary>
    public static string WireDevice => Wire;

    private BackgroundProcess? Dump { get; }

    /// <summary>The namespace of a tenant's host.</summary>
    public static string HostNamespace(TunnelPlan tunnel) => $"{PeerGuest.Prefix}-{tunnel.Name}";

    /// <summary>The device in it.</summary>
    public static string HostDevice(TunnelPlan tunnel) => HostNamespace(tunnel);

    /// <summary>What the kernel got from the board's wire.</summary>
    public static long FramesFromBoard() => long.Parse(
        File.ReadAllText($"/sys/class/net/{Wire}/statistics/rx_packets"),
        CultureInfo.InvariantCulture);

    /// <summary>All counters now.</summary>
    public CounterSnapshot Counters() => _gateway.Counters().Board;

    /// <summary>Whether board and gateway run.</summary>
    public bool IsRunning => _gateway.IsRunning;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dump?.Dispose();
        _gateway.Dispose();
        RemoveDevices();
    }

    private void Start(string config)
    {
        File.WriteAllText(config, PeerYaml.Write(_tunnels));
        if (_isSoft)
        {
            IEnumerable<string> hosts = _tunnels.Select(HostDevice);
            foreach (string device in _isDirect ? hosts : hosts.Append(Wire))
            {
                string board = Topology.BoardEnd(device);
                Shell.Run("ip", "link", "add", device, "type", "veth", "peer", "name", board);
                Shell.Run("ip", "link", "set", board, "addrgenmode", "none", "mtu",
                    $"{Math.Max(1600, _innerMtu)}", "up");
            }
        }

        string End(string device) => _isSoft ? Topology.BoardEnd(device) : device;
        _gateway.StartBoard(config, _isDirect ? PeerGuest.Tap : End(Wire),
            _tunnels.Select(t => (t.Name, End(HostDevice(t)))));
        _gateway.Attach(config);
        if (!_isDirect)
        {
            PeerGuest.Join(Wire);
        }

        foreach (TunnelPlan tunnel in _tunnels)
        {
            Shell.Run("ip", "netns", "add", HostNamespace(tunnel));
            Topology.Take(HostDevice(tunnel), HostNamespace(tunnel), TenantPlan.HostMac,
                _innerMtu, TenantPlan.HostIp, TenantPlan.HostIp6);
        }
    }

    private static void RemoveDevices()
    {
        Topology.Remove(PeerGuest.Prefix);
        foreach (string device in TunnelPlan.All.Select(HostDevice).Append(Wire)
            .SelectMany(device => new[] { device, Topology.BoardEnd(device) })
            .Where(device => Directory.Exists($"/sys/class/net/{device}")))
        {
            Shell.Try("ip", "link", "del", device);
        }
    }
}
