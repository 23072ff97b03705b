// right: nested types, aliases and statics of the same name
using SmartNic.Hls.Language;
using Pair = (uint First, uint Second);

static class Outer
{
    public static readonly uint N = 3;
    public static class Inner
    {
        public static readonly uint N = 5;
        public static uint Get() => N + Outer.N;
    }
}
static class K
{
    static readonly uint N = Outer.Inner.N * 100;
    static Pair Make(uint x) => (x + N, Outer.Inner.Get());
    [Kernel("hidden_names")]
    public static Pair Run(uint x) { var (a, b) = Make(x); return (b, a); }
}
