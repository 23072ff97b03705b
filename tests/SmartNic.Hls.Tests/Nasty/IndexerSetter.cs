// refused SNH0010: an indexer with code behind it
using SmartNic.Hls.Language;

struct S
{
    uint a;
    public uint this[int i] { readonly get => a >> i; set => a += value << i; }
}
static class K
{
    [Kernel("indexer_setter")]
    public static uint Run(S s, uint n)
    {
        s[3] = n;
        return s[1];
    }
}
