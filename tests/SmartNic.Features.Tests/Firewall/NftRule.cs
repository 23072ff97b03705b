using System.Net.Sockets;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>A rule in the words of nft(8), one line for each IP version that it is for.</summary>
internal static class NftRule
{
    /// <summary>The lines.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="allow">What lets pass.</param>
    public static IEnumerable<string> Lines(OracleRule rule, string allow)
    {
        var verdict = rule.Allows ? $"{allow} drop" : "drop";
        var family = (rule.Source ?? rule.Destination)?.Address.AddressFamily;
        foreach (var isIp6 in (bool[])[false, true])
        {
            var other = isIp6 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
            if (family != other && rule.Protocol != (isIp6 ? 1 : 58))
            {
                yield return $"{string.Join(' ', Matches(rule, isIp6))} {verdict}";
            }
        }
    }

    private static IEnumerable<string> Matches(OracleRule rule, bool isIp6)
    {
        var ip = isIp6 ? "ip6" : "ip";
        yield return $"ether type {ip}";
        if (rule.Protocol is { } protocol)
        {
            yield return isIp6 ? $"ip6 nexthdr {protocol}" : $"ip protocol {protocol}";
        }

        foreach (var (key, prefix) in ((string, (System.Net.IPAddress, int)?)[])
            [("saddr", rule.Source), ("daddr", rule.Destination)])
        {
            if (prefix is var (address, bits) && bits > 0)
            {
                yield return $"{ip} {key} & {Mask(bits, isIp6)} == {First(address, bits)}";
            }
        }

        if (rule.SourcePorts is null && rule.DestinationPorts is null && rule.Icmp is null
            && rule.Flags is null)
        {
            yield break;
        }

        // What the gateway sees of a packet: no fragments, no options, a whole header.
        var least = rule.Protocol switch { 6 => 20, 17 => 8, _ => 4 };
        yield return isIp6
            ? $"ip6 length >= {least}"
            : $"ip frag-off & 0x3fff == 0 ip hdrlength 5 ip length >= {20 + least}";
        foreach (var (key, range) in ((string, (int, int)?)[])
            [("sport", rule.SourcePorts), ("dport", rule.DestinationPorts)])
        {
            if (range is var (first, last))
            {
                yield return $"th {key} >= {first} th {key} <= {last}";
            }
        }

        if (rule.Icmp is { } icmp)
        {
            yield return $"@th,0,8 {icmp.Type}"
                + (icmp.Code is { } code ? $" @th,8,8 {code}" : "");
        }

        if (rule.Flags is { } flags)
        {
            yield return $"@th,104,8 & {flags.Set | flags.Clear} == {flags.Set}";
        }
    }

    private static string Mask(int bits, bool isIp6)
    {
        var bytes = new byte[isIp6 ? 16 : 4];
        for (var bit = 0; bit < bits; bit++)
        {
            bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return new System.Net.IPAddress(bytes).ToString();
    }

    private static string First(System.Net.IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = bits; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new System.Net.IPAddress(bytes).ToString();
    }
}
