// right: counts beyond the width, of narrow and negative numbers
using SmartNic.Hls.Language;

static class K
{
    [Kernel("shifts_far")]
    public static (uint, int, ulong, int, int, long) Run(uint x, sbyte s, byte b, int n)
    {
        uint a = (x << 33) ^ (x >> 63) ^ (x << -1) ^ (x >> n);
        int c = (s >>> 28) ^ (s >> 40) ^ (s << n);
        ulong d = ((ulong)x << 65) ^ ((ulong)x << n) ^ (ulong)(x << n);
        int e = b >> 9 | b << 31;
        int f = ~b >>> n;
        long g = (long)s << n >>> 60;
        return (a, c, d, e, f, g);
    }
}
