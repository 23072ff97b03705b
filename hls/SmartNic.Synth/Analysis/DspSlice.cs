using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Analysis;

/// <summary>
/// Ways through a DSP slice. Its parts are counted in LUT levels of 0.3 ns: multiplier 5, final
/// adder 2 (a rounded-up 2.1 ns for a multiply through a slice without registers).
/// </summary>
internal static class DspSlice
{
    private const int Multiplier = 5;
    private const int Adder = 2;

    /// <summary>Ways to an output.</summary>
    public static IEnumerable<Arc> To(Cell cell, string output) =>
        Has(cell, "PREG") ? [] :
            from pin in cell.Pins
            where !pin.IsOutput && !IsControl(pin.Name) && !Has(cell, Register(pin.Name))
            where !(IsFactor(pin.Name) && Has(cell, "MREG"))
            from net in pin.Bits
            where net >= 0
            select new Arc(net, Passage.Dsp, Weight(pin.Name));

    /// <summary>Levels between the last internal register and the output; 0 without one.</summary>
    public static int Start(Cell cell)
    {
        if (Has(cell, "PREG"))
        {
            return 0;
        }

        if (Has(cell, "MREG") || Has(cell, "CREG"))
        {
            return Adder;
        }

        return Has(cell, "AREG") || Has(cell, "BREG") ? Multiplier + Adder : 0;
    }

    /// <summary>Levels between an input and the register behind it; null without one.</summary>
    public static int? End(Cell cell, string pin)
    {
        if (IsControl(pin) || Has(cell, Register(pin)))
        {
            return 0;
        }

        if (IsFactor(pin) && Has(cell, "MREG"))
        {
            return Multiplier;
        }

        return Has(cell, "PREG") ? Weight(pin) : null;
    }

    private static int Weight(string pin) => IsFactor(pin) ? Multiplier + Adder : Adder;

    private static bool IsFactor(string pin) => pin is "A" or "B" or "D" or "ACIN" or "BCIN";

    private static bool IsControl(string pin) =>
        CellKinds.IsClock(pin)
        || pin.StartsWith("CE", StringComparison.Ordinal)
        || pin.StartsWith("RST", StringComparison.Ordinal);

    private static string Register(string pin) =>
        pin.EndsWith("CIN", StringComparison.Ordinal) ? pin[..1] + "REG" : pin + "REG";

    private static bool Has(Cell cell, string register) =>
        cell.Parameters.TryGetValue(register, out string? text)
        && text.Contains('1', StringComparison.Ordinal);
}
