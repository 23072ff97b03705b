using System.Text;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Check;

/// <summary>A packet that came out differently, for people.</summary>
internal static class PacketText
{
    private const int RowBytes = 16, FrameWords = Window.LengthBytes / 8;

    /// <summary>Inputs, then every output that differs.</summary>
    public static string Describe(WordLayout inputs, ReadOnlySpan<ulong> packet,
        WordLayout outputs, ReadOnlySpan<ulong> one, string oneName,
        ReadOnlySpan<ulong> other, string otherName)
    {
        var text = new StringBuilder(Inputs(inputs, packet)).Append("  outputs that differ\n");
        foreach (var port in outputs.Ports)
            if (WordLayout.Get(port, one) != WordLayout.Get(port, other))
                text.Append($"    {port.Name}: {oneName} {Hex(port, one)}, "
                    + $"{otherName} {Hex(port, other)}\n");
        return text.ToString();
    }

    /// <summary>What a packet is.</summary>
    public static string Inputs(WordLayout inputs, ReadOnlySpan<ulong> packet)
    {
        var text = new StringBuilder("  inputs\n");
        for (int p = 0; p < inputs.Ports.Count; p++)
        {
            var port = inputs.Ports[p];
            if (IsFrame(inputs, p))
            {
                text.Append($"    {port.Name[..^2]} =\n{Bytes(packet.Slice(port.At, FrameWords))}");
                p += FrameWords - 1;
                continue;
            }
            text.Append($"    {port.Name} = {Hex(port, packet)}\n");
        }
        return text.ToString();
    }

    /// <summary>True for the first word of a window.</summary>
    private static bool IsFrame(WordLayout inputs, int at) =>
        inputs.Ports[at] is { Width: 64, Name: var name } && name.EndsWith("_0",
            StringComparison.Ordinal) && at + FrameWords <= inputs.Ports.Count
        && inputs.Ports[at + FrameWords - 1].Name == $"{name[..^1]}{FrameWords - 1}";

    /// <summary>Bytes of a frame in rows, without the zeros at its end.</summary>
    private static string Bytes(ReadOnlySpan<ulong> words)
    {
        var bytes = new byte[8 * words.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(words[i / 8] >> (56 - 8 * (i % 8)));
        int end = Array.FindLastIndex(bytes, b => b != 0) + 1;
        var text = new StringBuilder();
        for (int row = 0; row < Math.Max(end, 1); row += RowBytes)
            text.Append($"      {row:x4}  ").AppendJoin(' ', bytes.Skip(row).Take(
                Math.Clamp(end - row, 1, RowBytes)).Select(b => $"{b:x2}")).Append('\n');
        return text.ToString();
    }

    private static string Hex(WordPort port, ReadOnlySpan<ulong> words) =>
        $"{port.Width}'h{WordLayout.Get(port, words).ToString("x").TrimStart('0') switch
        {
            "" => "0",
            var digits => digits,
        }}";
}
