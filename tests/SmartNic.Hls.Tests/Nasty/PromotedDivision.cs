// right: a byte by an int constant is a signed division
using SmartNic.Hls.Language;

static class K
{
    [Kernel("division_promoted")]
    public static int Run(byte b) => b / 4;
}
