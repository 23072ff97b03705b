// right: names, sizes and lengths known to the compiler
using SmartNic.Hls.Language;

static class K
{
    const short Half = unchecked((short)0x8000) / 2;
    enum E : ushort { A }
    [Kernel("constants_known")]
    public static (int, int, uint) Run(int x) =>
        (x + sizeof(ulong) + sizeof(E), x + K.Half, uint.MaxValue - (uint)x);
}
