// right: out variables in conditions and on paths not taken
using SmartNic.Hls.Language;

static class K
{
    static bool Split(uint x, out byte high, out ushort low)
    {
        high = (byte)(x >> 24);
        low = (ushort)x;
        return high > low;
    }
    [Kernel("out_variables")]
    public static uint Run(uint x, uint y)
    {
        if (Split(x, out byte h, out var l) && l > 4 || Split(y, out h, out l)) return h * 3u + l;
        if (!(Split(x ^ y, out _, out ushort k) && k is > 9 and var m)) return k;
        return m + 1u;
    }
}
