// refused SNH0005: a checked user operator
using SmartNic.Hls.Language;

struct C
{
    public uint V;
    public static C operator +(C a, C b) => new C { V = a.V + b.V };
    public static C operator checked +(C a, C b) => new C { V = a.V | b.V };
}
static class K
{
    [Kernel("checked_operator")]
    public static uint Run(C a, C b) => checked(a + b).V;
}
