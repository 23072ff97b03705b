// refused SNH0001: a pointer to a local
using SmartNic.Hls.Language;

static class K
{
    [Kernel("pointers")]
    public static unsafe uint Run(uint x)
    {
        uint* p = &x;
        *p += 5;
        return x;
    }
}
