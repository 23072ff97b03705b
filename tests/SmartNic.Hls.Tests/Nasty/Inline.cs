// right: an inline array
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(4)]
struct Four { uint first; }
static class K
{
    [Kernel("inline_array")]
    public static uint Run(uint x)
    {
        Four f = default;
        f[2] = x;
        return f[1] + f[2];
    }
}
