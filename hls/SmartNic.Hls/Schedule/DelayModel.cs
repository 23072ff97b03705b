using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// Delays in ns, UltraScale+ speed grade -2: estimates for a word-level model, not a promise. A LUT
/// level costs more than the data sheet says, because two thirds of a path are routing.
/// </summary>
internal static class DelayModel
{
    /// <summary>Clock to output, setup and skew.</summary>
    public const double Register = 0.35;

    /// <summary>One level of 6-input LUTs with its routing.</summary>
    public const double Lut = 0.40;

    /// <summary>Logic that packs into 6-input LUTs.</summary>
    public static bool IsLut(Node n) => n.Op is Op.And or Op.Or or Op.Xor or Op.Not or Op.Mux;

    /// <summary>Delay of one operation by itself.</summary>
    public static double Of(Node n) => n.Op switch
    {
        Op.Add or Op.Subtract => 0.35 + 0.012 * n.Width,
        Op.Less or Op.LessSigned => 0.35 + 0.010 * n.Args[0].Width,
        Op.Equal => Lut * Levels(n.Args[0].Width * (n.Args[1].IsConstant ? 1 : 2)),
        Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned =>
            Lut * Math.Ceiling(n.Args[1].Width / 2.0),
        Op.Input or Op.Constant or Op.Call => 0,
        _ when n.IsWiring => 0,
        _ => Lut,
    };

    /// <summary>What a stage may take between registers.</summary>
    public static double Budget(Design design) =>
        design.ClockNs * (1 - design.MarginPercent / 100) - Register;

    private static double Levels(int inputs) =>
        Math.Max(1, Math.Ceiling(Math.Log(inputs) / Math.Log(6) - 1e-9));
}
