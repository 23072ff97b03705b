using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// GRE and IP in IP, over both IP versions, both ways, against frames of another hand.
/// </summary>
public sealed class LinkTests
{
    private const uint Key = 0xC0FFEE42;
    private const ulong Station = 0x02AA00000009;
    private const ulong Gateway = 0x02AA000000FE;

    private static IEnumerable<TestCaseData> Carried()
    {
        foreach (int outer in (int[])[4, 6])
        {
            foreach (int inner in (int[])[4, 6])
            {
                yield return new TestCaseData(TunnelKind.Ipip, null, outer, inner);
                yield return new TestCaseData(TunnelKind.Gre, null, outer, inner);
                yield return new TestCaseData(TunnelKind.Gre, Key, outer, inner);
                yield return new TestCaseData(TunnelKind.Gre, 0u, outer, inner);
            }
        }
    }

    [TestCaseSource(nameof(Carried))]
    public void EndsIpWithoutEthernet(TunnelKind kind, uint? key, int outer, int inner)
    {
        RxWorld world = new();
        world.Link(kind, outer, key);
        byte[] packet = Inner(inner, 60);
        byte[] frame = Wire(kind, key, outer, inner, packet);
        Verdict v = world.Run([.. frame, 0xEE, 0xEE]);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Host));
        Assert.That(TxWorld.Edited(v, frame),
            Is.EqualTo(Frames.Ethernet(Station, Gateway, TypeOf(inner), packet)));
        Assert.That(((uint)v.Tenant, (uint)v.Queue), Is.EqualTo((8, 11)));
        Assert.That((uint)v.CountBytes, Is.EqualTo(14 + packet.Length));
    }

    [Test]
    public void CongestionIsTold(
        [Values(4, 6)] int outer, [Values(4, 6)] int inner, [Values(1, 2, 3)] int inside,
        [Values(0, 1, 2, 3)] int outside)
    {
        RxWorld world = new();
        world.Link(TunnelKind.Ipip, outer);
        byte[] packet = Frames.Traffic(Inner(inner, 60), (byte)(0xB8 | inside));
        byte[] frame = Wire(TunnelKind.Ipip, null, outer, inner, packet, (byte)outside);
        byte[] actual = TxWorld.Edited(world.Run(frame), frame);
        int ecn = outside == 3 ? 3 : outside == 1 & inside == 2 ? 1 : inside;
        byte[] expected = Frames.Traffic(Inner(inner, 60), (byte)(0xB8 | ecn));
        Assert.That(actual,
            Is.EqualTo(Frames.Ethernet(Station, Gateway, TypeOf(inner), expected)));
    }

    [Test]
    public void GretapIsALinksOrAVsid(
        [Values(4, 6)] int outer, [Values] bool nvgre, [Values(null, Key, 100u << 8)] uint? key,
        [Values] bool linked, [Values] bool numbered)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, nvgre: nvgre);
        if (linked)
        {
            world.Link(TunnelKind.Gretap, outer, key);
        }

        byte[] inner = Frames.UdpFrame(2, 4, 100);
        byte[] frame = TunnelKindTests.Ip(
            outer, 47, Frames.Gre(0x6558, inner, key, numbered ? 17u : null));
        Verdict v = world.Run(frame);
        bool isVsid = nvgre & key is not null & !numbered;
        Assert.That(v.Reason, Is.EqualTo(linked | (isVsid & key == 100u << 8) ? Reasons.Host
            : isVsid ? Reasons.UnknownVni : Reasons.UnknownLink));
        Assert.That(v.Reason != Reasons.Host || TxWorld.Edited(v, frame).SequenceEqual(inner));
        Assert.That(((uint)v.Tenant, (uint)v.Queue), Is.EqualTo(
            linked ? (8, 11) : v.Reason == Reasons.Host ? (7, 9) : (0, 0)));
    }

    [TestCase(TunnelKind.Gre, null)]
    [TestCase(TunnelKind.Gre, Key)]
    [TestCase(TunnelKind.Ipip, null)]
    public void AnotherLinkIsNotThisOne(TunnelKind kind, uint? key)
    {
        RxWorld world = new();
        byte[] frame = Wire(kind, key, 4, 4, Inner(4, 60));
        world.Link(kind, 6, key);
        world.Link(kind == TunnelKind.Gre ? TunnelKind.Ipip : TunnelKind.Gre, 4, key);
        world.Link(kind, 4, key is null ? 0 : null);
        world.Link(kind, 4, Key ^ 1);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.UnknownLink));
        world.Link(kind, 4, key);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.Host));
    }

    private static IEnumerable<TestCaseData> Lies()
    {
        TestCaseData Case(byte[] packet, int inner, Reason reason, string name) =>
            new TestCaseData(Wire(TunnelKind.Ipip, null, 4, inner, packet), reason)
                .SetArgDisplayNames(name);
        byte[] four = Inner(4, 60);
        byte[] six = Inner(6, 60);
        yield return Case(four[..19], 4, Reasons.InnerHeader, "19 bytes");
        yield return Case([], 4, Reasons.InnerHeader, "nothing");
        yield return Case(six[..39], 6, Reasons.InnerHeader, "39 bytes");
        yield return Case(six, 4, Reasons.InnerHeader, "IPv6 as IPv4");
        yield return Case(four, 6, Reasons.InnerHeader, "IPv4 as IPv6");
        yield return Case(four[..^1], 4, Reasons.InnerLength, "IPv4 cut");
        yield return Case(six[..^1], 6, Reasons.InnerLength, "IPv6 cut");
        yield return Case([.. four[..2], 0, 19, .. four[4..]], 4, Reasons.InnerLength,
            "IPv4 shorter than its header");
        yield return Case([.. four, 1, 2, 3], 4, Reasons.Host, "bytes behind the packet");
    }

    [TestCaseSource(nameof(Lies))]
    public void LiesAreTold(byte[] frame, Reason reason)
    {
        RxWorld world = new();
        world.Link(TunnelKind.Ipip, 4);
        Verdict v = world.Run(frame);
        Assert.That(v.Reason, Is.EqualTo(reason));
        Assert.That(reason != Reasons.Host || TxWorld.Edited(v, frame).Length == 14 + 88);
    }

    [TestCaseSource(nameof(Carried))]
    public void StartsIpWithoutEthernet(TunnelKind kind, uint? key, int outer, int inner)
    {
        TxWorld world = new();
        world.Via(kind, LocalOf(outer), RemoteOf(outer), key: key);
        byte[] packet = Frames.Traffic(Inner(inner, 60), 0x02);
        byte[] frame = Frames.Ethernet(TxWorld.Peer, TxWorld.Own, TypeOf(inner), packet);
        Verdict v = world.Run([.. frame, 0xEE]);
        byte[] actual = TxWorld.Edited(v, frame);
        byte[] payload = kind == TunnelKind.Ipip ? packet : Frames.Gre(TypeOf(inner), packet, key);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Wire));
        Assert.That(actual, Is.EqualTo(Sent(outer, ProtocolOf(kind, inner), payload, actual)));
    }

    [Test]
    public void StartsGretap([Values(4, 6)] int outer, [Values(null, Key)] uint? key)
    {
        TxWorld world = new();
        world.Via(TunnelKind.Gretap, LocalOf(outer), RemoteOf(outer), key: key);
        byte[] inner = Frames.InnerTraffic(
            Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100), 0x02);
        byte[] actual = TxWorld.Edited(world.Run(inner), inner);
        Assert.That(actual, Is.EqualTo(Sent(outer, 47, Frames.Gre(0x6558, inner, key), actual)));
    }

    private static IEnumerable<TestCaseData> NotIp()
    {
        TestCaseData Case(byte[] frame, string name) =>
            new TestCaseData(frame).SetArgDisplayNames(name);
        byte[] Of(ushort type, byte[] packet) =>
            Frames.Ethernet(TxWorld.Peer, TxWorld.Own, type, packet);
        byte[] four = Inner(4, 60);
        yield return Case(Of(0x88B5, four), "an experiment");
        yield return Case(Of(0x0800, Inner(6, 60)), "IPv6 as IPv4");
        yield return Case(Of(0x86DD, four), "IPv4 as IPv6");
        yield return Case(Of(0x0800, four[..^1]), "IPv4 cut");
        yield return Case(Of(0x0800, four[..19]), "IPv4 without header");
        yield return Case(Of(0x86DD, Inner(6, 60)[..^1]), "IPv6 cut");
        yield return Case(Frames.Tagged(Of(0x0800, four), 1), "a tag");
    }

    [TestCaseSource(nameof(NotIp))]
    public void OnlyIpGoesWithoutEthernet(byte[] frame)
    {
        TxWorld world = new();
        world.KeepTags(true);
        world.Via(TunnelKind.Ipip, RxWorld.Local, RxWorld.Remote);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.NotIp));
    }

    private static string LocalOf(int version) => version == 4 ? RxWorld.Local : RxWorld.Local6;

    private static string RemoteOf(int version) => version == 4 ? RxWorld.Remote : RxWorld.Remote6;

    private static ushort TypeOf(int version) => version == 4 ? (ushort)0x0800 : (ushort)0x86DD;

    private static byte ProtocolOf(TunnelKind kind, int inner) =>
        kind == TunnelKind.Gre ? (byte)47 : inner == 4 ? (byte)4 : (byte)41;

    /// <summary>A packet with UDP of so many bytes of payload.</summary>
    private static byte[] Inner(int version, int bytes)
    {
        byte[] udp = Frames.Udp(1, 2, new byte[bytes]);
        return version == 4 ? Frames.Ipv4("10.0.0.1", "10.0.0.2", 17, udp)
            : Frames.Ipv6("fd00::1", "fd00::2", 17, udp);
    }

    private static byte[] Wire(
        TunnelKind kind, uint? key, int outer, int inner, byte[] packet, byte traffic = 0) =>
        TunnelKindTests.Ip(outer, ProtocolOf(kind, inner),
            kind == TunnelKind.Ipip ? packet : Frames.Gre(TypeOf(inner), packet, key), traffic);

    /// <summary>A frame to the next hop, ECT(0); what is ours to choose is taken over.</summary>
    private static byte[] Sent(int outer, byte protocol, byte[] payload, byte[] actual)
    {
        byte[] ip = Frames.Traffic(outer == 4
            ? Frames.Ipv4(RxWorld.Local, RxWorld.Remote, protocol, payload)
            : Frames.Ipv6(RxWorld.Local6, RxWorld.Remote6, protocol, payload), 0x02);
        if (outer == 4)
        {
            // The builder's identification is 0x1234; ours is 0, as DF is set (RFC 6864).
            ip[4] = ip[5] = ip[10] = ip[11] = 0;
            ip[6] = 0x40;
            BinaryPrimitives.WriteUInt16BigEndian(
                ip.AsSpan(10), Frames.Checksum(ip.AsSpan(0, 20)));
        }
        else
        {
            ip[7] = 64;
            actual.AsSpan(16, 2).CopyTo(ip.AsSpan(2));
        }

        return Frames.Ethernet(0x020000000002, 0x020000000001, TypeOf(outer), ip);
    }
}
