using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>Every tunnel over both IP versions, both ways, against frames of another hand.
/// </summary>
public sealed class TunnelKindTests
{
    private static readonly byte[] Options =
        [1, 2, 0x03, 2, 1, 2, 3, 4, 5, 6, 7, 8, 0xFF, 0xFF, 0x01, 0];

    private static readonly TunnelKind[] Kinds =
        [TunnelKind.Vxlan, TunnelKind.Geneve, TunnelKind.Nvgre];

    [Test]
    public void EndsWhatEndsHere(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version,
        [Range(0, 2)] int tags, [Values(false, true)] bool ends)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, geneve: ends, nvgre: ends);
        byte[] inner = Frames.UdpFrame(2, 4, 100);
        byte[] frame = Frames.Tagged(Wire(kind, version, inner), tags);
        Verdict v = world.Run([.. frame, 0xEE]);
        bool delivered = ends | kind == TunnelKind.Vxlan;
        Assert.That(v.Reason, Is.EqualTo(delivered ? Reasons.Host
            : kind == TunnelKind.Nvgre ? Reasons.UnknownLink : Reasons.NotTunnel));
        if (delivered)
        {
            Assert.That(TxWorld.Edited(v, frame), Is.EqualTo(inner));
            Assert.That((uint)v.Tenant, Is.EqualTo(7));
        }
    }

    [Test]
    public void OptionsAreSkipped([Range(0, 63)] int words, [Values(4, 6)] int version)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, geneve: true);
        byte[] inner = Frames.UdpFrame(2, 4, 100);
        byte[] frame = Ip(version, 17, Frames.Udp(
            50000, 6081, Frames.Geneve(100, inner, new byte[4 * words])));
        Verdict v = world.Run(frame);
        int strip = (version == 4 ? 50 : 70) + (4 * words);
        Assert.That(v.Reason,
            Is.EqualTo(strip > 152 ? Reasons.HeaderTooLong : Reasons.Host));
        Assert.That(strip > 152 || TxWorld.Edited(v, frame).SequenceEqual(inner));
    }

    [TestCase(0, Reasons.GreLength)]
    [TestCase(7, Reasons.GreLength)]
    [TestCase(8, Reasons.InnerLength)]
    public void GreHasItsKey(int bytes, Reason reason)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, nvgre: true);
        byte[] gre = [.. Frames.Nvgre(100, new byte[14], 0)[..8]];
        Assert.That(world.Run(Ip(4, 47, gre[..bytes])).Reason, Is.EqualTo(reason));
    }

    [Test]
    public void ControlGoesToTheSlowPath([Values(4, 6)] int version, [Values] bool ends)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, geneve: ends);
        byte[] frame = Wire(TunnelKind.Geneve, version, []);
        frame[(version == 4 ? 34 : 54) + 9] = 0x80;
        Verdict v = world.Run(frame);
        Assert.That(v.Reason, Is.EqualTo(ends ? Reasons.Slow : Reasons.NotTunnel));
        Assert.That((byte)(v.Prefix[0] >> 40),
            Is.EqualTo(ends ? (byte)PuntReason.WireControl : (byte)0));
    }

    [Test]
    public void CongestionIsToldOverIpv6([Values(0, 1, 2, 3)] int outer)
    {
        byte[] inner = Frames.InnerTraffic(Frames.UdpFrame(2, 4, 100), 2);
        byte[] frame = Ip(6, 17, Frames.Udp(50000, 4789, Frames.Vxlan(100, inner)), (byte)outer);
        byte[] delivered = TxWorld.Edited(new RxWorld().Run(frame), frame);
        Assert.That(delivered[15] & 3, Is.EqualTo(outer == 3 ? 3 : outer == 1 ? 1 : 2));
    }

    [Test]
    public void StartsEveryTunnel(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version,
        [Values(42, 64, 1500, 9018)] int bytes, [Values(0, 3)] int ecn)
    {
        TxWorld world = new();
        var (local, remote) = version == 4 ? (RxWorld.Local, RxWorld.Remote)
            : (RxWorld.Local6, RxWorld.Remote6);
        world.Via(kind, local, remote,
            options: kind == TunnelKind.Geneve ? Options : null);
        byte[] inner = Frames.InnerTraffic(
            Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, bytes), (byte)ecn);
        Verdict v = world.Run(inner);
        byte[] actual = TxWorld.Edited(v, inner);
        int l4 = version == 4 ? 34 : 54;
        ushort port = BinaryPrimitives.ReadUInt16BigEndian(actual.AsSpan(l4));
        byte flow = actual[l4 + 7];
        byte[] payload = kind switch
        {
            TunnelKind.Vxlan => Frames.Udp(port, 4789, Frames.Vxlan(0xABCDEF, inner)),
            TunnelKind.Geneve => Frames.Udp(
                port, 6081, Frames.Geneve(0xABCDEF, inner, Options)),
            _ => Frames.Nvgre(0xABCDEF, inner, flow),
        };
        byte protocol = kind == TunnelKind.Nvgre ? (byte)47 : (byte)17;
        byte[] ip = version == 4 ? Frames.Ipv4(local, remote, protocol, payload)
            : Frames.Ipv6(local, remote, protocol, payload);
        ip = Frames.Traffic(ip, (byte)ecn);
        if (version == 4)
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
            Assert.That(actual[15] & 15, Is.Zero, "flow labels have 14 bits of entropy");
            Assert.That(BinaryPrimitives.ReadUInt16BigEndian(actual.AsSpan(16)),
                Is.EqualTo(kind == TunnelKind.Nvgre ? Label(world, inner) : port & 0x3FFF));
        }

        Assert.That(actual, Is.EqualTo(Frames.Ethernet(
            0x020000000002, 0x020000000001, version == 4 ? (ushort)0x0800 : (ushort)0x86DD, ip)));
        Assert.That(kind == TunnelKind.Nvgre || port >= 49152);
    }

    [Test]
    public void WhatDoesNotFitIsDropped(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version)
    {
        TxWorld world = new();
        var (local, remote) = version == 4 ? (RxWorld.Local, RxWorld.Remote)
            : (RxWorld.Local6, RxWorld.Remote6);
        world.Via(kind, local, remote);
        int headers = (version == 4 ? 34 : 54) + (kind == TunnelKind.Nvgre ? 8 : 16);
        Reason Of(int bytes) => world.Run(
            Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, bytes)).Reason;
        Assert.That(Of(9216 - headers), Is.EqualTo(Reasons.Wire));
        Assert.That(Of(9217 - headers), Is.EqualTo(Reasons.Oversize));
    }

    [Test]
    public void RoutesOfTwoVersionsAreNone() => Assert.Throws<ArgumentException>(() =>
        new TxWorld().Via(TunnelKind.Vxlan, RxWorld.Local, RxWorld.Remote6));

    [TestCase(0x01, 0)]
    [TestCase(0x81, 0x40)]
    public void ACriticalOptionIsAnnounced(byte type, byte flags)
    {
        TxWorld world = new();
        world.Via(TunnelKind.Geneve, RxWorld.Local, RxWorld.Remote,
            options: [1, 2, 3, 1, 0x80, 0x80, 0x80, 0x80, 1, 2, type, 0]);
        byte[] prefix = TxWorld.Prefix(world.Run(Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 64)));
        Assert.That(prefix[43], Is.EqualTo(flags));
    }

    /// <summary>Entropy as VXLAN shows it in its source port.</summary>
    private static int Label(TxWorld world, byte[] inner)
    {
        world.Via(TunnelKind.Vxlan, RxWorld.Local, RxWorld.Remote);
        return BinaryPrimitives.ReadUInt16BigEndian(
            TxWorld.Prefix(world.Run(inner)).AsSpan(34)) & 0x3FFF;
    }

    private static byte[] Wire(TunnelKind kind, int version, byte[] inner) => kind switch
    {
        TunnelKind.Nvgre => Ip(version, 47, Frames.Nvgre(100, inner, 0x5A)),
        TunnelKind.Geneve => Ip(version, 17, Frames.Udp(
            50000, 6081, Frames.Geneve(100, inner, Options))),
        _ => Ip(version, 17, Frames.Udp(50000, 4789, Frames.Vxlan(100, inner))),
    };

    internal static byte[] Ip(int version, byte protocol, byte[] payload, byte traffic = 0) =>
        version == 4
            ? Frames.Ethernet(2, 4, 0x0800, Frames.Traffic(
                Frames.Ipv4(RxWorld.Remote, RxWorld.Local, protocol, payload), traffic))
            : Frames.Ethernet(2, 4, 0x86DD, Frames.Traffic(
                Frames.Ipv6(RxWorld.Remote6, RxWorld.Local6, protocol, payload), traffic));
}
