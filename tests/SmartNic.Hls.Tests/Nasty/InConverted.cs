// right: an in argument of another type is a copy, of the same type is not
using SmartNic.Hls.Language;

static class K
{
    static ulong Take(in ulong x, uint set) => x * 2 + set;
    static ulong Same(in uint x, uint set) => x * 2ul + set;
    [Kernel("in_converted")]
    public static (ulong, ulong, ulong) Run(uint x, uint y)
    {
        ulong a = Take(x, x = 5);
        uint z = y;
        ulong b = Same(z, z = 9);
        ulong c = Same(z + 0, z = 11);
        return (a + x, b, c + z);
    }
}
