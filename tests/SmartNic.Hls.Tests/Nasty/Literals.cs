// right: types and signs of literals, and of minus and not
using SmartNic.Hls.Language;

static class K
{
    [Kernel("literals")]
    public static (long, long, long, ulong, int, int, long, ulong, uint) Run(uint x, byte b, int i)
    {
        const int Min = -2147483648;
        return (-x, -0x80000000 + x, ~b, ~0u + (ulong)x, -b, i + Min, x - 0x8000_0000_0L,
            unchecked((ulong)-1) ^ x, unchecked((uint)(1 << 31) + x + 'z' - '\x41'));
    }
}
