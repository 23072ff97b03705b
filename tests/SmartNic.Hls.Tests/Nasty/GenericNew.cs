// refused SNH0003: new T() runs the constructor of the struct
using SmartNic.Hls.Language;

struct D
{
    public uint A;
    public D() { A = 7; }
}
static class K
{
    static T Fresh<T>() where T : struct => new T();
    [Kernel("generic_new")]
    public static uint Run(uint n) => Fresh<D>().A + n;
}
