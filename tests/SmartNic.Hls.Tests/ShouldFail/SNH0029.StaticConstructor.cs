using SmartNic.Hls.Language;

static class K
{
    static readonly uint Mask = 3;
    static K() { Mask = 7; }
    [Kernel("bad")]
    public static uint Run(uint x) => x & [|Mask|];
}
