// refused SNH0006: a bool as a byte through Unsafe
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

static class K
{
    [Kernel("bool_bytes")]
    public static byte Run(bool b) => Unsafe.As<bool, byte>(ref b);
}
