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
    public static byte Pipe(byte a)
    {
        P p = default;
        byte kept = 0;
        Run(ref p, a);
        Run(ref p, [|kept = p.Reason|]);
        return kept;
    }
}
