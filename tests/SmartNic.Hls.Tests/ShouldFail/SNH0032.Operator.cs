using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;

    public readonly bool IsOpen => Reason == 0;
}

public struct Counts
{
    [Depth(16)]
    public Counter Bytes;

    public static uint operator +(Counts c, uint n) => (uint)c.Bytes.Add(n, 1);
}

public static class S
{
    [Stage]
    public static void Run(ref P p, uint a)
    {
        if (!p.IsOpen) { return; }
        p.Reason = (byte)a;
    }

    [Pipeline("k")]
    public static byte Pipe(uint a, Counts counts)
    {
        P p = default;
        Run(ref p, a);
        uint b = [|counts + p.Reason|];
        Run(ref p, b);
        return p.Reason;
    }
}
