using SmartNic.Hls.Language;

struct S { public uint A; public static implicit operator S(uint x) => new S { A = x + 1 }; }
static class K
{
    static (uint, uint) Two(uint x) => (x, x);
    [Kernel("bad")]
    public static uint Run(uint x)
    {
        (S, S) p = [|Two(x)|];
        return p.Item1.A;
    }
}
