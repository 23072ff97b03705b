using System.Numerics;
using SmartNic.Hls.Language;

public static class Counts
{
    [Kernel("snic_counts")]
    public static (int Ones, int Leading, int Trailing, int Log, int Wide, byte Small, ulong Long)
        Run(uint x, ulong y, byte z, int shift)
    {
        int ones = BitOperations.PopCount(x) + BitOperations.PopCount(y);
        int leading = BitOperations.LeadingZeroCount(x) + BitOperations.TrailingZeroCount(-shift);
        int trailing = BitOperations.TrailingZeroCount(y & ~0xFFul);
        byte small = (byte)(byte.LeadingZeroCount(z) + byte.PopCount(z) * 16);
        return (ones, leading, trailing, BitOperations.Log2(x), BitOperations.LeadingZeroCount(y),
            small, ulong.TrailingZeroCount(y) + uint.Log2(z));
    }

    [Kernel("snic_rotates")]
    public static (uint Left, ulong Right, byte Small, UInt128 Wide) Rotates(
        uint x, ulong y, byte z, int count) =>
        (BitOperations.RotateLeft(x, count), BitOperations.RotateRight(y, count + 1),
            byte.RotateLeft(z, count), UInt128.RotateRight(((UInt128)y << 64) | x, count));
}
