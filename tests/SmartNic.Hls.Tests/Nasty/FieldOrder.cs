// right: a struct is replaced in the middle of an assignment to its field
using SmartNic.Hls.Language;

struct S { public uint A, B; }
static class K
{
    [Kernel("field_order")]
    public static (S, uint) Run(S s, S o, uint n)
    {
        s.A = (s = o).B + s.A;
        s.B += (s = new S { A = n, B = 3 }).A;
        uint r = s.A + (s.A = 5) * s.A;
        (s.B, s) = (9, o);
        s.B -= s.B = 1;
        return (s, r);
    }
}
