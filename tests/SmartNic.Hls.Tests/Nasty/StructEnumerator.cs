// refused SNH0002: foreach over an enumerator of one's own
using SmartNic.Hls.Language;

struct E
{
    public int I;
    public readonly int Current => I * 3;
    public bool MoveNext() => ++I < 4;
    public readonly E GetEnumerator() => this;
}
static class K
{
    [Kernel("struct_enumerator")]
    public static int Run(int x)
    {
        foreach (int i in new E { I = 0 }) x += i;
        return x;
    }
}
