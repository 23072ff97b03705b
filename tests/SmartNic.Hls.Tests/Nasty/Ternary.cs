// right: the type that two branches agree on
using SmartNic.Hls.Language;

static class K
{
    [Kernel("ternary_types")]
    public static (long, long, ulong, byte, long, int) Run(bool c, sbyte s, ushort h, uint u, int i)
    {
        long a = c ? s : h;
        long b = c ? i : u;
        ulong d = c ? 1 : u;
        byte e = c ? (byte)200 : (byte)h;
        long f = c ? -1 : s - u;
        var g = c ? 'a' : (ushort)s;
        return (a, b, d, e, f, g);
    }
}
