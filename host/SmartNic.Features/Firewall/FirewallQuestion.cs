using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>A packet of which somebody wants to know what the firewall does with it.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Direction">Whether the tenant receives or sends it.</param>
/// <param name="Source">Source address.</param>
/// <param name="Destination">Destination address, of the same IP version.</param>
/// <param name="Protocol">IP protocol number.</param>
public sealed record FirewallQuestion(
    string Tenant, RuleDirection Direction, string Source, string Destination, byte Protocol)
{
    /// <summary>Source port, where it has one.</summary>
    public ushort SourcePort { get; init; }

    /// <summary>Destination port, where it has one.</summary>
    public ushort DestinationPort { get; init; }

    /// <summary>Type of ICMP, where it is that.</summary>
    public byte IcmpType { get; init; }

    /// <summary>Code of ICMP.</summary>
    public byte IcmpCode { get; init; }

    /// <summary>Flags of TCP, FIN the lowest bit.</summary>
    public byte TcpFlags { get; init; }

    /// <summary>Its ports are not seen: it is a fragment, or has options or extension headers.
    /// </summary>
    public bool IsFragment { get; init; }

    /// <summary>A packet of words such as rules have them; ports are left 0.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    /// <param name="source">Source address.</param>
    /// <param name="destination">Destination address.</param>
    /// <param name="protocol">As a rule has it, but not <c>any</c>.</param>
    /// <param name="icmpType">As a rule has it, the code 0 where it has none; null for an echo
    /// request.</param>
    /// <param name="tcpFlags">Flags that are set.</param>
    /// <param name="trouble">What is wrong; empty when nothing is.</param>
    /// <returns>Null where something is wrong.</returns>
    public static FirewallQuestion? Parse(
        string tenant, string direction, string source, string destination, string protocol,
        string? icmpType, string tcpFlags, out string trouble)
    {
        trouble = "";
        if (!RuleTypes.Direction.TryParse(direction, out var way))
        {
            trouble = $"direction {direction}: expected {RuleTypes.Direction.Expected}";
        }
        else if (!RuleTypes.Protocol.TryParse(protocol, out var number) || number is null)
        {
            trouble = $"protocol {protocol}: expected tcp, udp, icmp, icmp6 or a number up to 255";
        }
        else if (!RuleTypes.IcmpType.TryParse(icmpType ?? EchoOf(number.Value), out var icmp))
        {
            trouble = $"icmp type {icmpType}: expected {RuleTypes.IcmpType.Expected}";
        }
        else if (!Features.TcpFlags.TryParse(tcpFlags, out var flags) || flags.Clear != 0)
        {
            trouble = $"tcp flags {tcpFlags}: expected some of "
                + string.Join(", ", Features.TcpFlags.Names);
        }
        else
        {
            var question = new FirewallQuestion(tenant, way, source, destination, number.Value)
            {
                IcmpType = icmp!.Value.Type,
                IcmpCode = icmp.Value.Code ?? 0,
                TcpFlags = flags.Set,
            };
            trouble = question.Trouble() ?? "";
            return trouble.Length == 0 ? question : null;
        }

        return null;
    }

    private static string EchoOf(byte protocol)
    {
        var type = protocol == Kernels.Protocol.Icmpv6
            ? Kernels.Protocol.Echo6Request : Kernels.Protocol.EchoRequest;
        return $"{type}";
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Trouble() =>
        !IpPrefix.TryParse(Source, out var source) || Source.Contains('/')
            ? $"source {Source} is no IP address"
        : !IpPrefix.TryParse(Destination, out var destination) || Destination.Contains('/')
            ? $"destination {Destination} is no IP address"
        : source.IsIp6 != destination.IsIp6
            ? $"{Source} and {Destination} are of different IP versions"
        : null;

    /// <summary>What the rules see of it.</summary>
    /// <exception cref="FormatException">There is trouble with it.</exception>
    internal FiveTuple Tuple()
    {
        if (Trouble() is not null
            | !IpPrefix.TryParse(Source, out var source)
            | !IpPrefix.TryParse(Destination, out var destination))
        {
            throw new FormatException(Trouble());
        }

        var isIcmp = Protocol
            == (source.IsIp6 ? Kernels.Protocol.Icmpv6 : Kernels.Protocol.Icmp);
        var isTcp = Protocol == Kernels.Protocol.Tcp;
        var hasPorts = !IsFragment && (isIcmp || isTcp || Protocol == Kernels.Protocol.Udp);
        return new FiveTuple
        {
            IsIp = true,
            IsIp6 = source.IsIp6,
            Source = source.Address,
            Destination = destination.Address,
            Protocol = Protocol,
            HasPorts = hasPorts,
            SourcePort = !hasPorts ? (ushort)0
                : isIcmp ? (ushort)((IcmpType << 8) | IcmpCode) : SourcePort,
            DestinationPort = hasPorts && !isIcmp ? DestinationPort : (ushort)0,
            Flags = hasPorts && isTcp ? TcpFlags : (byte)0,
        };
    }
}
