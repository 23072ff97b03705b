// right: swaps, discards and nested targets
using SmartNic.Hls.Language;

static class K
{
    struct S { public uint A, B; }
    static (uint, uint) Two(ref uint n) => (n++, n++);
    [Kernel("tuple_targets")]
    public static (uint, uint, uint, bool) Run(uint a, uint b, uint c)
    {
        (a, b, c) = (c, a, b);
        (_, a) = Two(ref b);
        (uint x, (_, uint y)) = (a, Two(ref c));
        (a, a) = (y, x);
        S s = default;
        (s.A, (s.B, b)) = (a, (s.A + 1, s.B + b));
        bool e = (a++, b) == (b, a) | (a, (b, c)) != (b, (a, c));
        return (a + s.A, b ^ s.B, c, e);
    }
}
