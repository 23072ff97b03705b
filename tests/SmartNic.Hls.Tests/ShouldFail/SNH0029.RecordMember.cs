using SmartNic.Hls.Language;

record struct S(uint A) { public uint B = 9; }
static class K
{
    [Kernel("bad")]
    public static uint Run(uint x) => ([|new S(x)|]).B;
}
