using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What the transmit kernel decides, case by case.</summary>
public sealed class TxPipelineTests
{
    private const ulong Peer = TxWorld.Peer;
    private const ulong Own = TxWorld.Own;

    private readonly TxWorld _world = new();

    private Verdict Run(byte[] frame, bool slow = false, uint queue = 9) =>
        _world.Run(frame, slow, queue);

    private static byte[] Prefix(in Verdict v) => TxWorld.Prefix(v);

    [TestCase(42)]
    [TestCase(64)]
    [TestCase(1500)]
    [TestCase(9018)]
    public void BuildsTheOuterHeader(int bytes)
    {
        byte[] frame = Frames.UdpFrame(Peer, Own, bytes);
        Verdict v = Run(frame);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Wire));
        byte[] actual = [.. Prefix(v), .. frame];
        var port = BinaryPrimitives.ReadUInt16BigEndian(actual.AsSpan(34));
        Assert.That(port, Is.GreaterThanOrEqualTo(49152));
        byte[] ip = Frames.Ipv4("192.0.2.1", "192.0.2.2", 17,
            Frames.Udp(port, 4789, Frames.Vxlan(0xABCDEF, frame)));
        // The builder's identification is 0x1234; ours is 0, as DF is set (RFC 6864).
        ip[4] = ip[5] = ip[10] = ip[11] = 0;
        ip[6] = 0x40;
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(10), Frames.Checksum(ip.AsSpan(0, 20)));
        byte[] expected = Frames.Ethernet(0x020000000002, 0x020000000001, 0x0800, ip);
        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void FlowsSpreadOverSourcePorts()
    {
        var ports = Enumerable.Range(0, 1000).Select(i =>
            Prefix(Run(Frames.UdpFrame(Peer, Own, 100, (ushort)i))).AsSpan(34, 2).ToArray());
        int distinct = ports.DistinctBy(p => BinaryPrimitives.ReadUInt16BigEndian(p)).Count();
        Assert.That(distinct, Is.GreaterThan(900));
    }

    private static IEnumerable<TestCaseData> Punts()
    {
        TestCaseData Case(byte[] frame, PuntReason reason) =>
            new TestCaseData(frame, reason).SetArgDisplayNames(reason.ToString());
        yield return Case(Frames.Ethernet(0xFFFFFFFFFFFF, Own, 0x0806,
            Frames.Arp(1, Own, "10.0.0.1", 0, "10.0.0.2")), PuntReason.Arp);
        yield return Case(Frames.Ethernet(0x3333FF000001, Own, 0x86DD,
            Frames.Ipv6("fe80::1", "ff02::1:ff00:1", 58, Frames.Solicitation("fd00::1"))),
            PuntReason.Neighbour);
        yield return Case(Frames.UdpFrame(0xFFFFFFFFFFFF, Own, 60), PuntReason.Broadcast);
        yield return Case(Frames.UdpFrame(0x01005E000001, Own, 60), PuntReason.Multicast);
        yield return Case(Frames.UdpFrame(Peer + 1, Own, 60), PuntReason.UnknownUnicast);
    }

    [TestCaseSource(nameof(Punts))]
    public void Punt(byte[] frame, PuntReason reason)
    {
        Verdict v = Run(frame);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Slow));
        byte[] header = Prefix(v);
        Assert.That(header[2], Is.EqualTo((byte)reason));
        Assert.That(header[4..6], Is.EqualTo(new byte[] { 0, 7 }));
        Assert.That(header[9..12], Is.EqualTo(new byte[] { 0xAB, 0xCD, 0xEF }));
        Assert.That(header[15], Is.EqualTo(9));
    }

    private static byte[] Inject(
        InjectAction action, ulong mac, byte version = 1, byte tenant = 7)
    {
        var header = new byte[32];
        header[0] = version;
        header[1] = (byte)action;
        header[5] = tenant;
        header[11] = 100;
        header[13] = 21;
        header[15] = 9;
        return [.. header, .. Frames.UdpFrame(mac, Own, 64)];
    }

    [Test]
    public void AnInjectedFrameGoesOnWhereItSays()
    {
        var seen = Enum.GetValues<InjectAction>().Select(a =>
        {
            Verdict v = Run(Inject(a, a == InjectAction.Lookup ? Peer : 0xFFFFFFFFFFFF), true);
            return (v.Reason, (uint)v.PrefixBytes, (int)v.Resume, (uint)v.Length);
        });
        Assert.That(seen, Is.EqualTo(new[]
        {
            (Reasons.Wire, 50u, 32, 64u), (Reasons.Wire, 50u, 32, 64u),
            (Reasons.Wire, 0u, 32, 64u), (Reasons.Answer, 0u, 32, 64u),
        }));
    }

    [Test]
    public void AnInjectedFrameNamesItsTenantRightly([Values] InjectAction action)
    {
        Verdict other = Run(Inject(action, Peer, tenant: 8), true);
        Assert.That(other.Reason, Is.EqualTo(Reasons.BadInjection));
        Verdict nobody = Run(Inject(action, Peer, tenant: 0), true);
        Assert.That(nobody.Reason, Is.EqualTo(
            action == InjectAction.Wire ? Reasons.Wire : Reasons.BadInjection));
    }

    [Test]
    public void TheVniOfAnInjectedFrameIsTheTenants()
    {
        byte[] prefix = Prefix(Run(Inject(InjectAction.Encapsulate, Peer), true));
        Assert.That(prefix[46..49], Is.EqualTo(new byte[] { 0xAB, 0xCD, 0xEF }));
    }

    [Test]
    public void DropsWithAReason()
    {
        byte[] frame = Frames.UdpFrame(Peer, Own, 64);
        Assert.That(Run(frame, queue: 8).Reason, Is.EqualTo(Reasons.UnknownPort));
        Assert.That(Run(new byte[13]).Reason, Is.EqualTo(Reasons.BadFrame));
        Assert.That(Run(new byte[45], true).Reason, Is.EqualTo(Reasons.BadFrame));
        Assert.That(Run(Inject(InjectAction.Lookup, Peer, 2), true).Reason,
            Is.EqualTo(Reasons.BadInjection));
        Assert.That(Run(Inject(InjectAction.Lookup, Peer + 1), true).Reason,
            Is.EqualTo(Reasons.NoRoute), "never punted twice");
        Assert.That(Run(Frames.UdpFrame(Peer, Own, 9167)).Reason,
            Is.EqualTo(Reasons.Oversize));
        Assert.That(Run(Frames.UdpFrame(Peer, Own, 9166)).Reason,
            Is.EqualTo(Reasons.Wire));
    }
}
