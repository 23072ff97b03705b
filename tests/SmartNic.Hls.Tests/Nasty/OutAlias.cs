// refused SNH0013: out and in of one variable
using SmartNic.Hls.Language;

static class K
{
    static uint Set(out uint a, in uint b) { a = 5; return b; }
    [Kernel("out_alias")]
    public static uint Run(uint x) => Set(out x, in x);
}
