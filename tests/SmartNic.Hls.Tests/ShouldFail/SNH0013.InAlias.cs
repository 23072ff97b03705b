using SmartNic.Hls.Language;

static class K
{
    static uint F(ref uint a, in uint b) { a = 1; return b; }
    [Kernel("bad")]
    public static uint Run(uint x) => F(ref x, [|in x|]);
}
