// right: stages that do nothing, or the same always; open by two fields; more clocks than needed
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public bool A;
    public bool B;
    public ushort V;
    public uint R;

    public readonly bool IsOpen => !A & !B;
}

public struct Sum : IStep<uint, uint, uint>
{
    public static uint Step(ref uint s, in uint a)
    {
        s += a;
        return s;
    }
}

public static class OneStage
{
    [Stage]
    public static void Run(ref P p, ushort v)
    {
        if (!p.IsOpen) { return; }
        p.V = (ushort)(v & 0xff00);
        if (v == 0x1234) { p.A = true; }
    }
}

public static class NothingStage
{
    [Stage]
    public static void Run(ref P p)
    {
        if (!p.IsOpen) { return; }
    }
}

public static class ConstStage
{
    [Stage]
    public static void Run(ref P p)
    {
        if (!p.IsOpen) { return; }
        p.R = 77;
    }
}

public static class UseStage
{
    [Stage]
    public static void Run(ref P p, Rmw<Sum, uint, uint, uint> s, Counter c)
    {
        if (!p.IsOpen) { return; }
        uint r = p.V > 0x4000 ? s.Apply((uint)(p.V >> 12), p.V) : 5u;
        p.R += r;
        if (r > 100000)
        {
            p.B = true;
            return;
        }

        c.Add((uint)(p.V >> 8) & 7, r & 15);
    }
}

public static class K
{
    [Pipeline("stages_idle", Latency = 12)]
    public static (uint, ushort, bool) Run(
        ushort v, [Depth(16)] Rmw<Sum, uint, uint, uint> s, [Depth(8)] Counter c)
    {
        P p = default;
        NothingStage.Run(ref p);
        OneStage.Run(ref p, v);
        ConstStage.Run(ref p);
        NothingStage.Run(ref p);
        UseStage.Run(ref p, s, c);
        return (p.R, p.A ? (ushort)1 : (ushort)0, p.B);
    }
}
