// refused SNH0003: an indexer that is read
using SmartNic.Hls.Language;

struct S
{
    public uint A;
    public readonly uint this[int i] => A >> i;
}
static class K
{
    [Kernel("indexer_getter")]
    public static uint Run(S s) => s[1] + s[2];
}
