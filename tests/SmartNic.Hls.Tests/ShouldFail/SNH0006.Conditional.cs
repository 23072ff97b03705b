using SmartNic.Hls.Language;

using System.Diagnostics;
static class K
{
    [Conditional("NEVER")]
    static void Bump(ref uint x) => x++;
    [Kernel("bad")]
    public static uint Run(uint x)
    {
        [|Bump(ref x)|];
        return x;
    }
}
