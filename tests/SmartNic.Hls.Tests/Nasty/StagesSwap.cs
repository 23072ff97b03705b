// right: structs of state change places before the stages and inside of one
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;
    public uint Sum;

    public readonly bool IsOpen => Reason == 0;
}

public struct Pair
{
    [Depth(4)]
    public Table<uint> Values;
    [Depth(4)]
    public Counter Uses;
}

public struct Both
{
    public Pair X;
    public Pair Y;
}

public static class OneStage
{
    [Stage]
    public static void Run(ref P p, byte at, Pair t, Pair u)
    {
        if (!p.IsOpen) { return; }
        (t, u) = (u, t);
        p.Sum += t.Values.Read(at) - u.Values.Read((byte)(at + 1));
        t.Uses.Add(at, 1);
        if (at == 77) { p.Reason = 3; }
    }
}

public static class OtherStage
{
    [Stage]
    public static void Run(ref P p, byte at, Pair t)
    {
        if (!p.IsOpen) { return; }
        t.Uses.Add(at, p.Sum);
    }
}

public static class K
{
    [Pipeline("stages_swap")]
    public static (byte, uint) Run(byte at, Pair x, Pair y, Both all)
    {
        P p = default;
        (x, y) = (y, x);
        (all.X, all.Y) = (all.Y, all.X);
        OneStage.Run(ref p, at, x, y);
        OtherStage.Run(ref p, at, all.X);
        return (p.Reason, p.Sum);
    }
}
