// right: a struct that replaces itself
using SmartNic.Hls.Language;

struct S
{
    public uint A, B;
    public void Reset(uint n) { this = default; A = n; }
    public S Grow() { A++; return this; }
    public readonly S With(uint b) { var c = this; c.B = b; return c; }
}
static class K
{
    [Kernel("self_replaced")]
    public static (S, S, uint) Run(S s, uint n)
    {
        S t = s.Grow().Grow();
        t.Reset(n);
        s = s.With(n).Grow();
        return (s, t, s.Grow().With(4).B + s.A);
    }
}
