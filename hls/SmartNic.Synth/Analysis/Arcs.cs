using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Analysis;

/// <summary>What a signal passes on its way from an input pin to an output pin.</summary>
internal enum Passage
{
    /// <summary>One LUT level.</summary>
    Lut,

    /// <summary>No level of its own: it lies behind the LUTs of the same slice.</summary>
    WithinLut,

    /// <summary>Into a carry chain: one level.</summary>
    IntoCarry,

    /// <summary>
    /// Into a carry chain at S. Only the LUT of the same slice reaches that pin, without routing:
    /// such a LUT and the chain are one level.
    /// </summary>
    IntoCarryAtSelect,

    /// <summary>From the carry cell below, where that is one; else into a chain.</summary>
    AlongCarry,

    /// <summary>A DSP slice without registers.</summary>
    Dsp,

    /// <summary>Nothing.</summary>
    Free,
}

/// <summary>A way through a cell.</summary>
/// <param name="Net">Net at the input pin.</param>
/// <param name="Passage">What is passed.</param>
/// <param name="Amount">Bits of carry, or levels of a DSP slice.</param>
internal readonly record struct Arc(int Net, Passage Passage, int Amount = 0);

/// <summary>
/// The combinational ways through each primitive. What is not listed starts at the clock.
/// </summary>
internal static class Arcs
{
    /// <summary>Ways to bit `index` of output `pin`; none where the output is registered.</summary>
    public static IEnumerable<Arc> To(Cell cell, string pin, int index) =>
        CellKinds.Of(cell.Type) switch
        {
            CellKind.Lut => From(cell, _ => true, Passage.Lut),
            CellKind.Buffer => From(cell, _ => true, Passage.Free),
            CellKind.WideMux => WideMux(cell),
            CellKind.Carry => Carry(cell, index),
            CellKind.ShiftRegister when pin == "Q" =>
                From(cell, p => p[0] == 'A', Passage.Lut),
            CellKind.LutRam => From(cell, p => Reads(p, pin), Passage.Lut),
            CellKind.Dsp => DspSlice.To(cell, pin),
            _ => [],
        };

    /// <summary>
    /// MUXF7..9 lie behind their LUTs and add no level; the select comes through the fabric like
    /// any LUT input, and counts as the LUT level that the multiplexer belongs to.
    /// </summary>
    private static IEnumerable<Arc> WideMux(Cell cell) =>
        From(cell, p => p is "I0" or "I1", Passage.WithinLut)
            .Concat(From(cell, p => p == "S", Passage.Lut));

    private static IEnumerable<Arc> Carry(Cell cell, int index)
    {
        foreach (Pin pin in cell.Pins.Where(p => !p.IsOutput))
        {
            bool isLow = pin.Name is "CI" or "CI_TOP" or "CYINIT";
            for (int i = 0; i < pin.Bits.Length; i++)
            {
                if (pin.Bits[i] < 0 || (!isLow && i > index) || (pin.Name == "CI_TOP" && index < 4))
                {
                    continue;
                }

                int below = isLow ? (pin.Name == "CI_TOP" ? 4 : 0) : i;
                Passage passage = pin.Name switch
                {
                    "CI" => Passage.AlongCarry,
                    "S" => Passage.IntoCarryAtSelect,
                    _ => Passage.IntoCarry,
                };
                yield return new Arc(pin.Bits[i], passage, index - below + 1);
            }
        }
    }

    /// <summary>Whether output `pin` of a memory in LUTs follows `address`.</summary>
    private static bool Reads(string address, string pin) => pin switch
    {
        "DPO" => address.StartsWith("DPRA", StringComparison.Ordinal),
        "SPO" or "O" => address[0] == 'A',
        _ => address == "ADDR" + pin[^1],
    };

    private static IEnumerable<Arc> From(Cell cell, Func<string, bool> pins, Passage passage) =>
        from pin in cell.Pins
        where !pin.IsOutput && pins(pin.Name)
        from net in pin.Bits
        where net >= 0
        select new Arc(net, passage);
}
