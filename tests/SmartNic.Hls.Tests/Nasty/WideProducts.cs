// right: products of UInt128 and U types
using SmartNic.Hls.Language;

static class K
{
    [Kernel("products_wide")]
    public static (ulong, UInt128, U12, U63) Run(ulong a, ulong b, U12 c, U63 d)
    {
        UInt128 p = (UInt128)a * b;
        return ((ulong)(p >> 64), p * 3, c * c, d * 5 * (d >> 40));
    }
}
