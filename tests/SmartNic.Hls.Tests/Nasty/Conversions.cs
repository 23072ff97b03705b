// right: user-defined conversions in tuples, arms, returns and deconstruction
using SmartNic.Hls.Language;

struct W
{
    public ulong V;
    public static implicit operator W(uint x) => new W { V = x + 1ul };
    public static implicit operator long(W w) => (long)w.V - 3;
}
static class K
{
    static W Pick(uint k, ushort x, W w) => k switch { 0 => x, 1 => w, _ => 7u };
    static long Out(W w) => w;
    [Kernel("conversions_own")]
    public static (ulong, long, long, ulong) Run(uint k, ushort x, uint y)
    {
        (W a, long b) = (y, (W)x);
        (W p, W q) t = (x, y);
        long c = k > 3 ? t.p : y;
        return (a.V, b + c, Out(Pick(k, x, t.q)), t.p.V);
    }
}
