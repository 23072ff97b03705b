using SmartNic.Hls.Language;

using System.Runtime.InteropServices;
[StructLayout(LayoutKind.Explicit)]
struct S { [FieldOffset(0)] public uint A; [FieldOffset(0)] public uint B; }
static class K
{
    [Kernel("bad")]
    public static uint Run(uint x)
    {
        S [|s = default|];
        s.A = x;
        return s.B;
    }
}
