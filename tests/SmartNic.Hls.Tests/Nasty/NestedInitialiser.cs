// refused SNH0003: an initialiser of a field of a field
using SmartNic.Hls.Language;

struct I { public uint A, B; }
struct O { public I In; public uint C; }
static class K
{
    [Kernel("nested_initialiser")]
    public static O Run(uint n) => new O { C = n++, In = { B = n++, A = n } };
}
