using SmartNic.Driver;

namespace SmartNic.Testing;

/// <summary>
/// Random frames for the <see cref="World"/>: good ones, every kind that the slow path gets, broken
/// ones, and good ones with a few bytes changed. The same seed gives the same frames.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="interfaces">Number of interfaces.</param>
public sealed class Traffic(int seed, int interfaces = 1)
{
    private static readonly ulong[] Destinations =
    [
        World.Peer, World.OtherPeer, World.SixPeer, World.GrePeer, World.TapPeer, World.Gateway,
        World.Nobody, World.Self,
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next frame.</summary>
    public TestFrame Next()
    {
        byte iface = (byte)_random.Next(interfaces);
        bool bad = _random.Next(50) == 0;
        int port = _random.Next(10);
        return port switch
        {
            < 5 => new TestFrame(PortId.Wire(iface), Wire(), bad),
            < 9 => new TestFrame(PortId.Host(iface, Queue()), Mutate(Tenant(), 40), bad),
            _ => new TestFrame(PortId.Slow(iface), Injected(), bad),
        };
    }

    private static byte[] Change(byte[] frame, int at, byte value)
    {
        frame[at] = value;
        return frame;
    }

    private byte[] Wire()
    {
        byte[] frame = _random.Next(20) switch
        {
            0 => Frames.Ethernet(0xFFFFFFFFFFFF, 0x020000000002, 0x0806,
                Frames.Arp((ushort)_random.Next(1, 3), 2, World.East, 0, Local())),
            1 => Frames.Ethernet(0x020000000001, 0x020000000002, 0x86DD,
                Frames.Ipv6(World.Six, Local6(), 58, _random.Next(2) == 0
                    ? Frames.Solicitation(Local6())
                    : Frames.Echo(128, _random.Next(64)))),
            2 => Frames.Ethernet(0x020000000001, 0x020000000002, 0x0800,
                Frames.Ipv4(World.East, Local(), 1, Frames.Echo(8, _random.Next(64)))),
            3 => Noise(1 + Size()),
            4 => Noise(_random.Next(1, 20)),
            5 => Noise(_random.Next(9000, 9600)),
            _ => Tunnel(),
        };
        frame = Mutate(frame, 90);
        if (_random.Next(12) == 0)
        {
            // Fewer bytes than the headers say.
            frame = frame[..^Math.Min(frame.Length - 1, _random.Next(1, 40))];
        }

        return _random.Next(8) == 0 ? [.. frame, .. Noise(_random.Next(1, 30))] : frame;
    }

    /// <summary>
    /// A tunnel, mostly right; what changes an IP header keeps its checksum right.
    /// </summary>
    private byte[] Tunnel()
    {
        uint vni = World.Vnis[_random.Next(4)] + (_random.Next(15) == 0 ? 1u : 0u);
        byte[] inner = _random.Next(15) == 0 ? Noise(_random.Next(1, 20)) : Tenant();
        if (inner.Length > 9100)
        {
            inner = inner[..9100];
        }

        var (head, protocol) = _random.Next(6) switch
        {
            4 => (Gre(inner), (byte)47),
            5 => Ipip(inner),
            0 => (Frames.Nvgre(vni, inner, (byte)_random.Next(256)), (byte)47),
            1 => (Udp(6081, Frames.Geneve(vni, inner, Options())), (byte)17),
            _ => (Udp(4789, Frames.Vxlan(vni, inner)), (byte)17),
        };
        if (_random.Next(10) == 0 && head.Length >= 8)
        {
            head[_random.Next(8)] ^= (byte)(1 << _random.Next(8));
        }

        if (_random.Next(10) == 0 && head.Length > 0)
        {
            // The flags, the version, the type of what is inside.
            head[Math.Min(head.Length - 1, _random.Next(8, 12))] = (byte)_random.Next(256);
        }

        if (_random.Next(4) == 0 && head.Length > 0)
        {
            // Of Geneve: a control message.
            head[Math.Min(head.Length - 1, 9)] ^= 0x80;
        }

        if (protocol == 17 && _random.Next(20) == 0)
        {
            // Of Geneve: an option that must be understood.
            head[Math.Min(head.Length - 1, 9)] = 0x40;
        }

        if (protocol == 47 && _random.Next(20) == 0)
        {
            head = head[..Math.Min(head.Length, _random.Next(1, 12))];
        }

        protocol = _random.Next(30) == 0 ? (byte)_random.Next(256) : protocol;
        bool ip6 = _random.Next(3) == 0;
        string source = ip6 ? Remote6() : Remote();
        string destination = ip6 ? Local6() : Local();
        if (protocol == 17 && head.Length >= 8 && _random.Next(4) == 0)
        {
            head = Frames.UdpSummed(source, destination, head);
        }

        byte[] packet = ip6
            ? Frames.Ipv6(source, destination, _random.Next(40) == 0 ? (byte)44 : protocol, head)
            : Frames.Ipv4(
                source,
                destination,
                protocol,
                head,
                _random.Next(6) == 0 ? Noise(4 * _random.Next(1, 11)) : null,
                _random.Next(20) == 0 ? (ushort)_random.Next(65536) : (ushort)0);
        if (_random.Next(3) == 0)
        {
            packet = Frames.Traffic(packet, (byte)_random.Next(256));
        }

        byte[] frame = Frames.Ethernet(
            0x020000000001, 0x020000000002, ip6 ? (ushort)0x86DD : (ushort)0x0800, packet);
        for (int tags = _random.Next(8); tags is 1 or 2; tags--)
        {
            frame = Frames.Tag(
                frame, _random.Next(2) == 0 ? (ushort)0x8100 : (ushort)0x88A8, (ushort)tags);
        }

        return frame;
    }

    /// <summary>GRE of Ethernet or of what is behind it, with whatever may be in its header.
    /// </summary>
    private byte[] Gre(byte[] inner)
    {
        uint? key = _random.Next(3) == 0 ? null : _random.Next(8) == 0 ? 8u : World.Key;
        uint? sequence = _random.Next(4) == 0 ? 1 : null;
        bool summed = _random.Next(4) == 0;
        bool isBare = _random.Next(2) == 0 && inner.Length >= 14;
        byte[] head = isBare
            ? Frames.Gre(
                (ushort)((inner[12] << 8) | inner[13]), inner[14..], null, sequence, summed)
            : Frames.Gre(0x6558, inner, key, sequence, summed);
        head[0] |= _random.Next(20) == 0 ? (byte)0x80 : (byte)0;
        return head;
    }

    /// <summary>What is behind an Ethernet header, and its number as a protocol of IP.</summary>
    private static (byte[] Packet, byte Protocol) Ipip(byte[] inner) => inner.Length < 14
        ? (inner, (byte)4)
        : (inner[14..], inner[12] == 0x86 ? (byte)41 : (byte)4);

    private byte[] Udp(ushort port, byte[] payload) => Frames.Udp(
        (ushort)_random.Next(0xC000, 0x10000),
        _random.Next(20) == 0 ? (ushort)_random.Next(65536) : port,
        payload);

    /// <summary>Geneve options of any length, mostly short ones.</summary>
    private byte[] Options() => _random.Next(3) switch
    {
        0 => [],
        1 => Noise(4 * _random.Next(1, 8)),
        _ => Noise(4 * _random.Next(64)),
    };

    /// <summary>What a tenant sends.</summary>
    private byte[] Tenant()
    {
        ulong to = Destinations[_random.Next(Destinations.Length)];
        byte[] frame = _random.Next(14) switch
        {
            0 => Frames.Ethernet(0xFFFFFFFFFFFF, World.Self, 0x0806,
                Frames.Arp((ushort)_random.Next(1, 3), World.Self, "10.0.0.1", 0, "10.0.0.2")),
            1 => Frames.Ethernet(0x3333FF000002, World.Self, 0x86DD,
                Frames.Ipv6("fd01::1", "ff02::1:ff00:2", 58, Frames.Solicitation("fd01::2"))),
            2 => Frames.Ethernet(0xFFFFFFFFFFFF, World.Self, 0x0800, Noise(Size())),
            3 => Frames.Ethernet(0x01005E000001, World.Self, 0x0800, Noise(Size())),
            4 => Frames.Ethernet(to, World.Self, (ushort)_random.Next(65536), Noise(Size())),
            5 => Noise(_random.Next(1, 20)),
            6 when _random.Next(2) == 0 => Noise(_random.Next(9000, 9600)),
            6 => Frames.UdpFrame(to, World.Self, _random.Next(9100, 9300)),
            7 when _random.Next(2) == 0 => Syn(to),
            7 => Frames.Ethernet(to, World.Self, 0x86DD,
                Frames.Ipv6("fd01::1", "fd01::2", 6, Noise(Size()))),
            _ => Frames.UdpFrame(to, World.Self, 42 + Size(), (ushort)_random.Next(65536)),
        };
        if (_random.Next(3) == 0)
        {
            frame = Frames.InnerTraffic(frame, (byte)_random.Next(256));
        }

        for (int tags = _random.Next(12); tags is 1 or 2 && frame.Length > 14; tags--)
        {
            frame = Frames.Tag(
                frame, _random.Next(3) == 0 ? (ushort)0x88A8 : (ushort)0x8100,
                (ushort)_random.Next(4096));
        }

        return frame;
    }

    /// <summary>A TCP SYN with an MSS, which is mostly its first option.</summary>
    private byte[] Syn(ulong to)
    {
        ushort mss = (ushort)_random.Next(500, 1500);
        byte[] tcp = new byte[28];
        (tcp[12], tcp[13]) = (7 << 4, _random.Next(8) == 0 ? (byte)0x10 : (byte)2);
        int at = _random.Next(4) == 0 ? 24 : 20;
        (tcp[at], tcp[at + 1], tcp[at + 2], tcp[at + 3]) = (2, 4, (byte)(mss >> 8), (byte)mss);
        tcp[44 - at] = tcp[45 - at] = tcp[46 - at] = tcp[47 - at] = 1;
        return _random.Next(2) == 0
            ? Frames.Ethernet(to, World.Self, 0x0800, Frames.Ipv4("10.0.0.1", "10.0.0.2", 6, tcp))
            : Frames.Ethernet(to, World.Self, 0x86DD, Frames.Ipv6("fd01::1", "fd01::2", 6, tcp));
    }

    /// <summary>
    /// What the slow path sends; its tenant is one of those that the tests count.
    /// </summary>
    private byte[] Injected()
    {
        byte[] header = new byte[SlowHeader.LengthBytes];
        new SlowHeader
        {
            Action = (SlowAction)_random.Next(4),
            Tenant = (ushort)_random.Next(5),
            Vni = World.Vnis[_random.Next(3)],
            NextHop = (ushort)_random.Next(5),
            Queue = (ushort)_random.Next(5),
        }.Write(header);
        if (_random.Next(10) == 0)
        {
            header = Change(header, _random.Next(4), (byte)_random.Next(256));
        }

        byte[] frame = [.. header, .. Tenant()];
        return _random.Next(20) == 0 ? frame[..Math.Min(frame.Length, _random.Next(1, 60))] : frame;
    }

    private string Remote6() => _random.Next(24) switch
    {
        0 => World.West6,
        1 => "fd00::99",
        2 => "ff02::5",
        3 => "::1",
        4 => $"::ffff:{World.East}",
        _ => World.Six,
    };

    private string Local6() => _random.Next(12) switch
    {
        0 => "fd00::9",
        1 => $"::ffff:{World.West}",
        _ => World.West6,
    };

    private string Remote() => _random.Next(24) switch
    {
        0 => World.West,
        1 => "192.0.2.99",
        2 => "224.0.0.5",
        3 => "127.0.0.1",
        4 or 5 => World.North,
        < 10 => World.Gre,
        _ => World.East,
    };

    private string Local() => _random.Next(12) switch
    {
        0 => "192.168.203.2",
        < 4 => World.South,
        _ => World.West,
    };

    private ushort Queue() => (ushort)_random.Next(_random.Next(10) == 0 ? 6 : 4);

    private int Size() => _random.Next(40) switch
    {
        0 => _random.Next(9300),
        < 5 => _random.Next(1600),
        _ => _random.Next(200),
    };

    /// <summary>Now and then a few bits among the first bytes.</summary>
    private byte[] Mutate(byte[] frame, int span)
    {
        for (int n = _random.Next(6) == 0 ? _random.Next(1, 4) : 0; n > 0; n--)
        {
            frame[_random.Next(Math.Min(span, frame.Length))] ^= (byte)(1 << _random.Next(8));
        }

        return frame;
    }

    private byte[] Noise(int bytes)
    {
        byte[] noise = new byte[bytes];
        _random.NextBytes(noise);
        return noise;
    }
}
