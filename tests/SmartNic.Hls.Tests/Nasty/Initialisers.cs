// right: initialisers in their order
using SmartNic.Hls.Language;

struct I { public uint A, B; }
struct O
{
    public I In;
    public uint C { get; set; }
    public (uint X, uint Y) T;
}
static class K
{
    [Kernel("initialisers")]
    public static O Run(uint n) => new O
    {
        C = n++,
        In = new() { B = n++, A = n },
        T = (n++, n),
    };
}
