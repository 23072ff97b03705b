using SmartNic.Hls.Language;

struct S { public uint A { get; set => field = value + 1; } }
static class K
{
    [Kernel("bad")]
    public static uint Run(S s)
    {
        [|s.A|] = 3;
        return s.A;
    }
}
