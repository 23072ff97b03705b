namespace SmartNic.Flash;

/// <summary>FPGAs by their JTAG id code (UG570, "JTAG IDCODE"; Alveo cards have codes of their
/// own). The upper four bits are the revision and do not count.</summary>
public static class FpgaPart
{
    private const uint NoRevision = 0x0FFF_FFFF;

    private static readonly Dictionary<uint, string> Names = new()
    {
        [0x362C093] = "xc7a50t",
        [0x3631093] = "xc7a100t",
        [0x3636093] = "xc7a200t",
        [0x3651093] = "xc7k325t",
        [0x3691093] = "xc7vx690t",
        [0x3822093] = "xcku040",
        [0x3919093] = "xcku060",
        [0x390D093] = "xcku115",
        [0x3842093] = "xcvu095",
        [0x3931093] = "xcvu190",
        [0x4A63093] = "xcku3p",
        [0x4A62093] = "xcku5p",
        [0x484A093] = "xcku9p",
        [0x4A4E093] = "xcku11p",
        [0x4A52093] = "xcku13p",
        [0x4A56093] = "xcku15p",
        [0x4B39093] = "xcvu3p",
        [0x4B2B093] = "xcvu5p",
        [0x4B29093] = "xcvu7p",
        [0x4B31093] = "xcvu9p",
        [0x4B49093] = "xcvu11p",
        [0x4B51093] = "xcvu13p",
        [0x4BA1093] = "xcvu19p",
        [0x4ACE093] = "xcvu23p",
        [0x4B43093] = "xcvu27p",
        [0x4B41093] = "xcvu29p",
        [0x4B6B093] = "xcvu31p",
        [0x4B69093] = "xcvu33p",
        [0x4B71093] = "xcvu35p",
        [0x4B79093] = "xcvu37p",
        [0x4B73093] = "xcvu45p",
        [0x4B7B093] = "xcvu47p",
        [0x4B61093] = "xcvu57p",
        [0x4730093] = "xczu7",
        [0x4738093] = "xczu9",
        [0x4758093] = "xczu19",
        [0x4B77093] = "xcu50/xcu55n",
        [0x4B37093] = "xcu200",
        [0x4B57093] = "xcu250",
        [0x4B7D093] = "xcu280/xcu55c",
    };

    /// <summary>Whether two codes are of the same FPGA.</summary>
    public static bool IsSame(uint left, uint right) => ((left ^ right) & NoRevision) == 0;

    /// <summary>Name of the FPGA; null where it is not known.</summary>
    public static string? Name(uint idCode) => Names.GetValueOrDefault(idCode & NoRevision);

    /// <summary>Code and name, for messages.</summary>
    public static string Text(uint idCode) => Name(idCode) is { } name
        ? $"{name} (0x{idCode & NoRevision:X7})" : $"0x{idCode & NoRevision:X7}";
}
