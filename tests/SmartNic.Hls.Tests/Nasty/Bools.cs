// right: logic with and without short cuts
using SmartNic.Hls.Language;

static class K
{
    static bool Hit(ref uint n, bool r) { n++; return r; }
    [Kernel("bools")]
    public static (uint, bool, bool, bool) Run(uint n, bool a, bool b)
    {
        bool c = a & Hit(ref n, b);
        c |= Hit(ref n, a) ^ b;
        bool d = a && Hit(ref n, c) || Hit(ref n, b) & !a;
        bool e = (a == b) != (c = d);
        e &= Hit(ref n, e) == a || (d = b);
        return (n, c, d, e);
    }
}
