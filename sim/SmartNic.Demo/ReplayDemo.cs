using System.Globalization;
using System.Text.Json;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <summary>The demo on recorded captures: what the kernel's VXLAN devices and the tenants' hosts
/// sent, through <c>snic capture replay</c> on both backends.</summary>
public sealed class ReplayDemo
{
    private static readonly string[] Backends = ["model", "sim"];
    private readonly DemoOptions _options;
    private readonly Progress _progress;
    private readonly IReadOnlyList<TenantPlan> _tenants;
    private readonly string[] _ports;

    private ReplayDemo(DemoOptions options, Progress progress)
    {
        (_options, _progress) = (FixtureRecorder.Small(options), progress);
        _tenants = TenantPlan.All(_options);
        _ports = [.. Ports(_options)];
    }

    /// <summary>Replays, and checks the outputs against the recorded inputs.</summary>
    /// <exception cref="DemoException">The captures are not there, or a replay failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(DemoOptions options, Progress progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.OutputFolder);
        new ReplayDemo(options, progress).Run(cancel);
    }

    /// <summary>Ports of which there are captures.</summary>
    internal static IEnumerable<string> Ports(DemoOptions options) =>
        ["wire", .. TenantPlan.All(options).Select(t => $"host.{t.Name}")];

    private void Run(CancellationToken cancel)
    {
        _progress.Step("replaying what an earlier run recorded from this program's own kernel peer:"
            + $" {_options.FixtureFolder}");
        foreach (string backend in Backends)
        {
            cancel.ThrowIfCancellationRequested();
            _progress.Step($"snic capture replay --backend {backend}");
            Replay(backend);
        }

        foreach (string file in _ports.Append("slow").Select(p => $"{p}.pcap")
            .Append("counters.json"))
        {
            _progress.Expect(
                File.ReadAllBytes(Output("model", file)).AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Output("sim", file))),
                $"{file}: model and sim give the same bytes");
        }

        CounterSnapshot counters = JsonSerializer.Deserialize(
            File.ReadAllText(Output("sim", "counters.json")), CounterJson.Default.CounterSnapshot)
            ?? throw new DemoException("the counters are empty");
        var measured = new Dictionary<string, double>();
        foreach (TenantPlan tenant in _tenants)
        {
            CheckReceive(tenant, counters.Tenants[tenant.Name], measured);
            CheckTransmit(tenant);
        }

        _progress.Text(string.Empty);
        _progress.Text(ResultTable.Format(_tenants, counters, measured));
        _progress.Text($"  captures: {_options.OutputFolder}/sim-*.pcap");
    }

    private void Replay(string backend)
    {
        string config = Path.Combine(_options.FixtureFolder, "gateway.yaml");
        Shell.Run(_options.SnicPath,
        [
            "capture", "replay", "--backend", backend, "--config", config,
            .. _ports.SelectMany(p => new[]
            {
                "--in", $"{p}={PortCaptures.PathOf(_options.FixtureFolder, p)}",
                "--out", $"{p}={Output(backend, $"{p}.pcap")}",
            }),
            "--out", $"slow={Output(backend, "slow.pcap")}",
            "--counters", Output(backend, "counters.json"),
        ]);
    }

    /// <summary>What the host got is what was in the tunnel, in order, less what the meter took.
    /// </summary>
    private void CheckReceive(
        TenantPlan tenant, TenantCounters counters, Dictionary<string, double> measured)
    {
        IReadOnlyList<StampedFrame> sent = VxlanFrame.Inner(
            StampedFrame.Read(PortCaptures.PathOf(_options.FixtureFolder, "wire")), tenant.Vni);
        IReadOnlyList<StampedFrame> got =
            StampedFrame.Read(Output("sim", $"host.{tenant.Name}.pcap"));
        ulong dropped = ResultTable.TotalDrops(counters);
        _progress.Expect(got.Count > 0 && IsSubsequence(got, sent)
            && (ulong)(sent.Count - got.Count) == dropped,
            $"{tenant.Name}: its host gets {got.Count} of {sent.Count} frames of VNI {tenant.Vni} "
            + $"unchanged, {dropped} drops are counted");
        if (tenant.RateBitsPerSecond == 0)
        {
            _progress.Expect(dropped == 0, $"{tenant.Name}: {dropped} drops in the gateway");
            return;
        }

        double rate = Measure(sent, got);
        measured[tenant.Name] = rate;
        double error = (rate / tenant.RateBitsPerSecond) - 1;
        _progress.Expect(Math.Abs(error) <= 0.01, string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant.Name}: {rate / 1e6:0.0000} Mbit/s pass of twice its rate, "
            + $"{error * 100:+0.00;-0.00} % from it (inner bytes without FCS)"));
    }

    /// <summary>What the host sent to the far host is in the tunnel, in order.</summary>
    private void CheckTransmit(TenantPlan tenant)
    {
        byte[] far = Convert.FromHexString(TenantPlan.FarMac.Replace(":", string.Empty));
        StampedFrame[] sent =
        [
            .. StampedFrame.Read(PortCaptures.PathOf(_options.FixtureFolder, $"host.{tenant.Name}"))
                .Where(f => f.Bytes.AsSpan(0, 6).SequenceEqual(far) && !Asks(f.Bytes)),
        ];
        string wire = Output("sim", "wire.pcap");
        IReadOnlyList<StampedFrame> got =
            VxlanFrame.Inner(StampedFrame.Read(wire), tenant.Vni);
        _progress.Expect(sent.Length > 0 && got.Count == sent.Length && IsSubsequence(got, sent),
            $"{tenant.Name}: {got.Count} of {sent.Length} frames of its host are in VXLAN "
            + $"{tenant.Vni}");
        if (Tshark.Count(wire, $"vxlan.vni == {tenant.Vni}") is { } seen)
        {
            _progress.Expect(seen == got.Count,
                $"{wire}: tshark reads {seen} frames as VXLAN {tenant.Vni}");
        }
    }

    /// <summary>ARP requests and neighbour solicitations go to the slow path, even to one host.
    /// </summary>
    private static bool Asks(byte[] frame) =>
        (frame[12] == 8 && frame[13] == 6 && frame[21] == 1)
        || (frame[12] == 0x86 && frame.Length > 54 && frame[20] == 58 && frame[54] == 135);

    private static bool IsSubsequence(
        IReadOnlyList<StampedFrame> part, IReadOnlyList<StampedFrame> whole)
    {
        int at = 0;
        foreach (StampedFrame frame in whole)
        {
            if (at < part.Count && part[at].TimeNs == frame.TimeNs
                && part[at].Bytes.AsSpan().SequenceEqual(frame.Bytes))
            {
                at++;
            }
        }

        return at == part.Count;
    }

    /// <summary>Rate of the load behind the gateway, bit/s, after the burst.</summary>
    private double Measure(IReadOnlyList<StampedFrame> sent, IReadOnlyList<StampedFrame> got)
    {
        ulong from = sent.First(VxlanFrame.IsLoad).TimeNs
            + (ulong)(_options.UdpWarmUpSeconds * 1e9);
        StampedFrame[] inside = [.. got.Where(f => VxlanFrame.IsLoad(f) && f.TimeNs >= from)];
        if (inside.Length < 2)
        {
            return 0;
        }

        // The first one starts the clock and is not counted.
        long bits = inside.Skip(1).Sum(f => f.Bytes.Length * 8L);
        return bits / ((inside[^1].TimeNs - inside[0].TimeNs) / 1e9);
    }

    private string Output(string backend, string file) =>
        Path.Combine(_options.OutputFolder, $"{backend}-{file}");
}
