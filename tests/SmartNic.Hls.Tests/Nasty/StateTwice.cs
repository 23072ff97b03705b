// refused SNH0014: two accesses in one loop
using SmartNic.Hls.Language;

struct Sum : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg) => state += arg;
}
static class K
{
    [Kernel("state_twice")]
    public static uint Run(uint x, [Depth(4)] Rmw<Sum, uint, uint, uint> r)
    {
        uint n = 0;
        for (uint i = 0; i < 2; i++) n += r.Apply(i, x);
        return n;
    }
}
