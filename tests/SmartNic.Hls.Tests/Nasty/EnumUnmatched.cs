// refused SNH0029: a switch expression over the names of an enum alone
using SmartNic.Hls.Language;

enum E : byte { A, B, C }
static class K
{
    [Kernel("enum_unmatched")]
    public static uint Run(E e) => e switch { E.A => 4, E.B => 5, E.C => 6 };
}
