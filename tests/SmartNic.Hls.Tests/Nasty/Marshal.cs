// refused SNH0001: spans over locals
using System.Runtime.InteropServices;
using SmartNic.Hls.Language;

static class K
{
    [Kernel("marshal")]
    public static uint Run(ulong x)
    {
        var s = MemoryMarshal.Cast<ulong, uint>(new Span<ulong>(ref x));
        return s[1];
    }
}
