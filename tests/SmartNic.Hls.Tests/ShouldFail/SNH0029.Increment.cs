using SmartNic.Hls.Language;

struct S { public uint A; public static S operator ++(S s) => new S { A = s.A + 2 }; }
static class K
{
    [Kernel("bad")]
    public static uint Run(S s)
    {
        [|s++|];
        return s.A;
    }
}
