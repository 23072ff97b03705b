// right: compound assignment narrows after the operation
using SmartNic.Hls.Language;

static class K
{
    [Kernel("compound")]
    public static (byte, sbyte, short, char, U5, ushort, byte) Run(byte b, sbyte s, short t, char c,
        U5 u, ushort h, int n)
    {
        b += 200; b <<= 1; b >>= 1; b -= (byte)n; b *= 3;
        s >>>= 1; s -= 1; s <<= n; s++;
        t *= -3; t ^= -1; t >>= n;
        c++; c += 'A'; c *= c;
        u++; u -= (U5)3; u <<= 2; u ^= (U5)31;
        h = (ushort)-h; h += h--; h >>>= 3; h |= 1 << 15;
        byte z = b--; z = (byte)~z; z = ++z;
        return (b, s, t, c, u, h, z);
    }
}
