using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// Delays in ns: estimates, not a promise. A LUT level costs more than the data sheet says, because
/// two thirds of a path are routing.
/// </summary>
/// <param name="Register">Clock to output, setup and skew.</param>
/// <param name="Lut">One level of 6-input LUTs with its routing.</param>
/// <param name="Carry">Into and out of a carry chain.</param>
/// <param name="AddBit">A bit of a sum's carry chain.</param>
/// <param name="CompareBit">A bit of a comparison; as many as a LUT compares are one bit of its
/// chain, behind the LUT.</param>
internal sealed record DelayModel(
    double Register, double Lut, double Carry, double AddBit, double CompareBit)
{
    /// <summary>DS923 and the routing share of public reports of Corundum.</summary>
    public static readonly DelayModel UltraScalePlus = new(0.35, 0.40, 0.55, 0.006, 0.002);

    /// <summary>DS182: slower LUTs and twice the routing.</summary>
    public static readonly DelayModel Series7 = new(0.60, 0.70, 0.95, 0.012, 0.004);

    /// <summary>iCE40 HX, roughly: for comparison with routed clocks only.</summary>
    public static readonly DelayModel Ice40 = new(1.4, 1.3, 1.2, 0.14, 0.14) { LutInputs = 4 };

    /// <summary>Counts levels: a LUT is one, a carry chain of any length is one.</summary>
    public static readonly DelayModel Levels = new(0, 1, 1, 0, 0);

    /// <summary>The same with LUTs of 4 inputs.</summary>
    public static readonly DelayModel Ice40Levels = Levels with { LutInputs = 4 };

    /// <summary>Inputs of a LUT.</summary>
    public int LutInputs { get; init; } = 6;

    /// <summary>Levels of a product in a DSP slice: multiplier 5, final adder 2.</summary>
    public const int DspLevels = 7;

    public static DelayModel For(DeviceFamily family) =>
        family == DeviceFamily.Series7 ? Series7 : UltraScalePlus;

    /// <summary>Logic that packs into 6-input LUTs.</summary>
    public static bool IsLut(Node n) => n.Op is
        Op.And or Op.Or or Op.Xor or Op.Not or Op.Mux or Op.Parity;

    /// <summary>Delay of one operation by itself, all its bits at once.</summary>
    public double Of(Node n) => n.Op switch
    {
        Op.Add or Op.Subtract => Carry + AddBit * n.Width,
        Op.Less or Op.LessSigned when n.Args[0].Width <= 3 => Lut,
        Op.Less or Op.LessSigned => Lut + Carry + CompareBit * n.Args[0].Width,
        Op.Equal => Lut * Depth(n.Args[0].Width * (n.Args[1].IsConstant ? 1 : 2)),
        Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned =>
            Lut * Math.Ceiling(n.Args[1].Width / 2.0),
        Op.Input or Op.Constant or Op.Call or Op.Leave => 0,
        _ when n.IsWiring => 0,
        _ => Lut,
    };

    private static double Depth(int inputs) =>
        Math.Max(1, Math.Ceiling(Math.Log(inputs) / Math.Log(6) - 1e-9));
}
