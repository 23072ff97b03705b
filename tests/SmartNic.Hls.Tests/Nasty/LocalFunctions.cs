// refused SNH0006: nested local functions that capture and change
using SmartNic.Hls.Language;

static class K
{
    [Kernel("local_functions")]
    public static (uint, uint) Run(uint x, uint y)
    {
        uint n = Twice(x) + y;
        for (int i = 0; i < 3; i++)
        {
            uint inner = n + (uint)i;
            void Add(uint by)
            {
                inner += by;
                void Deep() { n ^= inner; y++; }
                if (by > 100) { Deep(); return; }
                n++;
            }
            Add(n);
            Add(x = inner);
        }
        return (n, y);
        uint Twice(uint z) { y += z; return z * 2 + x; }
    }
}
