// right: static fields that need others, across types
using SmartNic.Hls.Language;

static class Other
{
    public const uint Shift = 3;
    public static readonly uint Base = 1u << (int)Shift;
}
static class K
{
    static readonly uint Low = Other.Base - 1;
    static readonly uint High = ~Low;
    static readonly byte Narrow = unchecked((byte)(High >> 4 | 0x1F5));
    static readonly int Signed = (sbyte)-3 >> 1;
    [Kernel("static_order")]
    public static (uint, uint, byte, int) Run(uint x) => (x & Low, x & High, Narrow, Signed);
}
