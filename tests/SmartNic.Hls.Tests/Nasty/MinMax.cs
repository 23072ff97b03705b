// right: Math.Min and Max of signed, narrow and wide numbers
using SmartNic.Hls.Language;

static class K
{
    [Kernel("min_max")]
    public static (int, sbyte, ulong, long, byte, ushort) Run(int i, sbyte s, ulong v, long l,
        byte b, ushort h)
    {
        return (Math.Min(i, s), Math.Max(s, (sbyte)-5), Math.Max(v, (ulong)l), Math.Min(l, i - 1u),
            Math.Min(b, (byte)9), Math.Max(b, h));
    }
}
