// right: the remainder of a signed number
using SmartNic.Hls.Language;

static class K
{
    [Kernel("remainder_signed")]
    public static int Run(sbyte x) => x % 4;
}
