// right: mutating calls on what is readonly change a copy
using SmartNic.Hls.Language;

struct C
{
    public uint N;
    public uint Next() => ++N;
    public uint Peek => N += 2;
    public override string ToString() => "";
}
readonly struct Holder
{
    public readonly C Inner;
    public C Copy { get; }
    public Holder(C c) { Inner = c; Copy = c; }
    public uint Twice() => Inner.Next() + Inner.Next() + Copy.Next() + Inner.Peek;
}
static class K
{
    static readonly C Start = new C { N = 10 };
    static uint In(in C c) => c.Next() + c.Next() + c.Peek + c.N;
    [Kernel("defensive_copies")]
    public static (uint, uint, uint, uint) Run(C c)
    {
        uint a = In(c) + In(in c);
        var h = new Holder(c);
        uint b = h.Twice() + h.Inner.Next() + h.Inner.N;
        uint d = Start.Next() + Start.Next() + Start.N;
        return (a, b, d, c.Next() + c.Peek + c.N);
    }
}
