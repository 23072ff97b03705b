namespace SmartNic.Jtag.Mpsse;

/// <summary>
/// Operation codes of the MPSSE (FTDI AN_108). TDI and TMS change at the falling edge of TCK, TDO
/// is taken at the rising one, bits go least significant first.
/// </summary>
internal static class Command
{
    public const byte BytesOut = 0x19;
    public const byte BitsOut = 0x1B;
    public const byte BytesOutIn = 0x39;
    public const byte BitsOutIn = 0x3B;
    public const byte TmsOut = 0x4B;
    public const byte TmsOutIn = 0x6B;
    public const byte SetLow = 0x80;
    public const byte GetLow = 0x81;
    public const byte SetHigh = 0x82;
    public const byte LoopbackOff = 0x85;
    public const byte Divisor = 0x86;
    public const byte SendImmediate = 0x87;
    public const byte DivideBy5Off = 0x8A;
    public const byte ThreePhaseOff = 0x8D;
    public const byte ClockBits = 0x8E;
    public const byte ClockBytes = 0x8F;
    public const byte AdaptiveOff = 0x97;

    /// <summary>What the chip answers to an operation code that it does not know.</summary>
    public const byte BadCommand = 0xFA;

    /// <summary>The most bytes that one command shifts.</summary>
    public const int MaxBytes = 65536;
}
