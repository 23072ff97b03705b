using SmartNic.Hls.Language;

struct S { public uint A = 5; public uint B; public S(uint b) { B = b; } }
static class K
{
    [Kernel("bad")]
    public static uint Run(uint x) => ([|new S(x)|]).A;
}
