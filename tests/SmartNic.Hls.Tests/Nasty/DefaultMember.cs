// refused SNH0029: a default member of an interface
using SmartNic.Hls.Language;

interface I { static virtual uint Of(uint x) => x + 1; }
struct A : I { }
static class K
{
    static uint F<T>(uint x) where T : struct, I => T.Of(x);
    [Kernel("default_member")]
    public static uint Run(uint x) => F<A>(x);
}
