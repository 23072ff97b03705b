// refused SNH0013: two fields of one struct as ref arguments
using SmartNic.Hls.Language;

struct S { public uint A, B; public (uint X, uint Y) T; }
static class K
{
    static void Swap(ref uint a, ref uint b) { (a, b) = (b, a); a++; }
    [Kernel("ref_siblings")]
    public static S Run(S s)
    {
        Swap(ref s.A, ref s.B);
        Swap(ref s.T.Y, ref s.T.X);
        Swap(ref s.B, ref s.T.X);
        return s;
    }
}
