// right: extension methods on ref, in and by value
using SmartNic.Hls.Language;

struct S { public uint A; public uint Bump() => ++A; }
static class Ext
{
    public static uint Add(this ref S s, uint n) => s.A += n;
    public static uint Try(this in S s) => s.Bump() + s.A;
    public static uint Copy(this S s) => s.Bump() + s.A;
    public static uint Low(this uint x, int bits) => x & ((1u << bits) - 1);
}
static class K
{
    [Kernel("extensions")]
    public static (uint, uint, uint, uint, S) Run(S s, uint x) =>
        (s.Add(3), s.Try(), s.Copy(), x.Low(7) + (x + 1).Low(40), s);
}
