// refused SNH0006: a static property through a type parameter
using SmartNic.Hls.Language;

interface IWide { static abstract uint Width { get; } }
struct A : IWide { public static uint Width => 8; }
static class K
{
    static uint F<T>(uint x) where T : struct, IWide => x + T.Width;
    [Kernel("static_property")]
    public static uint Run(uint x) => F<A>(x);
}
