// refused SNH0029: deconstruction of a record struct
using SmartNic.Hls.Language;

record struct P(uint X, uint Y);
static class K
{
    [Kernel("record_deconstructed")]
    public static uint Run(P p)
    {
        (uint x, uint y) = p;
        return x * 3 + y;
    }
}
