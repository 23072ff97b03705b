using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Analysis;

/// <summary>What a module occupies.</summary>
/// <param name="Lut">LUTs used as logic, inverters included; nothing is packed in pairs.</param>
/// <param name="FlipFlop">Flip-flops.</param>
/// <param name="ShiftRegister">LUTs used as shift registers.</param>
/// <param name="LutRam">LUTs used as memory.</param>
/// <param name="BlockRam36">Block RAMs of 36 kbit; one of 18 kbit is a half.</param>
/// <param name="UltraRam">UltraRAMs of 288 kbit.</param>
/// <param name="Dsp">DSP slices.</param>
/// <param name="Carry">Carry primitives of 4 or 8 bits.</param>
/// <param name="WideMux">MUXF7, MUXF8 and MUXF9.</param>
public sealed record Area(
    int Lut,
    int FlipFlop,
    int ShiftRegister,
    int LutRam,
    double BlockRam36,
    int UltraRam,
    int Dsp,
    int Carry,
    int WideMux)
{
    /// <summary>Counts the primitives of a netlist.</summary>
    /// <param name="netlist">A mapped module.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="NetlistException">A primitive is unknown.</exception>
    public static Area Of(Netlist netlist)
    {
        var count = netlist.Cells.CountBy(c => c.Type).ToDictionary();
        string? unknown = count.Keys.FirstOrDefault(t => CellKinds.Of(t) == null);
        if (unknown != null)
        {
            Cell cell = netlist.Cells.First(c => c.Type == unknown);
            throw new NetlistException(
                $"{netlist.Name}: {cell.Name} is a {unknown}: a latch, or not known here");
        }

        int Sum(CellKind kind) => count.Where(c => CellKinds.Of(c.Key) == kind).Sum(c => c.Value);
        return new Area(
            Sum(CellKind.Lut),
            Sum(CellKind.FlipFlop),
            Sum(CellKind.ShiftRegister),
            count.Sum(c => c.Value * CellKinds.LutRamLuts(c.Key)),
            count.Where(c => CellKinds.Of(c.Key) == CellKind.BlockRam)
                .Sum(c => c.Key.StartsWith("RAMB18", StringComparison.Ordinal)
                    ? .5 * c.Value
                    : c.Value),
            Sum(CellKind.UltraRam),
            Sum(CellKind.Dsp),
            Sum(CellKind.Carry),
            Sum(CellKind.WideMux));
    }
}
