// right: more than seven results, which C# nests
using SmartNic.Hls.Language;

static class K
{
    [Kernel("many_results")]
    public static (uint, uint, uint, uint, uint, uint, uint, (uint, byte), uint) Run(uint x, byte b)
    {
        var t = (x, x + 1, x + 2, x + 3, x + 4, x + 5, x + 6, (x + 7, b), x + 8);
        t.Item9 += t.Item8.Item2;
        return t;
    }
}
