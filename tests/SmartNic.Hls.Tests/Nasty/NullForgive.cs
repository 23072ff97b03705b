// right: parentheses, discards and expressions for their effect
using SmartNic.Hls.Language;

static class K
{
    static uint Tick(ref uint n) => n += 2;
    [Kernel("effects")]
    public static uint Run(uint n)
    {
        _ = Tick(ref n);
        Tick(ref n);
        n++;
        ((n)) += (n);
        ;
        { }
        return n!;
    }
}
