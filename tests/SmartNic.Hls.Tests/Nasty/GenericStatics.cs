// refused SNH0029: a static field of a generic type, by its argument
using SmartNic.Hls.Language;

static class G<T> where T : struct
{
    public static readonly uint Size = default(T) is byte ? 1u : 4u;
}
static class K
{
    [Kernel("generic_statics")]
    public static uint Run(uint x) => x + G<byte>.Size * 10 + G<uint>.Size;
}
