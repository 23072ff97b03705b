// refused SNH0029: an initialiser that reads a field before its turn, through a call
using SmartNic.Hls.Language;

static class K
{
    static uint Peek() => Later + 1;
    static readonly uint Now = Peek();
    static readonly uint Later = 40;
    [Kernel("static_peek")]
    public static uint Run(uint x) => x + Now + Later;
}
