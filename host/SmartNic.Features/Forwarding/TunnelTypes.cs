using System.Text.Json;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Types of the fields of tunnels.</summary>
internal static class TunnelTypes
{
    private static readonly TunnelKind[] Kinds =
    [
        TunnelKind.Vxlan, TunnelKind.Geneve, TunnelKind.Nvgre, TunnelKind.Gretap, TunnelKind.Gre,
        TunnelKind.Ipip,
    ];

    /// <summary>How frames are carried.</summary>
    public static FieldType<TunnelKind> Kind { get; } = new(
        "vxlan, geneve, nvgre, gretap, gre or ipip",
        (string text, out TunnelKind value) =>
        {
            value = Kinds.FirstOrDefault(k => Text(k) == text);
            return value != TunnelKind.None;
        })
    {
        Write = Text,
        Schema = """{ "enum": ["vxlan", "geneve", "nvgre", "gretap", "gre", "ipip"] }""",
    };

    /// <summary>Options of Geneve (RFC 8926 section 3.5).</summary>
    public static FieldType<ConfigBytes> Options { get; } = new(
        $"Geneve options in hexadecimal digits, up to {TunnelRoute.MaxOptionBytes} bytes, such as "
        + "\"0102 80 01 0000002a\"",
        (string text, out ConfigBytes value) =>
            ConfigBytes.TryParse(text, out value) && WhyNot(value.Span) is null)
    {
        Why = text => ConfigBytes.TryParse(text, out var value) ? WhyNot(value.Span) : null,
        Write = value => $"\"{value}\"",
        Schema = """{ "type": "string", "pattern": "^([0-9A-Fa-f ]*)$" }""",
    };

    private static string Text(TunnelKind kind) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}");

    /// <summary>Each option is four bytes and as many words as the last of them says.</summary>
    private static string? WhyNot(ReadOnlySpan<byte> options)
    {
        if (options.Length > TunnelRoute.MaxOptionBytes)
        {
            return $"{options.Length} bytes";
        }

        var at = 0;
        while (at + 4 <= options.Length)
        {
            at += 4 + (4 * (options[at + 3] & 31));
        }

        return at == options.Length ? null
            : $"an option goes on behind byte {options.Length}";
    }
}
