using System.Net;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>A rule in the plainest form: it asks a packet one question after the other.</summary>
internal sealed record OracleRule
{
    public byte? Protocol { get; init; }

    public (IPAddress Address, int Bits)? Source { get; init; }

    public (IPAddress Address, int Bits)? Destination { get; init; }

    public (int First, int Last)? SourcePorts { get; init; }

    public (int First, int Last)? DestinationPorts { get; init; }

    public (int Type, int? Code)? Icmp { get; init; }

    public (int Set, int Clear)? Flags { get; init; }

    public bool Allows { get; init; }

    /// <summary>Whether it matches.</summary>
    public bool Matches(OraclePacket p)
    {
        if (Protocol is { } protocol && protocol != p.Protocol)
        {
            return false;
        }

        if ((Protocol == 1 && p.IsIp6) || (Protocol == 58 && !p.IsIp6))
        {
            return false;
        }

        if (!IsIn(Source, p.Source) || !IsIn(Destination, p.Destination))
        {
            return false;
        }

        var asksPorts = SourcePorts is not null || DestinationPorts is not null;
        if ((asksPorts || Icmp is not null || Flags is not null) && !p.SeesPorts)
        {
            return false;
        }

        return IsIn(SourcePorts, p.SourcePort) && IsIn(DestinationPorts, p.DestinationPort)
            && (Icmp is not { } icmp
                || (icmp.Type == p.IcmpType && (icmp.Code ?? p.IcmpCode) == p.IcmpCode))
            && (Flags is not { } flags
                || ((p.Flags & flags.Set) == flags.Set && (p.Flags & flags.Clear) == 0));
    }

    /// <summary>It in a configuration.</summary>
    public RuleConfig ToConfig(string name, RuleDirection direction) => new()
    {
        Name = name,
        Direction = direction,
        Action = Allows ? RuleAction.Allow : RuleAction.Deny,
        Protocol = Protocol,
        Source = Prefix(Source),
        Destination = Prefix(Destination),
        SourcePorts = Ports(SourcePorts),
        DestinationPorts = Ports(DestinationPorts),
        IcmpType = Icmp is { } icmp ? new((byte)icmp.Type, (byte?)icmp.Code) : null,
        TcpFlags = Flags is { } flags ? new((byte)flags.Set, (byte)flags.Clear) : null,
    };

    private static bool IsIn((IPAddress Address, int Bits)? prefix, IPAddress address)
    {
        if (prefix is not var (first, bits))
        {
            return true;
        }

        byte[] a = address.GetAddressBytes(), b = first.GetAddressBytes();
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var bit = 0; bit < bits; bit++)
        {
            if (((a[bit / 8] ^ b[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIn((int First, int Last)? range, int port) =>
        range is not var (first, last) || (first <= port && port <= last);

    private static IpPrefix? Prefix((IPAddress Address, int Bits)? prefix)
    {
        if (prefix is not var (address, bits))
        {
            return null;
        }

        Assert.That(IpPrefix.TryParse($"{Text(address)}/{bits}", out var read));
        return read.Masked();
    }

    // Of mapped ones the usual text is that of IPv4.
    private static string Text(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? $"::ffff:{address.MapToIPv4()}" : $"{address}";

    private static PortRange? Ports((int First, int Last)? range) =>
        range is var (first, last) ? new((ushort)first, (ushort)last) : null;
}
