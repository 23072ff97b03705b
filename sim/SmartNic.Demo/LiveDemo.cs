using System.Globalization;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <summary>The gateway with the Linux kernel's VXLAN devices on its wire.</summary>
public sealed class LiveDemo
{
    private const int CounterTries = 5;
    private readonly DemoOptions _options;
    private readonly Progress _progress;
    private readonly CancellationToken _cancel;
    private readonly IReadOnlyList<TenantPlan> _tenants;
    private readonly Topology _topology;
    private readonly Gateway _gateway;
    private readonly Dictionary<string, double> _measured = [];

    private LiveDemo(
        DemoOptions options, Progress progress, Topology topology, Gateway gateway,
        IReadOnlyList<TenantPlan> tenants, CancellationToken cancel)
    {
        (_options, _progress, _topology, _gateway) = (options, progress, topology, gateway);
        (_tenants, _cancel) = (tenants, cancel);
    }

    /// <summary>Runs the demo; every expectation is shown and kept in
    /// <paramref name="progress"/>. Whatever happens, nothing is left behind.</summary>
    /// <exception cref="DemoException">It could not be run to its end.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(DemoOptions options, Progress progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.OutputFolder);
        IReadOnlyList<TenantPlan> tenants = TenantPlan.All(options);
        using var running = new RunLock(options.Prefix);
        using var gateway = new Gateway(options);
        using var topology = new Topology(options.Prefix, tenants);
        new LiveDemo(options, progress, topology, gateway, tenants, cancel).Run();
    }

    private void Run()
    {
        Start();
        using IDisposable? recording = _options.Record
            ? new PortCaptures(_options.OutputFolder, _topology, _tenants)
            : null;
        WirePings();
        TenantPings();
        Files();
        Load();
        Finish();
    }

    private void Start()
    {
        string config = Path.Combine(_options.OutputFolder, "gateway.yaml");
        File.WriteAllText(config, GatewayYaml.Write(_options));
        bool isSoft = _options.Backend == DemoOptions.Soft;
        if (isSoft)
        {
            _topology.MakePairs();
        }

        _progress.Step(isSoft ? "starting the software board: snic board soft"
            : $"starting the simulated board: snic board sim --backend {_options.Backend}");
        string End(string device) => isSoft ? Topology.BoardEnd(device) : device;
        _gateway.StartBoard(config, End(_topology.WireDevice),
            _tenants.Select(t => (t.Name, End(_topology.HostDevice(t)))));
        _progress.Step($"attaching driver and slow path: snic board attach --config {config}");
        _gateway.Attach(config);
        _progress.Step("namespaces: the kernel's VXLAN devices on the wire, two hosts per tenant, "
            + $"all tenants with {TenantPlan.HostIp} and {TenantPlan.FarIp}");
        _topology.Attach();
    }

    private void WirePings()
    {
        using WireCapture capture = Capture("wire-pings.pcap");
        Ping("wire", _topology.WireNamespace, "the gateway", GatewayYaml.GatewayIp);
        Ping("wire", _topology.WireNamespace, "the gateway", GatewayYaml.GatewayIp6);
    }

    private void TenantPings()
    {
        string path = Path.Combine(_options.OutputFolder, "tenant-pings.pcap");
        using (WireCapture capture = Capture("tenant-pings.pcap"))
        {
            foreach (TenantPlan t in _tenants)
            {
                string host = _topology.HostNamespace(t);
                string far = _topology.FarNamespace(t);
                Ping($"{t.Name} host", host, "its far host", TenantPlan.FarIp);
                Ping($"{t.Name} far host", far, "its host", TenantPlan.HostIp);
                Ping($"{t.Name} host", host, "its far host", TenantPlan.FarIp6);
                Ping($"{t.Name} far host", far, "its host", TenantPlan.HostIp6);
            }
        }

        foreach (TenantPlan t in _tenants)
        {
            // Two families, two directions, a request and a reply each.
            int wanted = _options.Pings * 8;
            int? seen = Tshark.Count(path, $"vxlan.vni == {t.Vni} && (icmp || icmpv6.type >= 128 "
                + "&& icmpv6.type <= 129)");
            if (seen is null)
            {
                _progress.Step("tshark is not installed: the capture was not shown to it");
                return;
            }

            _progress.Expect(seen == wanted,
                $"{path}: tshark reads {seen} of {wanted} pings as VXLAN {t.Vni}");
        }
    }

    private void Files()
    {
        foreach (TenantPlan t in _tenants)
        {
            var file = new byte[_options.FileBytes];
            new Random((int)t.Vni).NextBytes(file);
            string host = _topology.HostNamespace(t);
            string far = _topology.FarNamespace(t);
            Move($"{t.Name}: host to far host", host, far, TenantPlan.FarIp, file);
            Move($"{t.Name}: far host to host", far, host, TenantPlan.HostIp, file);
        }
    }

    private void Load()
    {
        TenantPlan metered = _tenants.First(t => t.RateBitsPerSecond != 0);
        TenantPlan free = _tenants.First(t => t.RateBitsPerSecond == 0);
        double rate = metered.RateBitsPerSecond;
        double seconds = _options.UdpWarmUpSeconds + _options.UdpSeconds;
        _progress.Step(string.Create(CultureInfo.InvariantCulture,
            $"UDP from the far hosts for {seconds} s: {metered.Name} offers {2 * rate / 1e6} "
            + $"Mbit/s of its {rate / 1e6}, {free.Name} {rate / 2e6} Mbit/s"));
        using WireCapture capture = Capture("load.pcap", "-c", "4000");
        using UdpLoad twice = NewLoad(metered);
        using UdpLoad beside = NewLoad(free);
        Task<UdpLoad.Outcome> besideRun = Task.Run(
            () => beside.Run(rate / 2, seconds, _options.UdpWarmUpSeconds, _cancel), _cancel);
        UdpLoad.Outcome red = twice.Run(2 * rate, seconds, _options.UdpWarmUpSeconds, _cancel);
        UdpLoad.Outcome blue = besideRun.GetAwaiter().GetResult();
        _cancel.ThrowIfCancellationRequested();
        _measured[metered.Name] = red.MeasuredBitsPerSecond;
        _measured[free.Name] = blue.MeasuredBitsPerSecond;
        _progress.Expect(red.OfferedBitsPerSecond > 1.9 * rate, string.Create(
            CultureInfo.InvariantCulture,
            $"{metered.Name}: offered {red.OfferedBitsPerSecond / 1e6:0.00} Mbit/s, twice that"));
        double error = (red.MeasuredBitsPerSecond / rate) - 1;
        _progress.Expect(Math.Abs(error) <= 0.01, string.Create(
            CultureInfo.InvariantCulture,
            $"{metered.Name}: {red.MeasuredBitsPerSecond / 1e6:0.000} Mbit/s arrive at its host, "
            + $"{error * 100:+0.00;-0.00} % from its rate (inner bytes without FCS)"));
        _progress.Step($"{free.Name}: {blue.Received} of {blue.Sent} packets arrived beside it");
    }

    private void Finish()
    {
        // Replies and advertisements may still be on their way.
        Thread.Sleep(200);
        (CounterSnapshot counters, IReadOnlyDictionary<string, long> slow) = _gateway.Counters();
        for (int n = 0; n < CounterTries; n++)
        {
            (ulong @in, ulong @out, ulong lost) = Sums(counters);
            if (@in == @out + lost)
            {
                break;
            }

            // A frame of the kernel's own came between two counters.
            (counters, slow) = _gateway.Counters();
        }

        foreach (TenantPlan t in _tenants)
        {
            TenantCounters count = counters.Tenants[t.Name];
            _progress.Expect(count.Rx.Packets > 0 && count.Tx.Packets > 0,
                $"{t.Name}: counted in both directions");
            if (t.RateBitsPerSecond == 0)
            {
                ulong drops = ResultTable.TotalDrops(count);
                _progress.Expect(drops == 0, $"{t.Name}: {drops} drops in the gateway");
            }
        }

        (ulong sent, ulong left, ulong dropped) = Sums(counters);
        _progress.Expect(sent == left + dropped,
            $"{sent} frames entered the gateway, {left} left it, {dropped} were dropped");
        _progress.Expect(_gateway.IsRunning, "board and driver still run");
        _progress.Text(string.Empty);
        _progress.Text(ResultTable.Format(_tenants, counters, _measured));
        _progress.Text("  slow path: " + string.Join(' ',
            slow.Where(c => c.Value != 0).Select(c => $"{c.Key}={c.Value}")));
        if (_options.Backend != DemoOptions.Soft)
        {
            ShowTapLosses(counters);
        }

        _progress.Text($"  captures of the wire: {_options.OutputFolder}/*.pcap");
    }

    /// <summary>Frames in, frames out, and drops; no feature makes copies here.</summary>
    internal static (ulong In, ulong Out, ulong Dropped) Sums(CounterSnapshot counters)
    {
        ulong entered = 0, left = 0, dropped = 0;
        foreach (PortCounters port in counters.Ports.Values)
        {
            entered += port.In.Packets;
            left += port.Out.Packets;
        }

        foreach (ulong count in counters.Drops.Values)
        {
            dropped += count;
        }

        return (entered, left, dropped);
    }

    /// <summary>What lies between the kernel's counters and the board's was lost in the queues of
    /// the TAP devices: the simulated board is slower than a wire.</summary>
    private void ShowTapLosses(CounterSnapshot counters)
    {
        (long Sent, long Received)[] hosts = [.. _tenants.Select(
            t => Topology.Frames(_topology.HostNamespace(t), _topology.HostDevice(t)))];
        (long Sent, long Received) wire =
            Topology.Frames(_topology.WireNamespace, _topology.WireDevice);
        PortCounters host = counters.Ports["host.0"];
        _progress.Text("  lost at TAP queues, outside the gateway: "
            + $"wire to board {wire.Sent - (long)counters.Ports["wire.0"].In.Packets}, "
            + $"board to wire {(long)counters.Ports["wire.0"].Out.Packets - wire.Received}, "
            + $"hosts to board {hosts.Sum(h => h.Sent) - (long)host.In.Packets}, "
            + $"board to hosts {(long)host.Out.Packets - hosts.Sum(h => h.Received)}");
    }

    private void Ping(string who, string @namespace, string whom, string address)
    {
        (int answered, double meanMs) = PingTest.Run(
            @namespace, address, _options.Pings, _cancel);
        _progress.Expect(answered == _options.Pings, string.Create(
            CultureInfo.InvariantCulture,
            $"{who} pings {whom} {address}: {answered}/{_options.Pings}, mean {meanMs:0.00} ms"));
        if (answered == 0)
        {
            throw new DemoException($"{who} does not reach {whom}: the rest would only fail "
                + $"later; logs are in {_options.OutputFolder}");
        }
    }

    private void Move(string what, string from, string to, string address, byte[] file)
    {
        FileTransfer.Outcome outcome = FileTransfer.Run(from, to, address, file, _cancel);
        double seconds = outcome.Time.TotalSeconds;
        _progress.Expect(outcome.Intact, string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {outcome.Bytes} of {file.Length} bytes by TCP in {seconds:0.0} s, "
            + $"{(outcome.Intact ? "checksum equal" : outcome.Error ?? "checksum differs")}"));
    }

    private UdpLoad NewLoad(TenantPlan tenant) => new(
        _topology.FarNamespace(tenant), _topology.HostNamespace(tenant), TenantPlan.HostIp,
        _options.UdpPayloadBytes);

    private WireCapture Capture(string file, params string[] options) => new(
        _topology.WireNamespace, _topology.WireDevice,
        Path.Combine(_options.OutputFolder, file), options);
}
