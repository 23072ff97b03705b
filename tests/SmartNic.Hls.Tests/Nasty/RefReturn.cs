// refused SNH0010: a method that returns a ref
using SmartNic.Hls.Language;

static class K
{
    static ref uint First(ref uint a, ref uint b) => ref a;
    [Kernel("ref_return")]
    public static uint Run(uint a, uint b) { First(ref a, ref b) = 4; return a + b; }
}
