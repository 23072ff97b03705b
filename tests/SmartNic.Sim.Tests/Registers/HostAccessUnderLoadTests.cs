using SmartNic.Kernels;
using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Registers;

/// <summary>
/// The host reads counters and meters while a header enters every clock: it gets its answer in
/// bounded time, and changes nothing.
/// </summary>
public sealed class HostAccessUnderLoadTests
{
    private const int Frames = 4000;
    private const uint Tenant = 1;

    /// <summary>
    /// 64 clocks until an access starves, then the way of the idle clock through ingress, kernel
    /// and egress, the access itself, and the bus with its polling.
    /// </summary>
    private const ulong MaxAccessClocks = 64 + 60 + 40;

    private static IEnumerable<uint> Counters() =>
    [
        CounterIndex.Of(0, Outcome.Unsupported), CounterIndex.Of(Reasons.NotTunnel),
    ];

    /// <summary>Every frame counts on one counter of each kind.</summary>
    [TestCaseSource(nameof(Counters))]
    public void ClearingACounterLosesNoEvent(uint counter)
    {
        using SimCore core = new(SimBuild.Gateway());
        byte[] frame = Testing.Frames.Ethernet(2, 4, 0x88B5, new byte[46]);
        for (int n = 0; n < Frames; n++)
        {
            core.Push(new PortId(PortKind.Wire, 0, 0), 0, (ushort)n, frame);
        }

        InterfaceAccess access = new(core, 0);
        (ulong packets, ulong bytes, ulong longest, int count) = (0, 0, 0, 0);
        while (core.Waiting(PortKind.Wire, 0) > 0)
        {
            ulong before = core.Clocks;
            var read = access.ReadCounter(false, counter, clear: true);
            longest = Math.Max(longest, core.Clocks - before);
            packets += read.Packets;
            bytes += read.Bytes;
            count++;
        }

        Assert.That(core.Run(100_000), Is.True);
        var rest = access.ReadCounter(false, counter);
        TestContext.Out.WriteLine($"{count} accesses, the longest took {longest} clocks");
        Assert.That(packets + rest.Packets, Is.EqualTo(Frames));
        Assert.That(bytes + rest.Bytes, Is.EqualTo((ulong)Frames * (ulong)frame.Length));
        Assert.That(longest, Is.GreaterThan(64).And.LessThanOrEqualTo(MaxAccessClocks));
        Assert.That(count, Is.GreaterThan(10));
    }

    [Test]
    public void ReadingAMeterChangesNoVerdict()
    {
        using SimCore core = new(SimBuild.Gateway());
        using ModelBoard model = new();
        Program(core);
        Program(model.Bar);
        core.LogAccepted(true);

        // One beat each: 50 bytes of tunnel and an inner Ethernet header, a header every clock.
        byte[] frame = Testing.Frames.VxlanFrame("192.168.202.1", "192.168.203.1", 100,
            Testing.Frames.Ethernet(6, 8, 0x88B5, []));
        Assert.That(frame, Has.Length.EqualTo(64));
        for (int n = 0; n < Frames; n++)
        {
            core.Push(new PortId(PortKind.Wire, 0, 0), 0, (ushort)n, frame);
        }

        InterfaceAccess access = new(core, 0);
        ulong longest = 0;
        uint[] state = new uint[TableLayouts.RxMeterState.Words];
        while (core.Waiting(PortKind.Wire, 0) > 0)
        {
            ulong before = core.Clocks;
            access.ReadEntry(TableLayouts.RxMeterState.Id, Tenant, state);
            longest = Math.Max(longest, core.Clocks - before);
        }

        Assert.That(core.Run(100_000), Is.True);
        TestContext.Out.WriteLine($"the longest access took {longest} clocks");
        Assert.That(longest, Is.GreaterThan(64).And.LessThanOrEqualTo(MaxAccessClocks));
        while (core.TryPopAccepted(out SimFrame accepted))
        {
            model.Inject(accepted.Port, accepted.TimeNs, accepted.Tag, frame);
        }

        AssertSameOutput(core, model);
        AssertSameState(access, new InterfaceAccess(model.Bar, 0));
    }

