using SmartNic.Hls.Language;

static class K
{
    static readonly uint Mask = (1u << [|Bits|]) - 1;
    static readonly int Bits = 4;
    [Kernel("bad")]
    public static uint Run(uint x) => x & Mask;
}
