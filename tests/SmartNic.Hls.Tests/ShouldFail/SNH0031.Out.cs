using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;

    public readonly bool IsOpen => Reason == 0;
}

public static class S
{
    [Stage]
    public static void [|Run|](ref P p, out byte a)
    {
        a = 1;
    }

    [Pipeline("k")]
    public static byte Pipe(byte a)
    {
        P p = default;
        Run(ref p, out byte b);
        return p.Reason;
    }
}
