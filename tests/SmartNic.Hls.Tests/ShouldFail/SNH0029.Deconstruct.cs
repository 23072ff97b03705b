using SmartNic.Hls.Language;

struct S { public uint A; public void Deconstruct(out uint a, out uint b) { a = A; b = 1; } }
static class K
{
    [Kernel("bad")]
    public static uint Run(S s)
    {
        [|(uint x, uint y) = s|];
        return x + y;
    }
}
