// right: what may be divided, and what is left over
using SmartNic.Hls.Language;

static class K
{
    [Kernel("division_kinds")]
    public static (uint, uint, uint, ulong, uint, U12, uint) Run(uint x, byte b, ushort h, ulong v,
        U12 a) =>
        (x / 8, b / 4u, h % 16u, v / (1ul << 40), x % 1, (U12)(a / 4), x / 0x8000_0000);
}
