// right: products that wrap and have signs
using SmartNic.Hls.Language;

static class K
{
    [Kernel("products_signed")]
    public static (int, long, long, uint, int, ulong, int) Run(int i, sbyte s, sbyte t, uint u,
        short h)
    {
        return (i * -1, (long)i * s, u * i, (uint)(s * t), s * t * h, (ulong)u * u >> 32,
            i * int.MinValue + h * -7);
    }
}
