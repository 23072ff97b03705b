// refused SNH0005: a checked conversion
using SmartNic.Hls.Language;

static class K
{
    [Kernel("checked_conversion")]
    public static byte Run(uint x) => checked((byte)x);
}
