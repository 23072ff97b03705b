using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Checksums of UDP and GRE over whole packets, both ways, against those of another hand.
/// </summary>
public sealed class ChecksumTests
{
    private const uint Key = 0xC0FFEE42;

    private static readonly TunnelKind[] Kinds =
        [TunnelKind.Vxlan, TunnelKind.Geneve, TunnelKind.Gretap, TunnelKind.Gre];

    [Test]
    public void TheSumOfAFrameIsThatOfItsWords()
    {
        var random = new Random(1);
        for (int bytes = 0; bytes < 700; bytes++)
        {
            byte[] frame = new byte[bytes];
            random.NextBytes(frame);
            Assert.That(FrameSum.Of(frame), Is.EqualTo(Sum(frame)), $"{bytes} bytes");
        }

        Assert.That(FrameSum.Of(new byte[64]), Is.Zero);
        Assert.That(FrameSum.Of(Enumerable.Repeat((byte)0xFF, 9216).ToArray()),
            Is.EqualTo(0xFFFF));
    }

    [Test]
    public void WhatIsRightIsTaken(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version,
        [Range(0, 2)] int tags, [Values(42, 100, 101, 1400)] int bytes)
    {
        byte[] frame = Frames.Tagged(Wire(kind, version, Inner(bytes)), tags);
        Assert.That(World(kind).Run(frame).Reason, Is.EqualTo(Reasons.Host));
        Assert.That(World(kind).Run([.. frame, 0, 0, 0]).Reason, Is.EqualTo(Reasons.Host),
            "zeros behind it are padding");
    }

    [Test]
    public void AnyBitThatFlipsIsSeen(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version,
        [Values(0, 2)] int tags)
    {
        byte[] frame = Frames.Tagged(Wire(kind, version, Inner(301)), tags);
        RxWorld world = World(kind);
        Reason reason = IsGre(kind) ? Reasons.GreChecksum : Reasons.UdpChecksum;
        int l4 = (version == 4 ? 34 : 54) + (4 * tags);
        int first = l4 + (IsGre(kind) ? 8 : 16);
        for (int i = l4; i < frame.Length; i++)
        {
            byte[] changed = [.. frame];
            changed[i] ^= (byte)(1 << (i & 7));
            Reason seen = world.Run(changed).Reason;
            Assert.That(seen, i >= first ? Is.EqualTo(reason) : Is.Not.EqualTo(Reasons.Host),
                $"byte {i}");
        }
    }

    [Test]
    public void WhatLiesBehindMayNotHideAChange(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version)
    {
        byte[] frame = Wire(kind, version, Inner(100));
        Assert.That(World(kind).Run([.. frame, 0xEE]).Reason,
            Is.EqualTo(IsGre(kind) ? Reasons.GreChecksum : Reasons.UdpChecksum));
    }

    [Test]
    public void AddressesAreCoveredByUdp([Values(4, 6)] int version)
    {
        // As if it had been for another: only the pseudo header tells.
        var (local, remote) = Addresses(version);
        byte[] udp = Frames.UdpSummed(remote, version == 4 ? "192.0.2.9" : "2001:db8::9",
            Frames.Udp(50000, 4789, Frames.Vxlan(100, Inner(100))));
        byte[] frame = TunnelKindTests.Ip(version, 17, udp);
        Assert.That(World(TunnelKind.Vxlan).Run(frame).Reason,
            Is.EqualTo(Reasons.UdpChecksum), $"{local}");
    }

    [Test]
    public void EveryFrameGetsOne(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version,
        [Values(60, 61, 1500, 9000)] int bytes, [Values] bool isInjected, [Values(4, 6)] int inside)
    {
        byte[] actual = Send(kind, version, Inner(bytes, inside), isInjected);
        Assert.That(Left(actual, kind, version), Is.Zero);
        Assert.That(Field(actual, kind, version), Is.Not.Zero);
    }

    [Test]
    public void ZeroIsSentAsAllOnes([Values(4, 6)] int version)
    {
        byte[] inner = Inner(100);
        ushort field = Field(
            Send(TunnelKind.Vxlan, version, inner, false), TunnelKind.Vxlan, version);

        // The datagram's other words sum up to the field's complement: now to all ones.
        int word = BinaryPrimitives.ReadUInt16BigEndian(inner.AsSpan(60)) + field;
        BinaryPrimitives.WriteUInt16BigEndian(inner.AsSpan(60), (ushort)(word + (word >> 16)));
        byte[] actual = Send(TunnelKind.Vxlan, version, inner, false);
        Assert.That(Field(actual, TunnelKind.Vxlan, version), Is.EqualTo(0xFFFF));
        Assert.That(Left(actual, TunnelKind.Vxlan, version), Is.Zero);
    }

