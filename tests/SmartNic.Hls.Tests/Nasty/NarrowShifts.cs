// right: counts beyond the width of U types and UInt128
using SmartNic.Hls.Language;

static class K
{
    [Kernel("shifts_narrow")]
    public static (U12, U12, U5, UInt128, UInt128, U48) Run(U12 a, U5 b, UInt128 w, int n, U48 m)
    {
        U12 c = a << 12;
        U12 d = (a << 5 >> 3) ^ (a >> n);
        U5 e = b << n;
        UInt128 f = (w << 129) ^ (w >> -1);
        UInt128 g = (w << n) ^ (w >>> 127);
        U48 h = (m << 50) | (m >> 65);
        return (c, d, e, f, g, h);
    }
}
