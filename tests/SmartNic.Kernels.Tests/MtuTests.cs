using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What is too long for its way, and which SYN invites what would be.</summary>
public sealed class MtuTests
{
    private const int Mtu = 1400;
    private const ulong Peer = TxWorld.Peer;
    private const ulong Own = TxWorld.Own;

    /// <summary>The tenant's limit is one of IP packets, whatever Ethernet adds.</summary>
    [Test]
    public void ATenantsLimitCountsIPAlone(
        [Values(4, 6)] int version, [Values(0, 1, 2)] int tags, [Values(0, 1)] int more)
    {
        var world = World(tenant: Mtu, bytes: 0, bare: false);
        Check(world.Run(Frames.Tagged(Packet(version, Mtu + more), tags)),
            more == 0 ? null : PuntReason.TooBig);
    }

    /// <summary>A way's limit counts what the tunnel carries: the frame with its tags.</summary>
    [Test]
    public void AWaysLimitCountsWhatIsCarried(
        [Values(4, 6)] int version, [Values(0, 1, 2)] int tags, [Values(0, 1)] int more)
    {
        var world = World(tenant: 0, bytes: 14 + 8 + Mtu, bare: false);
        Check(world.Run(Frames.Tagged(Packet(version, Mtu + 8 - (4 * tags) + more), tags)),
            more == 0 ? null : PuntReason.TooBig);
    }

    /// <summary>Where IP goes without Ethernet, it counts the packet.</summary>
    [Test]
    public void ABareWaysLimitCountsThePacket(
        [Values(4, 6)] int version, [Values(0, 1)] int more, [Values(0, 10)] int padding)
    {
        var world = World(tenant: 0, bytes: Mtu, bare: true);
        byte[] frame = [.. Packet(version, Mtu + more), .. new byte[padding]];
        Check(world.Run(frame), more == 0 ? null : PuntReason.TooBig);
    }

    /// <summary>The less one decides.</summary>
    [TestCase(1400, 1514, 1400)]
    [TestCase(1500, 1414, 1400)]
    [TestCase(1500, 0, 1500)]
    public void TheLessOneHolds(int tenant, int bytes, int most)
    {
        var world = World(tenant, bytes, bare: false);
        Check(world.Run(Packet(4, most)), null);
        Check(world.Run(Packet(4, most + 1)), PuntReason.TooBig);
    }

    /// <summary>Without limits nothing is too long but for the wire, as before.</summary>
    [Test]
    public void WithoutLimitsNothingIsTooBig()
    {
        Check(World(0, 0, false).Run(Packet(4, 9216 - 50 - 14)), null);
        Assert.That(World(0, 0, false).Run(Packet(4, 9216 - 50 - 13)).Reason,
            Is.EqualTo(Reasons.Oversize));
    }

    /// <summary>What is no IP, or lies about its length, can be told to nobody.</summary>
    [Test]
    public void WhatIsNoIPIsDropped()
    {
        var world = World(tenant: Mtu, bytes: 0, bare: false);
        byte[] other = Frames.Ethernet(Peer, Own, 0x88B5, new byte[Mtu]);
        Check(world.Run(other), null);
        Assert.That(world.Run([.. other, 0]).Reason, Is.EqualTo(Reasons.MtuExceeded));
        var way = World(tenant: 0, bytes: 14 + Mtu, bare: false);
        Check(way.Run(other), null);
        Assert.That(way.Run([.. other, 0]).Reason, Is.EqualTo(Reasons.MtuExceeded));
        byte[] lie = Packet(4, Mtu + 1);
        BinaryPrimitives.WriteUInt16BigEndian(lie.AsSpan(16), Mtu + 2);
        Assert.That(world.Run(lie).Reason, Is.EqualTo(Reasons.MtuExceeded));
    }

    /// <summary>Bytes behind the packet are no matter of the tenant's limit, but of the way's.
    /// </summary>
    [Test]
    public void PaddingCountsWhereItIsCarried()
    {
        byte[] frame = [.. Packet(4, Mtu), .. new byte[100]];
        Check(World(tenant: Mtu, bytes: 0, bare: false).Run(frame), null);
        Assert.That(World(tenant: 0, bytes: 14 + Mtu, bare: false).Run(frame).Reason,
            Is.EqualTo(Reasons.MtuExceeded));
    }

    /// <summary>What the slow path sends is never punted again: too long, it is dropped.</summary>
    [Test]
    public void AnInjectedFrameIsNeverAQuestion([Values] bool lookup)
    {
        var world = World(tenant: 0, bytes: 14 + Mtu, bare: false);
        byte action = (byte)(lookup ? InjectAction.Lookup : InjectAction.Encapsulate);
        byte[] header = new byte[32];
        (header[0], header[1], header[5], header[13], header[15]) = (1, action, 7, 21, 9);
        Assert.That(world.Run([.. header, .. Packet(4, Mtu)], slow: true).Reason,
            Is.EqualTo(Reasons.Wire));
        Assert.That(world.Run([.. header, .. Packet(4, Mtu + 1)], slow: true).Reason,
            Is.EqualTo(Reasons.MtuExceeded));
        world.Port((ref HostPort port) => port.ClampsMss = true);
        Assert.That(world.Run([.. header, .. Syn(4, 0, [2, 4, 0xFF, 0xFF])], slow: true).Reason,
            Is.EqualTo(Reasons.Wire));
    }

