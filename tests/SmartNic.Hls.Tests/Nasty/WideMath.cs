// right: UInt128 from signed numbers, minus, not and casts
using SmartNic.Hls.Language;

static class K
{
    [Kernel("wide_math")]
    public static (UInt128, UInt128, byte, U12, long, UInt128) Run(UInt128 w, int i, long l)
    {
        UInt128 a = (UInt128)i + (UInt128)l;
        UInt128 b = -w ^ ~w;
        w++;
        w -= 2;
        return (a, b, (byte)w, (U12)w, (long)(w >> 3), UInt128.MaxValue - w);
    }
}
