// refused SNH0013: a ref chosen by the packet
using SmartNic.Hls.Language;

static class K
{
    static void Bump(ref uint a) => a += 3;
    [Kernel("ref_conditional")]
    public static uint Run(uint a, uint b) { Bump(ref a > b ? ref a : ref b); return a * 3 + b; }
}
