namespace SmartNic.Jtag.Xilinx;

/// <summary>
/// The parts that we know: those of the boards that the gateway is for, and common ones of their
/// families. Codes: UG570 table 1-5, UG470 table 1-1; regions by the length of the instruction
/// register in their BSDL files (as OpenOCD and openFPGALoader list them).
/// </summary>
public static class XilinxParts
{
    private const uint WithoutRevision = 0x0FFF_FFFF;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<XilinxPart> All { get; } =
    [
        new(["xcu50", "xcu55n"], 0x4B77093, 2),
        new(["xcu55c", "xcu280"], 0x4B7D093, 3),
        new(["xcu200"], 0x4B37093, 3),
        new(["xcu250"], 0x4B57093, 4),
        new(["xcvu9p"], 0x4B31093, 3),
        new(["xcvu3p"], 0x4B39093, 1),
        new(["xcvu5p"], 0x4B2B093, 2),
        new(["xcvu7p"], 0x4B29093, 2),
        new(["xcvu11p"], 0x4B49093, 3),
        new(["xcvu13p"], 0x4B51093, 4),
        new(["xcvu35p"], 0x4B71093, 2),
        new(["xcvu37p"], 0x4B79093, 3),
        new(["xcku3p"], 0x4A63093, 1),
        new(["xcku5p"], 0x4A62093, 1),
        new(["xcku11p"], 0x4A4E093, 1),
        new(["xcku15p"], 0x4A56093, 1),
        new(["xcku040"], 0x3822093, 1),
        new(["xcku060"], 0x3919093, 1),
        new(["xc7a50t"], 0x362C093, 1),
        new(["xc7a100t"], 0x3631093, 1),
        new(["xc7a200t"], 0x3636093, 1),
        new(["xc7k325t"], 0x3651093, 1),
        new(["xc7vx690t"], 0x3691093, 1),
    ];

    /// <summary>The part of an identification code, whatever its revision.</summary>
    public static XilinxPart? Find(uint idcode) =>
        All.FirstOrDefault(part => part.Idcode == (idcode & WithoutRevision));

    /// <summary>Whether two identification codes are of the same part.</summary>
    internal static bool Same(uint left, uint right) =>
        ((left ^ right) & WithoutRevision) == 0;
}
