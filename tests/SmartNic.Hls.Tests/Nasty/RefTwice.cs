// refused SNH0013: one variable as two ref arguments
using SmartNic.Hls.Language;

static class K
{
    static void Swap(ref uint a, ref uint b) { a ^= b; b ^= a; a ^= b; }
    [Kernel("ref_twice")]
    public static uint Run(uint x) { Swap(ref x, ref x); return x; }
}
