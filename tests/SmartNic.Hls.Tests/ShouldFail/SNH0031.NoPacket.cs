using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;

    public readonly bool IsOpen => Reason == 0;
}

public static class S
{
    [Stage]
    public static void [|Run|](ref byte p, byte a)
    {
        p = a;
    }

    [Pipeline("k")]
    public static byte Pipe(byte a)
    {
        P p = default;
        byte q = 0;
        Run(ref q, a);
        return p.Reason;
    }
}
