// refused SNH0013: a struct and its field as two ref arguments
using SmartNic.Hls.Language;

struct S { public uint A, B; }
static class K
{
    static void Move(ref S s, ref uint a) { s.B = a; a = 7; s.B += s.A; }
    [Kernel("ref_field")]
    public static uint Run(S s) { Move(ref s, ref s.A); return s.B; }
}
