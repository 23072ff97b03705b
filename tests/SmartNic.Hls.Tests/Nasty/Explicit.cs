// right: explicit interface members, and public ones of the same name
using SmartNic.Hls.Language;

interface IA { uint Get(uint x); static abstract uint Of(uint x); }
interface IB { uint Get(uint x); }
struct S : IA, IB
{
    public uint N;
    public uint Get(uint x) => x + N;
    uint IA.Get(uint x) => x * 10 + N++;
    uint IB.Get(uint x) => x * 100;
    static uint IA.Of(uint x) => ~x;
}
static class K
{
    static uint A<T>(T t, uint x) where T : struct, IA => t.Get(x) + t.Get(x) + T.Of(x);
    static uint B<T>(ref T t, uint x) where T : struct, IB => t.Get(x);
    static uint C<T>(in T t, uint x) where T : struct, IA => t.Get(x) + t.Get(x);
    static uint D<T>(ref T t, uint x) where T : struct, IA => t.Get(x) + t.Get(x);
    [Kernel("explicit_members")]
    public static (uint, uint, uint, uint, uint) Run(S s, uint x) =>
        (A(s, x), B(ref s, x), C(in s, x), D(ref s, x), s.Get(x));
}
