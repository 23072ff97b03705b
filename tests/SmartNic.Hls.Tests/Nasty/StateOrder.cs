// right: arguments, short cuts and conditions around state
using SmartNic.Hls.Language;

struct Sum : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg)
    {
        uint old = state;
        state += arg;
        if (arg > 1000) return old;
        state ^= 1;
        if (old == 7) { state = 0; return 5; }
        return state;
    }
}
static class K
{
    [Kernel("state_order")]
    public static (uint, uint, bool) Run(uint i, uint n, bool a,
        [Depth(16)] Rmw<Sum, uint, uint, uint> m, [Depth(8)] Counter c, [Depth(4)] Table<uint> t)
    {
        bool hit = a && m.Apply(i++, i++ + n) > 3;
        ulong d = hit ? c.Add(i, n & 7) : 0;
        uint x = n > 3 || a ? t.Read(i - 20) : 9;
        return (i + x, (uint)d, hit);
    }
}
