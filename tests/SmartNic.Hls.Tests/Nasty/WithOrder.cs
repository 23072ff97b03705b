// right: with copies first, then changes
using SmartNic.Hls.Language;

record struct P(uint X, uint Y);
static class K
{
    [Kernel("with_order")]
    public static (P, P) Run(P p)
    {
        var q = p with { X = p.Y++, Y = p.Y + (p.X = 4) };
        return (p, q);
    }
}
