// refused SNH0010: a setter with code behind it
using SmartNic.Hls.Language;

struct S
{
    uint a;
    public uint A { readonly get => a + 1; set => a = value * 2; }
}
static class K
{
    [Kernel("property_setter")]
    public static uint Run(S s, uint n)
    {
        s.A += n;
        return s.A;
    }
}
