using SmartNic.Hls.Language;

interface I { uint Twice(uint x) => x * 2; }
struct S : I { public uint A; }
static class K
{
    static uint On<T>(T t, uint x) where T : struct, I => [|t.Twice(x)|];
    [Kernel("bad")]
    public static uint Run(S s, uint x) => On(s, x);
}
