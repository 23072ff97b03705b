using SmartNic.Hls.Language;

public struct Slow : IStep<UInt128, UInt128, bool>
{
    public static bool [|Step|](ref UInt128 state, in UInt128 arg)
    {
        state += arg;
        state = state > 1000 ? state - arg - 1 : state;
        return state > arg;
    }
}

public static class K
{
    [Kernel("k")]
    public static bool Run(uint x, UInt128 y, [Depth(8)] Rmw<Slow, UInt128, UInt128, bool> m) =>
        m.Apply(x, y);
}
