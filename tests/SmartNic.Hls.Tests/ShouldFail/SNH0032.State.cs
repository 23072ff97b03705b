using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;

    public readonly bool IsOpen => Reason == 0;
}

public static class S
{
    [Stage]
    public static void Run(ref P p, byte a)
    {
        if (!p.IsOpen) { return; }
        p.Reason = a;
    }

    [Pipeline("k")]
    public static byte Pipe(byte a, [Depth(4)] Counter bytes)
    {
        P p = default;
        byte kept = 0;
        Run(ref p, a);
        ulong sum = [|bytes.Add(0, p.Reason)|];
        Run(ref p, (byte)sum);
        return kept;
    }
}
