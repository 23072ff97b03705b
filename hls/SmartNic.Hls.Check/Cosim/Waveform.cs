using System.Numerics;
using System.Text;
using SmartNic.Hls.Check.Stimulus;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// The ports of a kernel or a stage around a packet, as text: clocks across, ports down, values in
/// hexadecimal. What is the packet's by the contract stands in brackets; the rest is of other
/// packets, or noise, and is cut to its low digits where it is long.
/// </summary>
internal static class Waveform
{
    private const int Before = 1, After = 1, Digits = 6;

    /// <summary>The waveform of a packet of the last run.</summary>
    /// <param name="model">What ran.</param>
    /// <param name="packet">Its number in the run.</param>
    /// <param name="what">What it is called.</param>
    /// <param name="outputs">The outputs, as words.</param>
    /// <param name="expected">What the JIT gives.</param>
    /// <param name="found">What Verilog gives.</param>
    public static string Text(VerilatedKernel model, int packet, string what, WordLayout outputs,
        ReadOnlySpan<ulong> expected, ReadOnlySpan<ulong> found)
    {
        int last = model.Shown.Max(p => p.Clock) + After;
        long begun = model.Begun(packet);
        var clocks = Enumerable.Range(-Before, Before + last + 1)
            .Select(c => (Clock: c, Words: model.Clock(begun + c))).Where(c => c.Words != null)
            .ToList();
        var rows = new List<string[]> { (string[])["clock", .. clocks.Select(c => $"{c.Clock} ")] };
        var notes = new List<string> { "" };
        for (int n = 0; n < model.Shown.Count; n++)
        {
            var shown = model.Shown[n];
            var place = model.Trace.Ports[n];
            rows.Add([shown.Name, .. clocks.Select(c => Cell(
                WordLayout.Get(place, c.Words), c.Clock == shown.Clock))]);
            notes.Add(Note(shown, outputs, expected, found));
        }
        var widths = Enumerable.Range(0, clocks.Count + 1).Select(c => rows.Max(r => r[c].Length))
            .ToArray();
        var text = new StringBuilder($"  ports around {what}; clock 0 is its first\n");
        foreach (var (row, note) in rows.Zip(notes))
            text.Append("    ").Append(row[0].PadRight(widths[0])).Append(string.Concat(
                row.Skip(1).Select((cell, c) => " " + cell.PadLeft(widths[c + 1]))))
                .Append(note).Append('\n');
        return text.ToString();
    }

    private static string Cell(BigInteger value, bool own)
    {
        string digits = Hex(value);
        return own ? $"[{digits}]" : digits.Length > Digits + 2 ? ".." + digits[^Digits..] + " "
            : digits + " ";
    }

    private static string Note(ShownPort shown, WordLayout outputs, ReadOnlySpan<ulong> expected,
        ReadOnlySpan<ulong> found)
    {
        foreach (var port in outputs.Ports)
            if (port.Name == shown.Output
                && WordLayout.Get(port, expected) is var own && own != WordLayout.Get(port, found))
                return $"  C#: {Hex(own)}";
        return "";
    }

    private static string Hex(BigInteger value) =>
        value.IsZero ? "0" : value.ToString("x").TrimStart('0');
}
