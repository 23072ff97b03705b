// right: state behind a loop that is left early
using SmartNic.Hls.Language;

struct Sum : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg) => state += arg;
}
static class K
{
    [Kernel("state_loop")]
    public static uint Run(uint x, Register<Sum, uint, uint, uint> r)
    {
        for (int i = 0; i < 4; i++)
        {
            if ((x >> i & 1) != 0) break;
            if (i == 3 && x > 0x1000) return r.Apply(x);
            x += 8;
        }
        return x;
    }
}
