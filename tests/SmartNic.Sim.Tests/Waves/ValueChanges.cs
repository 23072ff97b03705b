using System.Globalization;
using System.Numerics;

namespace SmartNic.Sim.Tests.Waves;

/// <summary>A signal of a value change dump.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Its bits.</param>
internal sealed record Signal(string Name, int Width);

/// <summary>
/// What signals are in each clock: a value change dump (IEEE 1364-2005 section 18.2), read as a
/// register reads, before the edge.
/// </summary>
/// <param name="Signals">The signals, without the clock, in the order of the dump.</param>
/// <param name="Clocks">For each clock a value for each signal; null where a bit is unknown.
/// </param>
internal sealed record ValueChanges(
    IReadOnlyList<Signal> Signals, IReadOnlyList<BigInteger?[]> Clocks)
{
    private const string Clock = "clk";

    /// <summary>Reads a dump that has a signal clk.</summary>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="InvalidDataException">It has none.</exception>
    public static ValueChanges Read(IEnumerable<string> lines)
    {
        var signals = new List<(string Id, Signal Signal)>();
        var values = new Dictionary<string, BigInteger?>();
        Dictionary<string, BigInteger?> settled = [];
        var clocks = new List<BigInteger?[]>();
        string clock = "";
        foreach (string[] words in lines.Select(line => line.Split(
            ' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0))
        {
            if (words[0] == "$var")
            {
                // $var reg 8 & name [7:0] $end
                if (words[4] == Clock)
                {
                    clock = words[3];
                }
                else
                {
                    signals.Add((words[3],
                        new(words[4], int.Parse(words[2], CultureInfo.InvariantCulture))));
                }
            }
            else if (Change(words) is var (id, digits))
            {
                if (id == clock && digits == "1" && settled.GetValueOrDefault(id)?.IsZero == true)
                {
                    clocks.Add([.. signals.Select(s => settled.GetValueOrDefault(s.Id))]);
                }

                values[id] = Value(digits);
            }
            else if (words[0][0] == '#')
            {
                settled = new(values);
            }
        }

        return clock == ""
            ? throw new InvalidDataException($"the dump has no signal {Clock}")
            : new([.. signals.Select(s => s.Signal)], clocks);
    }

    /// <summary>A change: "1!" of a bit, "b101 !" of more.</summary>
    private static (string Id, string Digits)? Change(string[] words) => words[0][0] switch
    {
        '0' or '1' or 'x' or 'z' => (words[0][1..], words[0][..1]),
        'b' => (words[1], words[0][1..]),
        _ => null,
    };

    private static BigInteger? Value(string digits) =>
        digits.All(d => d is '0' or '1') ? digits.Aggregate(
            BigInteger.Zero, (value, digit) => (value << 1) | (digit - '0')) : null;
}
