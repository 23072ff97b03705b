using System.Numerics;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// What it costs that bits wait, in flip-flops of UltraScale+, a LUT being two: a slice has two of
/// them per LUT. For less than three clocks a bit waits in registers, for three or more in a delay
/// line of the cheapest kind. Registers: one a bit and clock. Shift register: half a LUT a bit up
/// to 17 clocks, else one per 32, and a flip-flop for the last clock. LUT RAM: 8 LUTs for 14 bits
/// up to 32 clocks, else for 7 bits per 64; two addresses; a flip-flop a bit. Block RAM: 600 for
/// 36 bits per 512 clocks, half a RAMB36 (an AU250 has 321 LUTs for each), and two addresses. On a
/// tie the simpler kind is taken.
/// </summary>
internal static class DelayCost
{
    /// <summary>The fewest clocks of a delay line.</summary>
    public const int Least = 3;

    private const int Lut = 2, HalfBlockRam = 600;
    private const int ShortShift = 16, LongShift = 32;
    private const int RamLuts = 8, ShortRam = 32, ShortRamBits = 14, LongRam = 64, LongRamBits = 7;
    private const int BlockWords = 512, BlockBits = 36;

    /// <summary>The cheapest kind for bits that wait from the same clock to the same clock.
    /// </summary>
    /// <param name="bits">How many.</param>
    /// <param name="clocks">For how many clocks.</param>
    public static DelayStyle Cheapest(int bits, int clocks) =>
        Enum.GetValues<DelayStyle>().MinBy(style => Of(style, bits, clocks));

    /// <summary>True: a kind has addresses, which all bits that wait alike share.</summary>
    public static bool IsRing(DelayStyle style) =>
        style is DelayStyle.LutRam or DelayStyle.BlockRam;

    /// <summary>The cost of a delay line.</summary>
    /// <param name="style">Its kind.</param>
    /// <param name="bits">Bits that wait.</param>
    /// <param name="clocks">For how many clocks.</param>
    public static long Of(DelayStyle style, int bits, int clocks)
    {
        int address = BitOperations.Log2((uint)clocks - 1) + 1, words = 1 << address;
        long addresses = address * (2 + 2 * Lut);
        return style switch
        {
            DelayStyle.Registers => (long)bits * clocks,
            DelayStyle.ShiftRegister => bits + Lut * (clocks - 1 <= ShortShift
                ? Parts(bits, 2) : bits * Parts(clocks - 1, LongShift)),
            DelayStyle.LutRam => bits + addresses + Lut * RamLuts * (words <= ShortRam
                ? Parts(bits, ShortRamBits) : Parts(bits, LongRamBits) * Parts(words, LongRam)),
            _ => addresses + HalfBlockRam * Parts(bits, BlockBits) * Parts(words, BlockWords),
        };
    }

    private static long Parts(int whole, int part) => (whole + part - 1) / part;
}
