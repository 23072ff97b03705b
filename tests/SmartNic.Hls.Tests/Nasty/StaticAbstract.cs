// right: operators and constants through type parameters
using SmartNic.Hls.Language;

interface INum<T> where T : struct, INum<T>
{
    static abstract T operator +(T a, T b);
    static abstract T One();
    static abstract uint Width();
}
struct A : INum<A>
{
    public byte V;
    public static A operator +(A a, A b) => new A { V = (byte)(a.V + b.V) };
    public static A One() => new A { V = 1 };
    public static uint Width() => 8;
}
struct B : INum<B>
{
    public ulong V;
    public static B operator +(B a, B b) => new B { V = a.V + b.V * 2 };
    public static B One() => new B { V = 3 };
    public static uint Width() => 64;
}
static class K
{
    static T Add<T>(T a, T b) where T : struct, INum<T>
    {
        for (int i = 0; i < (int)(T.Width() / 4); i++) a += T.One();
        return a + b;
    }
    [Kernel("static_abstract")]
    public static (A, B) Run(A a, B b) => (Add(a, A.One()), Add(b, b));
}
