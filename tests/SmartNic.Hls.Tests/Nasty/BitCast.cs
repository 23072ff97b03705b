// refused SNH0006: a struct seen as a number
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

struct S { public ushort A, B; }
static class K
{
    [Kernel("bit_cast")]
    public static uint Run(S s) => Unsafe.BitCast<S, uint>(s);
}
