// right: a static field whose initialiser calls a method
using SmartNic.Hls.Language;

static class K
{
    static uint Power(uint b, int n) { uint r = 1; for (int i = 0; i < n; i++) r *= b; return r; }
    static readonly uint Weight = Power(31, 5);
    static readonly uint Late = Early() + 1;
    static uint Early() => Weight >> 3;
    [Kernel("static_call")]
    public static uint Run(uint x) => x * Weight + Late;
}
