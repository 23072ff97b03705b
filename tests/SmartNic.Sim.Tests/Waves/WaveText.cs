using System.Globalization;
using System.Numerics;
using System.Text;

namespace SmartNic.Sim.Tests.Waves;

/// <summary>
/// Signals as text: clocks across, a bit as a line, more bits as hexadecimal digits where they
/// change; x is unknown. Clocks in which nothing changes are left out, three or more as one ~.
/// </summary>
internal static class WaveText
{
    private const int LeastCell = 4;
    private const int LeastGap = 3;
    private const string Gap = "~ ";

    /// <summary>Draws all clocks.</summary>
    public static string Draw(ValueChanges changes)
    {
        int name = changes.Signals.Max(s => s.Name.Length) + 1;
        int cell = Math.Max(LeastCell, 1 + changes.Signals.Select(
            (s, n) => s.Width == 1 ? 0 : changes.Clocks.Max(c => Digits(c[n]).Length)).Max());
        List<int?> shown = [.. Shown(changes.Clocks)];
        var text = new StringBuilder();
        Row("clock", shown.Select(c => c is { } clock ? $"{clock}".PadRight(cell) : Gap));
        for (int n = 0; n < changes.Signals.Count; n++)
        {
            int signal = n;
            Row(changes.Signals[n].Name, shown.Select(
                c => c is { } clock ? Cell(changes, signal, clock, cell) : Gap));
        }

        return text.ToString();

        void Row(string what, IEnumerable<string> cells) => text
            .Append((what.PadRight(name) + string.Concat(cells)).TrimEnd()).Append('\n');
    }

    /// <summary>The clocks that are drawn; null for a gap.</summary>
    private static IEnumerable<int?> Shown(IReadOnlyList<BigInteger?[]> clocks)
    {
        for (int clock = 0; clock < clocks.Count; clock++)
        {
            yield return clock;
            var here = clocks[clock];
            int same = clocks.Skip(clock + 1).TakeWhile(c => c.SequenceEqual(here)).Count();
            if (same > LeastGap && clock + same + 1 < clocks.Count)
            {
                yield return null;
                clock += same - 1;
            }
        }
    }

    private static string Cell(ValueChanges changes, int signal, int clock, int cell)
    {
        BigInteger? value = changes.Clocks[clock][signal];
        BigInteger? last = clock == 0 ? value : changes.Clocks[clock - 1][signal];
        if (changes.Signals[signal].Width > 1)
        {
            return (clock == 0 || value != last ? "|" + Digits(value) : "").PadRight(cell);
        }

        char level = value switch { null => 'x', { IsZero: true } => '_', _ => '‾' };
        char edge = value == last || value is null || last is null ? level
            : value.Value.IsZero ? '\\' : '/';
        return edge + new string(level, cell - 1);
    }

    private static string Digits(BigInteger? value) => value switch
    {
        null => "x",
        { IsZero: true } => "0",
        _ => value.Value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0'),
    };
}
