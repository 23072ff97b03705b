using System.Net;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>Random rules and packets, most of them at the edges of each other.</summary>
/// <param name="random">Chooses.</param>
internal sealed class OracleWorld(Random random)
{
    private static readonly string[] Addresses4 =
    [
        "0.0.0.0", "255.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0", "10.0.0.1",
        "192.0.2.1", "172.16.32.64",
    ];

    private static readonly string[] Addresses6 =
    [
        "::", "::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::", "fe80::1", "::ffff:10.0.0.1",
        "::ffff:0.0.0.0",
    ];

    private static readonly int[] Ports =
    [
        0, 1, 15, 16, 79, 80, 81, 255, 256, 443, 1023, 1024, 4095, 4096, 32767, 32768, 65534, 65535,
    ];

    private static readonly byte[] Protocols = [0, 1, 6, 6, 6, 17, 17, 44, 47, 58, 255];

    /// <summary>A rule.</summary>
    public OracleRule Rule()
    {
        byte? protocol = random.Next(4) == 0 ? null : Pick(Protocols);
        var isIp6 = protocol == 58 || (protocol != 1 && random.Next(2) == 0);
        var hasPorts = protocol is 6 or 17;
        return new OracleRule
        {
            Allows = random.Next(2) == 0,
            Protocol = protocol,
            Source = random.Next(2) == 0 ? null : Prefix(isIp6),
            Destination = random.Next(2) == 0 ? null : Prefix(isIp6),
            SourcePorts = hasPorts && random.Next(3) == 0 ? Range() : null,
            DestinationPorts = hasPorts && random.Next(2) == 0 ? Range() : null,
            Icmp = protocol is 1 or 58 && random.Next(2) == 0
                ? (Pick([0, 3, 8, 128, 135, 255]), random.Next(2) == 0 ? null : Pick([0, 4, 255]))
                : null,
            Flags = protocol == 6 && random.Next(4) == 0 ? Flags() : null,
        };
    }

    /// <summary>A packet, at the edge of what a rule matches.</summary>
    public OraclePacket Packet(OracleRule rule)
    {
        var isIp6 = rule.Source is { } source ? source.Address.GetAddressBytes().Length == 16
            : rule.Destination is { } destination
                ? destination.Address.GetAddressBytes().Length == 16
            : rule.Protocol is not (1 or 58) ? random.Next(2) == 0 : rule.Protocol == 58;
        isIp6 ^= random.Next(16) == 0;
        return new OraclePacket
        {
            Source = Near(rule.Source, isIp6),
            Destination = Near(rule.Destination, isIp6),
            Protocol = rule.Protocol is { } protocol && random.Next(8) != 0
                ? protocol : Pick(Protocols),
            SourcePort = Near(rule.SourcePorts),
            DestinationPort = Near(rule.DestinationPorts),
            IcmpType = rule.Icmp?.Type ?? Pick([0, 3, 8, 128, 255]),
            IcmpCode = rule.Icmp?.Code is { } code && random.Next(4) != 0 ? code : Pick([0, 4]),
            Flags = rule.Flags is { } flags && random.Next(2) == 0
                ? (flags.Set | random.Next(256)) & ~flags.Clear : random.Next(256),
            Tags = random.Next(8) == 0 ? random.Next(1, 3) : 0,
            Fragment = isIp6 || random.Next(12) != 0 ? 0 : Pick([0x2000, 0x2001, 1, 0x1FFF, 0x4000]),
            Options = isIp6 || random.Next(12) != 0 ? 0 : random.Next(1, 11),
            Payload = random.Next(12) == 0 ? random.Next(0, 24) : 40,
        };
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private (IPAddress, int) Prefix(bool isIp6)
    {
        var address = Address(isIp6);
        var bits = isIp6
            ? Pick([0, 1, 3, 4, 7, 32, 33, 64, 80, 95, 96, 127, 128])
            : Pick([0, 1, 4, 7, 8, 9, 12, 24, 31, 32]);

        // Prefixes of mapped addresses are not for files: they would mean IPv4.
        return address.IsIPv4MappedToIPv6 && bits >= 96
            ? (IPAddress.Parse("2001:db8::1"), bits) : (address, bits);
    }

    private IPAddress Address(bool isIp6)
    {
        if (random.Next(4) != 0)
        {
            return IPAddress.Parse(Pick(isIp6 ? Addresses6 : Addresses4));
        }

        var bytes = new byte[isIp6 ? 16 : 4];
        random.NextBytes(bytes);
        return new IPAddress(bytes);
    }

    /// <summary>The first or last address of a prefix, or the one beside it, or another.</summary>
    private IPAddress Near((IPAddress Address, int Bits)? prefix, bool isIp6)
    {
        if (prefix is not var (address, bits)
            || address.GetAddressBytes().Length != (isIp6 ? 16 : 4))
        {
            return Address(isIp6);
        }

        var bytes = address.GetAddressBytes();
        var ones = random.Next(2) == 0;
        for (var bit = bits; bit < 8 * bytes.Length; bit++)
        {
            var mask = (byte)(0x80 >> (bit % 8));
            bytes[bit / 8] = (byte)(ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }

        if (random.Next(3) == 0)
        {
            // One further on, or back, with the carry.
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                bytes[i] += (byte)(ones ? 1 : -1);
                if (bytes[i] != (ones ? 0 : 255))
                {
                    break;
                }
            }
        }

        return new IPAddress(bytes);
    }

    private (int, int) Range()
    {
        int a = Port(), b = random.Next(3) == 0 ? Port() : 0;
        return b == 0 ? (a, a) : (Math.Min(a, b), Math.Max(a, b));
    }

    private int Port() => random.Next(3) == 0 ? random.Next(65536) : Pick(Ports);

    private int Near((int First, int Last)? range) => range is not var (first, last)
        ? Port()
        : Math.Clamp(Pick([first - 1, first, (first + last) / 2, last, last + 1]), 0, 65535);

    private (int, int)? Flags()
    {
        var set = random.Next(256);
        return set == 0 ? (2, 16) : (set, random.Next(256) & ~set);
    }
}