    /// <summary>Who asks for the slow path anyway does so for the same reason as before.</summary>
    [Test]
    public void OtherQuestionsComeFirst()
    {
        var world = World(tenant: Mtu, bytes: 0, bare: false);
        byte[] group = Packet(4, Mtu + 1);
        (group[0], group[1], group[2]) = (1, 0, 0x5E);
        Check(world.Run(group), PuntReason.Multicast);
        byte[] unknown = Packet(4, Mtu);
        unknown[5]++;
        Check(world.Run(unknown), PuntReason.UnknownUnicast);
    }

    /// <summary>A SYN is for the slow path when what it invites would not fit its way: with its
    /// tags, over a way for Ethernet.</summary>
    [Test]
    public void ASynThatInvitesTooMuchIsFound(
        [Values(4, 6)] int version, [Values(0, 1, 2)] int tags, [Values] bool tenant,
        [Values] bool bare, [Values(0x02, 0x12)] int flags, [Values(-1, 0, 1)] int more)
    {
        if (bare && tags > 0)
        {
            Assert.Pass("a way for IP alone takes no tags");
        }

        var world = tenant ? World(Mtu, 0, bare)
            : World(0, bare ? Mtu : 14 + (4 * tags) + Mtu, bare);
        world.Port((ref HostPort port) => port.ClampsMss = true);
        int mss = Mtu - (version == 4 ? 40 : 60) + more;
        byte[] frame = Frames.Tagged(
            Syn(version, 0, [2, 4, (byte)(mss >> 8), (byte)mss, 1, 1, 1, 0], (byte)flags), tags);
        Check(world.Run(frame), more > 0 ? PuntReason.TcpMss : null);
        world.Port((ref HostPort port) => port.ClampsMss = false);
        Check(world.Run(frame), null);
    }

    /// <summary>Only a SYN with options counts, and one without MSS in front may have one behind.
    /// </summary>
    [Test]
    public void WhatIsNoSynWithOptionsGoesOn([Values(4, 6)] int version)
    {
        var world = World(Mtu, 0, false);
        world.Port((ref HostPort port) => port.ClampsMss = true);
        byte[] large = [2, 4, 0xFF, 0xFF];
        Check(world.Run(Syn(version, 0, large, 0x10)), null, "ACK");
        Check(world.Run(Syn(version, 0, [])), null, "without options");
        Check(world.Run(Syn(version, 0, [1, 1, 1, 1, .. large])), PuntReason.TcpMss, "later");
        Check(world.Run(Syn(version, 0, [3, 3, 7, 0])), PuntReason.TcpMss, "another option");
        byte[] udp = Syn(version, 0, large);
        udp[version == 4 ? 23 : 20] = 17;
        Check(world.Run(udp), null, "UDP");
        Check(world.Run(Syn(version, 0, large)[..^4]), null, "cut off");
    }

    /// <summary>Options of IPv4 and extension headers of IPv6 are in front of a SYN too; a fragment
    /// has none.</summary>
    [Test]
    public void ASynIsFoundBehindOptions()
    {
        var world = World(Mtu, 0, false);
        world.Port((ref HostPort port) => port.ClampsMss = true);
        byte[] large = [2, 4, 0xFF, 0xFF];
        foreach (int bytes in (int[])[4, 20, 40])
        {
            Check(world.Run(Syn(4, bytes, large)), PuntReason.TcpMss, $"{bytes} of options");
        }

        foreach (int bytes in (int[])[8, 32])
        {
            Check(world.Run(Syn(6, bytes, large)), PuntReason.TcpMss, $"{bytes} of extension");
        }

        byte[] fragment = Syn(4, 0, large);
        fragment[20] = 0x20;
        Check(world.Run(fragment), null, "first fragment");
    }

    private static TxWorld World(int tenant, int bytes, bool bare)
    {
        var world = new TxWorld();
        if (bare)
        {
            world.Via(TunnelKind.Ipip, RxWorld.Local, RxWorld.Remote);
        }

        world.Path(bytes);
        world.Port((ref HostPort port) =>
        {
            port.KeepsTags = true;
            port.Mtu = (U14)tenant;
        });
        return world;
    }

    private static void Check(in Verdict v, PuntReason? reason, string why = "")
    {
        Assert.That(v.Reason, Is.EqualTo(reason is null ? Reasons.Wire : Reasons.Slow), why);
        if (reason is not null)
        {
            Assert.That(TxWorld.Prefix(v)[2], Is.EqualTo((byte)reason), why);
        }
    }

    /// <summary>A UDP packet of so many bytes of IP.</summary>
    private static byte[] Packet(int version, int bytes) => version == 4
        ? Frames.UdpFrame(Peer, Own, 14 + bytes)
        : Frames.Ethernet(Peer, Own, 0x86DD,
            Frames.Ipv6("fd00::1", "fd00::2", 17, Frames.Udp(1, 2, new byte[bytes - 48])));

    /// <summary>A TCP segment behind so many bytes of options or of an extension header.</summary>
    private static byte[] Syn(int version, int before, byte[] options, byte flags = 2)
    {
        byte[] tcp = new byte[20 + options.Length];
        (tcp[12], tcp[13]) = ((byte)(tcp.Length / 4 << 4), flags);
        options.CopyTo(tcp, 20);
        if (version == 4)
        {
            return Frames.Ethernet(Peer, Own, 0x0800, Frames.Ipv4(
                "10.0.0.1", "10.0.0.2", 6, tcp, options: Enumerable.Repeat((byte)1, before)
                    .ToArray()));
        }

        byte[] extension = new byte[before];
        if (before > 0)
        {
            (extension[0], extension[1]) = (6, (byte)((before / 8) - 1));
        }

        return Frames.Ethernet(Peer, Own, 0x86DD, Frames.Ipv6(
            "fd00::1", "fd00::2", before > 0 ? (byte)60 : (byte)6, [.. extension, .. tcp]));
    }
}
