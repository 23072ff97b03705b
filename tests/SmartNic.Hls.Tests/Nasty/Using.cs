// refused SNH0002: Dispose at the end of a block
using SmartNic.Hls.Language;

ref struct D { public uint A; public void Dispose() => A++; }
static class K
{
    [Kernel("using_block")]
    public static uint Run(uint x)
    {
        using var d = new D { A = x };
        return d.A + 1;
    }
}
