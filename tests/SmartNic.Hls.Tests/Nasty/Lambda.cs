// refused SNH0001: a lambda
using SmartNic.Hls.Language;

static class K
{
    [Kernel("lambda")]
    public static uint Run(uint x)
    {
        Func<uint, uint> f = y => y + x;
        x++;
        return f(2);
    }
}
