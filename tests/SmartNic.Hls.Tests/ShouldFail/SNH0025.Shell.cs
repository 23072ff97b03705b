using SmartNic.Hls.Language;

public struct Sum : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg) => state += arg;
}

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x, [Depth(8), Latency(2)] Rmw<Sum, uint, uint, uint> [|sum|])
    {
        return sum.Apply(x, x);
    }
}
