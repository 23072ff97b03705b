// refused SNH0029: static fields in two parts of a class have no order
using SmartNic.Hls.Language;

static partial class K
{
    static readonly uint A = B + 1;
    [Kernel("partial_class")]
    public static uint Run(uint x) => x + A;
}
static partial class K
{
    static readonly uint B = 5;
}
