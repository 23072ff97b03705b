// right: sign extension through every pair of widths
using SmartNic.Hls.Language;

static class K
{
    [Kernel("signs")]
    public static (uint, ulong, UInt128, ushort, ulong, long, ulong, UInt128, char, long) Run(
        sbyte s, short t, int i, long l)
    {
        return ((uint)s, (ulong)s, (UInt128)s, (ushort)s, (ulong)(uint)t, (uint)t,
            (ulong)(ushort)(sbyte)i, (UInt128)(l >> 1), (char)s, (short)(ushort)i + (sbyte)l);
    }
}
