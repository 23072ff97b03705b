namespace SmartNic.Flash.Spi;

/// <summary>Operation codes that serial NOR flash of all makers has in common (JESD216), and two
/// registers of Micron's.</summary>
internal static class SpiOpcode
{
    public const byte WriteStatus = 0x01;
    public const byte PageProgram3 = 0x02;
    public const byte Read3 = 0x03;
    public const byte WriteDisable = 0x04;
    public const byte ReadStatus = 0x05;
    public const byte WriteEnable = 0x06;
    public const byte PageProgram4 = 0x12;
    public const byte Read4 = 0x13;
    public const byte QuadProgram3 = 0x32;
    public const byte QuadProgram4 = 0x34;
    public const byte ClearFlags = 0x50;
    public const byte ReadSfdp = 0x5A;
    public const byte ResetEnable = 0x66;
    public const byte QuadRead3 = 0x6B;
    public const byte QuadRead4 = 0x6C;
    public const byte ReadFlags = 0x70;
    public const byte Reset = 0x99;
    public const byte ReadId = 0x9F;
    public const byte Erase4K3 = 0x20;
    public const byte Erase4K4 = 0x21;
    public const byte Erase64K3 = 0xD8;
    public const byte Erase64K4 = 0xDC;
}
