// right: a condition through operator true
using SmartNic.Hls.Language;

struct T
{
    public uint V;
    public static bool operator true(T t) => t.V > 5;
    public static bool operator false(T t) => t.V < 3;
}
static class K
{
    [Kernel("truth_test")]
    public static uint Run(T a, uint n)
    {
        if (a) n++;
        return a ? n : n + 10;
    }
}
