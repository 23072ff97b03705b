// refused SNH0029: && through operators true, false and &
using SmartNic.Hls.Language;

struct T
{
    public uint V;
    public static bool operator true(T t) => t.V > 5;
    public static bool operator false(T t) => t.V < 3;
    public static T operator &(T a, T b) => new T { V = a.V + b.V };
    public static T operator |(T a, T b) => new T { V = a.V * 2 + b.V };
}
static class K
{
    [Kernel("truth_operators")]
    public static uint Run(T a, T b) => (a && b).V;
}
