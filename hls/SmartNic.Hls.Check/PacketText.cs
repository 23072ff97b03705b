using System.Text;
using SmartNic.Hls.Check.Stimulus;

namespace SmartNic.Hls.Check;

/// <summary>A packet that came out differently, for people.</summary>
internal static class PacketText
{
    /// <summary>Inputs, then every output that differs.</summary>
    public static string Describe(WordLayout inputs, ReadOnlySpan<ulong> packet,
        WordLayout outputs, ReadOnlySpan<ulong> one, string oneName,
        ReadOnlySpan<ulong> other, string otherName)
    {
        var text = new StringBuilder("  inputs\n");
        foreach (var port in inputs.Ports)
            text.Append($"    {port.Name} = {Hex(port, packet)}\n");
        text.Append("  outputs that differ\n");
        foreach (var port in outputs.Ports)
            if (WordLayout.Get(port, one) != WordLayout.Get(port, other))
                text.Append($"    {port.Name}: {oneName} {Hex(port, one)}, "
                    + $"{otherName} {Hex(port, other)}\n");
        return text.ToString();
    }

    private static string Hex(WordPort port, ReadOnlySpan<ulong> words) =>
        $"{port.Width}'h{WordLayout.Get(port, words).ToString("x").TrimStart('0') switch
        {
            "" => "0",
            var digits => digits,
        }}";
}
