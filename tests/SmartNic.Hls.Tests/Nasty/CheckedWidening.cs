// refused SNH0005: a checked conversion that cannot overflow
using SmartNic.Hls.Language;

static class K
{
    [Kernel("checked_widening")]
    public static uint Run(byte b)
    {
        checked { uint c = b; return c; }
    }
}