    private static void AssertSameOutput(SimCore core, ModelBoard model)
    {
        List<string> sim = [];
        byte[] buffer = new byte[SimCore.MaxFrameBytes];
        while (core.TryPop(buffer, out SimFrame f))
        {
            sim.Add(Line(f.Port, f.TimeNs, f.Tag, buffer.AsSpan(0, f.LengthBytes)));
        }

        List<string> native = [];
        model.Drain((port, time, tag, bytes) => native.Add(Line(port, time, tag, bytes)));
        Assert.That(sim, Is.EqualTo(native));
        Assert.That(sim, Has.Count.GreaterThan(100).And.Count.LessThan(Frames));
    }

    private static void AssertSameState(InterfaceAccess sim, InterfaceAccess model)
    {
        foreach (Outcome outcome in CounterReader.Outcomes)
        {
            uint index = CounterIndex.Of((ushort)Tenant, outcome);
            Assert.That(sim.ReadCounter(false, index), Is.EqualTo(model.ReadCounter(false, index)));
        }

        uint[] simState = new uint[TableLayouts.RxMeterState.Words];
        uint[] modelState = new uint[TableLayouts.RxMeterState.Words];
        sim.ReadEntry(TableLayouts.RxMeterState.Id, Tenant, simState);
        model.ReadEntry(TableLayouts.RxMeterState.Id, Tenant, modelState);
        Assert.That(simState, Is.EqualTo(modelState));
        Assert.That(simState, Has.Some.Not.Zero);
    }

    private static string Line(PortId port, ulong time, ushort tag, ReadOnlySpan<byte> bytes) =>
        $"{port} {time} {tag} {Convert.ToHexString(bytes)}";

    // One endpoint, one VNI, and a meter of 1 byte per 8 ns with a burst of 2 KiB.
    private static void Program(IBar bar)
    {
        InterfaceAccess access = new(bar, 0);
        const uint Ip = 0xC0A8CB01;
        const ulong HashKey = 0x0123456789ABCDEF;
        bar.Write32(GlobalRegisters.HashKey0Lo, unchecked((uint)HashKey));
        bar.Write32(GlobalRegisters.HashKey0Hi, (uint)(HashKey >> 32));
        ExactBucket<EndpointKey, EndpointValue> endpoint = default;
        endpoint.E0.Gen = (Hls.Language.U2)3;
        endpoint.E0.Key.Ip = IpNumber.Mapped(Ip);
        endpoint.E0.Value0.UdpPort = Protocol.VxlanPort;
        uint[] words = new uint[TableLayouts.RxEndpointA.Words];
        TableLayouts.RxEndpointA.Pack(endpoint, words);
        access.WriteEntry(TableLayouts.RxEndpointA.Id,
            ExactMatch.Buckets(endpoint.E0.Key, HashKey).A % (uint)TableLayouts.RxEndpointA.Depth,
            words);

        ExactBucket<VniKey, VniValue> vni = default;
        vni.E3.Gen = (Hls.Language.U2)3;
        vni.E3.Key.Vni = (Hls.Language.U24)100;
        vni.E3.Value0.Tenant = (Hls.Language.U12)Tenant;
        vni.E3.Value0.Queue = (Hls.Language.U12)Tenant;
        words = new uint[TableLayouts.RxVniB.Words];
        TableLayouts.RxVniB.Pack(vni, words);
        access.WriteEntry(TableLayouts.RxVniB.Id,
            ExactMatch.Buckets(vni.E3.Key, HashKey).B % (uint)TableLayouts.RxVniB.Depth, words);

        ReceivePolicy policy = default;
        policy.AnySource = true;
        words = new uint[TableLayouts.RxPolicy.Words];
        TableLayouts.RxPolicy.Pack(policy, words);
        access.WriteEntry(TableLayouts.RxPolicy.Id, Tenant, words);

        const ulong TimePerByte = 8UL << 20;
        MeterConfig meter = default;
        meter.Enabled = true;
        meter.StartFull = true;
        meter.Epoch = 1;
        meter.CirTimePerByte = (Hls.Language.U37)TimePerByte;
        meter.PirTimePerByte = (Hls.Language.U37)TimePerByte;
        meter.CbsTime = (Hls.Language.U51)(2048 * TimePerByte);
        meter.PbsTime = (Hls.Language.U51)(2048 * TimePerByte);
        words = new uint[TableLayouts.RxMeter.Words];
        TableLayouts.RxMeter.Pack(meter, words);
        access.WriteEntry(TableLayouts.RxMeter.Id, Tenant, words);
    }
}
