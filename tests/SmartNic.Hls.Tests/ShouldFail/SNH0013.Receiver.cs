using SmartNic.Hls.Language;

struct S { public uint A; public uint Bump(ref uint x) { x++; return A; } }
static class K
{
    [Kernel("bad")]
    public static uint Run(S s) => s.Bump([|ref s.A|]);
}
