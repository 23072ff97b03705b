namespace SmartNic.Jtag.Xilinx;

/// <summary>Instructions of one region (UG470 table 6-3, UG570 table 6-3).</summary>
internal static class Instruction
{
    public const uint User1 = 0x02;
    public const uint CfgOut = 0x04;
    public const uint CfgIn = 0x05;
    public const uint Jprogram = 0x0B;
    public const uint Jstart = 0x0C;
    public const uint User4 = 0x23;
    public const uint Bypass = 0x3F;
}