    [Test]
    public void OthersHaveNone([Values(TunnelKind.Nvgre, TunnelKind.Ipip)] TunnelKind kind) =>
        Assert.Throws<ArgumentException>(() => new TxWorld().Via(
            kind, RxWorld.Local, RxWorld.Remote, summed: true));

    [Test]
    public void WithoutItTheFieldIsAsBefore(
        [ValueSource(nameof(Kinds))] TunnelKind kind, [Values(4, 6)] int version)
    {
        TxWorld world = new();
        var (local, remote) = Addresses(version);
        world.Via(kind, local, remote, key: IsGre(kind) ? Key : null);
        byte[] inner = Inner(100);
        byte[] actual = TxWorld.Edited(world.Run(inner), inner);
        int l4 = version == 4 ? 34 : 54;
        Assert.That(actual[l4..][..2], Is.Not.EqualTo(new byte[] { 0xA0, 0 }));
        Assert.That(BinaryPrimitives.ReadUInt32BigEndian(actual.AsSpan(l4 + 4)),
            IsGre(kind) ? Is.EqualTo(Key) : Is.EqualTo((uint)(actual.Length - l4) << 16));
    }

    private static byte[] Send(TunnelKind kind, int version, byte[] inner, bool isInjected)
    {
        TxWorld world = new();
        var (local, remote) = Addresses(version);
        byte[]? options = kind == TunnelKind.Geneve ? [1, 2, 3, 1, 0xFF, 0xFE, 0xFD, 0xFC] : null;
        world.Via(kind, local, remote, options: options, summed: true,
            key: IsGre(kind) ? Key : null);
        byte[] header = new byte[32];
        header[0] = 1;
        header[5] = 7;
        header[15] = 9;
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(16), 0xFEDC_BA98_7654_3210);
        byte[] frame = isInjected ? [.. header, .. inner] : inner;
        Verdict v = world.Run(frame, slow: isInjected);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Wire));
        return TxWorld.Edited(v, frame);
    }

    private static ushort Field(byte[] frame, TunnelKind kind, int version) =>
        BinaryPrimitives.ReadUInt16BigEndian(
            frame.AsSpan((version == 4 ? 34 : 54) + (IsGre(kind) ? 4 : 6)));

    /// <summary>What a receiver's check leaves: 0 if the checksum is right.</summary>
    private static ushort Left(byte[] frame, TunnelKind kind, int version)
    {
        byte[] l4 = frame[(version == 4 ? 34 : 54)..];
        byte[] addresses = frame[(version == 4 ? 26 : 22)..(version == 4 ? 34 : 54)];
        return Frames.Checksum(IsGre(kind) ? l4
            : [.. addresses, 0, 17, (byte)(l4.Length >> 8), (byte)l4.Length, .. l4]);
    }

    private static bool IsGre(TunnelKind kind) => kind is TunnelKind.Gretap or TunnelKind.Gre;

    private static (string Local, string Remote) Addresses(int version) => version == 4
        ? (RxWorld.Local, RxWorld.Remote) : (RxWorld.Local6, RxWorld.Remote6);

    private static RxWorld World(TunnelKind kind)
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, geneve: true);
        foreach (int version in (int[])[4, 6])
        {
            if (IsGre(kind))
            {
                world.Link(kind, version, Key);
            }
        }

        return world;
    }

    /// <summary>A frame with a payload of which no word is another.</summary>
    private static byte[] Inner(int bytes, int version = 4)
    {
        byte[] payload = [.. Enumerable.Range(0, bytes - (version == 4 ? 42 : 0))
            .Select(i => (byte)((i * 37) + (i >> 8)))];
        return version == 4
            ? Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x0800, Frames.Ipv4(
                "10.0.0.1", "10.0.0.2", 17, Frames.Udp(1000, 2000, payload)))
            : Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x86DD, Frames.Ipv6(
                "fd00::1", "fd00::2", 17, Frames.Udp(1000, 2000, payload)));
    }

    private static byte[] Wire(TunnelKind kind, int version, byte[] inner)
    {
        var (local, remote) = Addresses(version);
        byte[] Datagram(ushort port, byte[] payload) => TunnelKindTests.Ip(
            version, 17, Frames.UdpSummed(remote, local, Frames.Udp(50000, port, payload)));
        return kind switch
        {
            TunnelKind.Vxlan => Datagram(4789, Frames.Vxlan(100, inner)),
            TunnelKind.Geneve => Datagram(
                6081, Frames.Geneve(100, inner, [1, 2, 3, 1, 9, 8, 7, 6])),
            TunnelKind.Gretap => TunnelKindTests.Ip(
                version, 47, Frames.Gre(0x6558, inner, Key, summed: true)),
            _ => TunnelKindTests.Ip(
                version, 47, Frames.Gre(0x0800, inner[14..], Key, 5, summed: true)),
        };
    }

    private static ushort Sum(byte[] bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += (i & 1) == 0 ? (uint)bytes[i] << 8 : bytes[i];
        }

        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)sum;
    }
}
