// refused SNH0002: try and finally
using SmartNic.Hls.Language;

static class K
{
    [Kernel("finally_block")]
    public static uint Run(uint x)
    {
        try { if (x > 3) return x; x += 1; }
        finally { x += 10; }
        return x;
    }
}
