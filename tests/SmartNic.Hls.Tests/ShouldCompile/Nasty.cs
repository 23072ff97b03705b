using SmartNic.Hls.Language;

// What C# does behind short forms, and the compiler does as well.
struct Box
{
    public uint A, B;
    public uint Bump(uint by) => A += by;
    public readonly uint Sum(uint c) => A + B + c;
    public readonly uint Sneak() { Box copy = this; return copy.Bump(3) + A; }
}

readonly struct Frozen
{
    public readonly Box Inner;
    public Frozen(Box inner) { Inner = inner; }
}

record struct Pair(uint X, byte Y);

interface IScale { static abstract uint By(uint x); uint Twice(uint x); }

struct Triple : IScale
{
    public uint Base;
    public static uint By(uint x) => x * 3;
    public uint Twice(uint x) { Base++; return x + x + Base; }
}

struct CountUp : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg) { state += arg; return state; }
}

static class Nasty
{
    static readonly uint First = 7;
    static readonly uint Second = First * 2 + 1;

    [Kernel("nasty_guard")]
    public static uint Guard(byte kind, uint n,
        [Depth(16)] Rmw<CountUp, uint, uint, uint> hits)
    {
        switch (kind)
        {
            case 3 when hits.Apply(n, 1) > 2:
                return 1;
            case < 10 when n > 77:
                return 2;
            case 5:
                return 3;
            default:
                return 4;
        }
    }

    [Kernel("nasty_arm")]
    public static uint Arm(byte kind, uint n, [Depth(16)] Rmw<CountUp, uint, uint, uint> hits) =>
        kind switch
        {
            1 when n == 0x12345678 => 9,
            2 when hits.Apply(n, n) == 4 => 8,
            < 4 => 7,
            _ => 6,
        };

    [Kernel("nasty_tuples")]
    public static (ulong, long, bool, bool) Tuples(uint a, sbyte b, int c, uint d)
    {
        (ulong x, long y) = (a, b);
        (ulong p, (long q, int r)) = Nested(a, b);
        (x, y) = (x + p + (ulong)(uint)r, y - q);
        bool same = (c, a) == (b, d);
        bool other = (c, d) != (d, c);
        return (x, y, same, other);
    }

    static (uint, (sbyte, short)) Nested(uint a, sbyte b) => (a, (b, b));

    [Kernel("nasty_receivers")]
    public static (uint, uint, uint, Box) Receivers(Box s, uint n)
    {
        uint a = s.Sum(s.A = 5);
        uint b = Inside(s, n);
        Frozen f = new Frozen(s);
        uint c = f.Inner.Bump(n) + f.Inner.A;
        s.Bump(n);
        return (a, b, c + s.Sneak(), s);
    }

    static uint Inside(in Box s, uint n) => s.Bump(n) + s.A;

    [Kernel("nasty_arguments")]
    public static uint Arguments(uint a, uint b)
    {
        uint order = 1;
        uint r = Take(second: order++, first: order * a, third: in order);
        return r + Late(in order, order = b);
    }

    static uint Take(uint first, uint second, in uint third) => first * 2 + second * 16 + third;

    static uint Late(in uint x, uint y) => x * 4 + y;

    [Kernel("nasty_generic")]
    public static (uint, uint, uint) Generic(uint x, ushort y, Triple t)
    {
        uint two = Scale(ref t, x);
        return (Is(x) + Is(y), two, t.Base);
    }

    static uint Is<T>(T x) where T : struct => x is uint u ? u : 1000;

    static uint Scale<T>(ref T t, uint x) where T : struct, IScale => T.By(x) + t.Twice(x);

    [Kernel("nasty_records")]
    public static (Pair, bool, uint) Records(Pair p, uint x)
    {
        Pair q = p with { X = x };
        return (q, p == q, Second + First);
    }
}
