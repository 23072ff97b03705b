// refused SNH0018: HasFlag of an enum
using SmartNic.Hls.Language;

enum F : byte { None, One = 1 }
static class K
{
    [Kernel("has_flag")]
    public static bool Run(F f) => f.HasFlag(F.One);
}
