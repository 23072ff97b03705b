using System.Globalization;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Types of a rule's values.</summary>
internal static class RuleTypes
{
    private static readonly (string Word, byte? Number)[] Protocols =
    [
        ("any", null), ("tcp", Kernels.Protocol.Tcp), ("udp", Kernels.Protocol.Udp),
        ("icmp", Kernels.Protocol.Icmp), ("icmp6", Kernels.Protocol.Icmpv6),
    ];

    /// <summary>Which packets.</summary>
    public static FieldType<RuleDirection> Direction { get; } = Types.Either(
        "ingress", RuleDirection.Ingress, "egress", RuleDirection.Egress);

    /// <summary>What becomes of them.</summary>
    public static FieldType<RuleAction> Action { get; } =
        Types.Either("allow", RuleAction.Allow, "deny", RuleAction.Deny);

    /// <summary>What becomes of what no rule matches.</summary>
    public static FieldType<RuleAction?> Default { get; } =
        Types.Either<RuleAction?>("allow", RuleAction.Allow, "deny", RuleAction.Deny);

    /// <summary>An IP protocol.</summary>
    public static FieldType<byte?> Protocol { get; } = new(
        "any, tcp, udp, icmp, icmp6 or a number between 0 and 255", TryProtocol)
    {
        Write = value => Protocols.FirstOrDefault(p => p.Number == value).Word
            ?? value!.Value.ToString(CultureInfo.InvariantCulture),
        Schema = """
            {
              "anyOf": [
                { "enum": ["any", "tcp", "udp", "icmp", "icmp6"] },
                { "type": "integer", "minimum": 0, "maximum": 255 }
              ]
            }
            """,
    };

    /// <summary>An address or a prefix.</summary>
    public static FieldType<IpPrefix?> Prefix { get; } = new(
        "an address or prefix of IPv4 or IPv6 such as 10.0.0.0/8 or \"2001:db8::/32\"",
        (string text, out IpPrefix? value) =>
        {
            value = IpPrefix.TryParse(text, out var prefix) ? prefix : null;
            return value is not null && WhyNot(prefix) is null;
        })
    {
        Why = text => IpPrefix.TryParse(text, out var prefix) ? WhyNot(prefix) : null,
        Write = value => $"\"{value}\"",
        Schema = """{ "type": "string", "pattern": "^[0-9A-Fa-f.:]+(/[0-9]{1,3})?$" }""",
    };

    /// <summary>A port, or a range.</summary>
    public static FieldType<PortRange?> Ports { get; } = new(
        "a port between 0 and 65535, or a range such as 1024-65535",
        (string text, out PortRange? value) =>
        {
            var dash = text.IndexOf('-', StringComparison.Ordinal);
            var isGood = TryUpTo(dash < 0 ? text : text[..dash], ushort.MaxValue, out var first);
            isGood &= TryUpTo(text[(dash + 1)..], ushort.MaxValue, out var last) && first <= last;
            value = isGood ? new PortRange((ushort)first, (ushort)last) : null;
            return isGood;
        })
    {
        Write = value => $"{value}",
        Schema = """
            {
              "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": 65535 },
                { "type": "string", "pattern": "^[0-9]{1,5}(-[0-9]{1,5})?$" }
              ]
            }
            """,
    };

    /// <summary>A type of ICMP, or a type with a code.</summary>
    public static FieldType<IcmpType?> IcmpType { get; } = new(
        "a type between 0 and 255, or type/code such as 3/4",
        (string text, out IcmpType? value) =>
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var isGood = TryUpTo(slash < 0 ? text : text[..slash], byte.MaxValue, out var type);
            isGood &= TryUpTo(text[(slash + 1)..], byte.MaxValue, out var code);
            value = isGood ? new IcmpType((byte)type, slash < 0 ? null : (byte)code) : null;
            return isGood;
        })
    {
        Write = value => $"{value}",
        Schema = """
            {
              "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": 255 },
                { "type": "string", "pattern": "^[0-9]{1,3}(/[0-9]{1,3})?$" }
              ]
            }
            """,
    };

    /// <summary>Flags of TCP.</summary>
    public static FieldType<TcpFlags?> Flags { get; } = new(
        $"flags such as \"syn,!ack\" of {string.Join(", ", TcpFlags.Names)}, each once",
        (string text, out TcpFlags? value) =>
        {
            value = TcpFlags.TryParse(text, out var flags) ? flags : null;
            return value is not null;
        })
    {
        Write = value => $"\"{value}\"",
        Schema = """{ "type": "string", "pattern": "^!?[a-z]{3}( ?, ?!?[a-z]{3})*$" }""",
    };

    private static string? WhyNot(IpPrefix prefix) =>
        prefix.IsIp6 && prefix.Bits >= 96 && IpNumber.IsMapped(prefix.Address)
            ? "::ffff:0:0/96 stands for IPv4 addresses; write the IPv4 address"
        : prefix.Masked() != prefix
            ? $"bits behind its length are set; {prefix.Masked()} has none"
        : null;

    private static bool TryProtocol(string text, out byte? value)
    {
        var at = Array.FindIndex(Protocols, p => p.Word == text);
        value = at >= 0 ? Protocols[at].Number : null;
        if (at < 0 && TryUpTo(text, byte.MaxValue, out var number))
        {
            value = (byte)number;
            return true;
        }

        return at >= 0;
    }

    private static bool TryUpTo(string text, uint most, out uint value) =>
        Types.TryDigits(text, out value) && value <= most;
}
