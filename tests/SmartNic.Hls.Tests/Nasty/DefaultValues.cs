// right: default is zero, whatever constructors say
using SmartNic.Hls.Language;

struct D
{
    public uint A;
    public bool B;
    public D() { A = 7; B = true; }
    public D(uint a) : this() { A += a; }
}
static class K
{
    static T Zero<T>() where T : struct => default;
    [Kernel("default_values")]
    public static (D, D, D, D, D) Run(uint n)
    {
        D a = default;
        D b = new();
        D c = new() { A = n };
        D d = new(n);
        return (a, b, c, d, Zero<D>());
    }
}
