// refused SNH0006: a struct that keeps the parameters of its constructor
using SmartNic.Hls.Language;

struct P(uint x)
{
    public uint X => x;
    public void Add(uint y) => x += y;
}
static class K
{
    [Kernel("primary_constructor")]
    public static uint Run(uint n)
    {
        P p = new(n);
        P q = p;
        p.Add(4);
        return p.X + q.X * 3 + default(P).X;
    }
}
