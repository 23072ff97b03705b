using SmartNic.Flash;

namespace SmartNic.Jtag.Xilinx;

/// <summary>
/// The parts that can be configured: those of the boards that the gateway is for, and common ones
/// of their families. Names are those of <see cref="FpgaPart"/>; regions by the length of the
/// instruction register in the BSDL files (as OpenOCD and openFPGALoader list them).
/// </summary>
public static class XilinxParts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<XilinxPart> All { get; } =
    [
        new(0x4B77093, 2),
        new(0x4B7D093, 3),
        new(0x4B37093, 3),
        new(0x4B57093, 4),
        new(0x4B31093, 3),
        new(0x4B39093, 1),
        new(0x4B2B093, 2),
        new(0x4B29093, 2),
        new(0x4B49093, 3),
        new(0x4B51093, 4),
        new(0x4B71093, 2),
        new(0x4B79093, 3),
        new(0x4A63093, 1),
        new(0x4A62093, 1),
        new(0x4A4E093, 1),
        new(0x4A56093, 1),
        new(0x3822093, 1),
        new(0x3919093, 1),
        new(0x362C093, 1),
        new(0x3631093, 1),
        new(0x3636093, 1),
        new(0x3651093, 1),
        new(0x3691093, 1),
    ];

    /// <summary>The part of an identification code, whatever its revision.</summary>
    public static XilinxPart? Find(uint idcode) =>
        All.FirstOrDefault(part => FpgaPart.IsSame(part.Idcode, idcode));
}
