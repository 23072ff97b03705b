// right: a signed number by a power of two
using SmartNic.Hls.Language;

static class K
{
    [Kernel("division_signed")]
    public static int Run(int x) => x / 4;
}
