// right: U types against numbers of other widths
using SmartNic.Hls.Language;

static class K
{
    [Kernel("compare_narrow")]
    public static (bool, bool, bool, bool, bool, bool) Run(U12 a, U5 b, uint u, int i, U48 m) =>
        (a > b, a < 200, a == u, m >= (ulong)u, (int)a > i, (b + 31) == b - 1);
}
