using SmartNic.Hls.Language;

public struct Multiply : IStep<uint, uint, bool>
{
    public static bool Step(ref uint state, in uint arg)
    {
        state = [|state * arg|];
        return true;
    }
}

public static class K
{
    [Kernel("k")]
    public static bool Run(uint x, uint y, [Depth(8)] Rmw<Multiply, uint, uint, bool> m) =>
        m.Apply(x, y);
}
