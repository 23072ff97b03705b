// right: casts of negative numbers to U types and back
using SmartNic.Hls.Language;

static class K
{
    [Kernel("signs_narrow")]
    public static (U12, U63, U5, int, sbyte, long, U48) Run(int i, sbyte s, U12 a, U5 b, U63 w)
    {
        return ((U12)i, (U63)(ulong)s, (U5)(uint)s, (int)a - 4095, (sbyte)(uint)a, -(long)(ulong)w,
            (U48)(ulong)(long)i);
    }
}
