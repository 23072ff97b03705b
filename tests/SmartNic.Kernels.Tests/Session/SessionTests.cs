using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What a packet is to the sessions of its zone.</summary>
public sealed class SessionTests
{
    private const ulong TimeNs = 77UL << 20;
    private const string Us = "10.0.0.1";
    private const string Them = "10.0.0.2";
    private const string Us6 = "fd00::1";
    private const string Them6 = "fd00::2";

    private static readonly Tracking Zone = new() { IsTracked = true, Zone = (U24)7 };

    /// <summary>Frames of a session that is known, those that look like it, and what they are.
    /// </summary>
    private static IEnumerable<TestCaseData> Cases()
    {
        byte[] udp = Ip4(17, Frames.Udp(1000, 2000, new byte[20]));
        yield return Case("UDP", udp, udp, passes: true);
        yield return Case("its other direction", udp,
            Ip4(17, Frames.Udp(2000, 1000, new byte[20]), Them, Us), passes: false);
        yield return Case("another port", udp,
            Ip4(17, Frames.Udp(1000, 2001, new byte[20])), passes: false);
        yield return Case("the same ports of TCP", udp, Tcp(16), passes: false);
        yield return Case("behind a VLAN tag", udp, Frames.Tagged(udp, 1), passes: true);
        yield return Case("a first fragment", udp, Changed(udp, 20, 0x20), passes: false);
        yield return Case("a later fragment", udp, Changed(udp, 21, 0x02), passes: false);
        yield return Case("longer than its frame", udp, udp[..40], passes: false);
        yield return Case("TCP", Tcp(16), Tcp(0x18), passes: true);
        yield return Case("SYN", Tcp(16), Tcp(2), passes: false);
        yield return Case("SYN and ACK", Tcp(16), Tcp(0x12), passes: false);
        yield return Case("FIN", Tcp(16), Tcp(0x11), passes: false);
        yield return Case("RST", Tcp(16), Tcp(0x14), passes: false);
        yield return Case("an echo", Echo(8, 9), Echo(8, 9), passes: true);
        yield return Case("an echo of another identifier", Echo(8, 9), Echo(8, 10), passes: false);
        yield return Case("its reply", Echo(8, 9), Echo(0, 9), passes: false);
        yield return Case("an ICMP error", Echo(8, 9), Echo(3, 0), passes: false);
        yield return Case("ESP", Ip4(50, new byte[40]), Ip4(50, new byte[80]), passes: true);
        byte[] udp6 = Ip6(17, Frames.Udp(1000, 2000, new byte[20]));
        yield return Case("UDP over IPv6", udp6, udp6, passes: true);
        yield return Case("extension headers", udp6, Ip6(0, new byte[60]), passes: false);
        yield return Case("a fragment header", Ip6(44, new byte[60]), Ip6(44, new byte[60]),
            passes: false);
        yield return Case("IPv4 in the addresses of IPv6",
            Ip4(50, new byte[40]), Ip6(50, new byte[40], $"::ffff:{Us}", $"::ffff:{Them}"),
            passes: false);
        yield return Case("ARP", udp, Frames.Ethernet(1, 2, 0x0806, new byte[46]), null);
        yield return Case("no IP", udp, Frames.Ethernet(1, 2, 0x88B5, new byte[46]), null);
        yield return Case("a neighbour solicitation", udp6, Ip6(58, [135, .. new byte[23]]), null);
        yield return Case("a listener's report", udp6, Ip6(58, [143, .. new byte[23]]), null);
        yield return Case("an echo over IPv6", udp6, Ip6(58, [128, .. new byte[23]]), false);
    }

