using SmartNic.Hls.Language;

struct S { public uint A; public void operator +=(uint x) => A += x + 1; }
static class K
{
    [Kernel("bad")]
    public static uint Run(S s, uint x)
    {
        [|s += x|];
        return s.A;
    }
}
