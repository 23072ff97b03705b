// right: counters that wrap, two variables, and changes in the body
using SmartNic.Hls.Language;

static class K
{
    [Kernel("loops_wrap")]
    public static (uint, int, uint) Run(uint x, uint y)
    {
        for (byte i = 250; i != 4; i++) x = x * 3 + i;
        for (sbyte s = 120; s > 0; s += 3) x ^= (uint)s;
        int n = 0;
        for (int i = 0, j = 9; i < j; i++, j -= 2) { n += i * j; if (i == 2) j++; }
        uint k = 0;
        do { k += y; if (k > 1000) continue; y++; } while (++n < 20);
        while (true) { if (n++ == 45) break; if ((x & 3) == 0) break; x--; }
        return (x, n, k);
    }
}