    [TestCaseSource(nameof(Cases))]
    public void APacketPassesOrAsks(byte[] known, byte[] frame, bool? passes)
    {
        SessionWorld world = new();
        uint record = world.Add(KeyOf(known));
        Session session = world.Of(Zone, frame, TimeNs);
        Assert.Multiple(() =>
        {
            Assert.That(session.Passes, Is.EqualTo(passes == true));
            Assert.That(session.Asks, Is.EqualTo(passes == false));
            Assert.That(world.Seen(record).State.Packets, Is.EqualTo(passes == true ? 1 : 0));
            Assert.That(world.Seen(record).State.LastTick, Is.EqualTo(passes == true ? 77 : 0));
        });
    }

    [Test]
    public void ZonesAreApart()
    {
        SessionWorld world = new();
        byte[] frame = Tcp(16);
        world.Add(KeyOf(frame));
        Tracking other = Zone;
        other.Zone = (U24)8;
        Assert.That(world.Of(other, frame, TimeNs).Asks, Is.True);
        Assert.That(world.Of(Zone, frame, TimeNs).Passes, Is.True);
    }

    [Test]
    public void WhoIsNotTrackedNeitherPassesNorAsks()
    {
        SessionWorld world = new();
        byte[] frame = Tcp(16);
        world.Add(KeyOf(frame));
        Tracking none = Zone;
        none.IsTracked = false;
        Session session = world.Of(none, frame, TimeNs);
        Assert.That(session.Passes | session.Asks, Is.False);
    }

    [Test]
    public void WhatWasSeenIsTheRecordsOwn()
    {
        SessionWorld world = new();
        byte[] frame = Tcp(16);
        uint record = world.Add(KeyOf(frame), incarnation: 3);
        world.Of(Zone, frame, TimeNs);
        world.Of(Zone, frame, 2 * TimeNs);
        Owned<SessionSeen> seen = world.Seen(record);
        Assert.That((seen.Incarnation, seen.State.Packets, seen.State.LastTick),
            Is.EqualTo(((byte)3, 2u, 154u)));
    }

    /// <summary>Keys that differ in one bit are another session's.</summary>
    [Test]
    public void EveryBitOfAKeyCounts()
    {
        byte[] frame = Tcp(16);
        for (int bit = 0; bit < 96; bit++)
        {
            // Addresses and ports; what is between them keeps its meaning.
            byte[] other = [.. frame];
            other[26 + (bit / 8)] ^= (byte)(1 << (bit % 8));
            SessionWorld world = new();
            world.Add(KeyOf(frame));
            world.Add(KeyOf(other));
            Assert.That(world.Of(Zone, other, TimeNs).Passes, Is.True, $"bit {bit}");
            Assert.That((world.Seen(0).State.Packets, world.Seen(1).State.Packets),
                Is.EqualTo((0u, 1u)), $"bit {bit}");
        }
    }

    private static TestCaseData Case(string name, byte[] known, byte[] frame, bool? passes) =>
        new TestCaseData(known, frame, passes).SetArgDisplayNames(name);

    private static SessionKey KeyOf(byte[] frame) =>
        SessionKey.Of(Zone.Zone, SessionWorld.TupleOf(frame));

    private static byte[] Ip4(
        byte protocol, byte[] payload, string source = Us, string destination = Them) =>
        Frames.Ethernet(1, 2, 0x0800, Frames.Ipv4(source, destination, protocol, payload));

    private static byte[] Ip6(
        byte next, byte[] payload, string source = Us6, string destination = Them6) =>
        Frames.Ethernet(1, 2, 0x86DD, Frames.Ipv6(source, destination, next, payload));

    private static byte[] Tcp(byte flags)
    {
        byte[] segment = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(segment, 1000);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), 2000);
        (segment[12], segment[13]) = (0x50, flags);
        return Ip4(6, segment);
    }

    private static byte[] Echo(byte type, ushort identifier)
    {
        byte[] message = new byte[16];
        message[0] = type;
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(4), identifier);
        return Ip4(1, message);
    }

    private static byte[] Changed(byte[] frame, int at, byte value)
    {
        byte[] changed = [.. frame];
        changed[at] = value;
        return changed;
    }
}
