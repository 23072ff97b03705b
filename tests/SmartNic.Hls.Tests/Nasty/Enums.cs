// right: arithmetic on enums of every sign
using SmartNic.Hls.Language;

enum E : sbyte { A = -3, B, C = 100 }
enum F : byte { None, One = 1, High = 0x80, All = 0xFF }
static class K
{
    [Kernel("enums")]
    public static (E, int, F, F, bool, uint, E) Run(E e, F f, int i)
    {
        E next = e + 1;
        int gap = E.C - e;
        F not = ~f & F.All;
        f |= F.High;
        f++;
        f ^= (F)i;
        uint n = e switch { E.A => 1, < E.B => 2, E.C or (E)5 => 3, _ => 4 };
        return (next, gap, not, f, e < E.B, n, (E)(i + 200));
    }
}
