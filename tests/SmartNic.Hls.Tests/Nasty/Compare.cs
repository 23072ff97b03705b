// right: comparisons of mixed signs and widths
using SmartNic.Hls.Language;

static class K
{
    [Kernel("compare_mixed")]
    public static (bool, bool, bool, bool, bool, bool, bool, bool) Run(int i, uint u, long l,
        sbyte s, byte b, char c, ulong v, UInt128 w)
    {
        return (u > i, l > u, s > b, s <= c, v > 5, u > (uint)i, i >= -1 && s == b - 256,
            w > v && w != (UInt128)s);
    }
}
