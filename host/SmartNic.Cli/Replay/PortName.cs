using System.Globalization;
using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>
/// A port as the command line names it: <c>wire</c>, <c>wire.N</c>, <c>host.TENANT</c>,
/// <c>slow</c>, <c>slow.N</c>; without a number it is interface 0.
/// </summary>
/// <param name="Kind">What the port is connected to.</param>
/// <param name="Interface">Number of the interface; 0 for a host port, whose tenant has it.</param>
/// <param name="Tenant">Name of the tenant of a host port; otherwise null.</param>
internal sealed record PortName(PortKind Kind, byte Interface, string? Tenant)
{
    /// <summary>What a port may be called.</summary>
    public const string Grammar = "wire, wire.N, host.TENANT, slow or slow.N";

    /// <summary>Reads a name; null where it is none.</summary>
    public static PortName? TryParse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? text : text[..dot];
        var rest = dot < 0 ? null : text[(dot + 1)..];
        return head switch
        {
            "wire" => Numbered(PortKind.Wire, rest),
            "slow" => Numbered(PortKind.Slow, rest),
            "host" when IsTenant(rest) => new PortName(PortKind.Host, 0, rest),
            _ => null,
        };
    }

    /// <summary>The full name: <c>wire.0</c>, <c>host.red</c>.</summary>
    public override string ToString() => Kind switch
    {
        PortKind.Host => $"host.{Tenant}",
        PortKind.Slow => $"slow.{Interface}",
        _ => $"wire.{Interface}",
    };

    private static PortName? Numbered(PortKind kind, string? number)
    {
        if (number is null)
        {
            return new PortName(kind, 0, null);
        }

        var isPlain = number == "0" || (number.Length > 0 && number[0] != '0');
        return isPlain && byte.TryParse(
            number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new PortName(kind, value, null) : null;
    }

    private static bool IsTenant(string? name) => !string.IsNullOrEmpty(name)
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
