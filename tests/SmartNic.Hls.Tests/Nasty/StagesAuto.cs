// right: IsOpen is a property of its own, and a packet is closed by clearing it
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;
    public byte Seen;

    public bool IsOpen { get; set; }
}

public static class S
{
    [Stage]
    public static void First(ref P p, byte a)
    {
        if (!p.IsOpen) { return; }
        p.Seen = a;
        if (a > 9) { p.Reason = 1; p.IsOpen = false; return; }
        p.Seen++;
    }

    [Stage]
    public static void Second(ref P p, byte b)
    {
        if (!p.IsOpen) { return; }
        if (p.Seen == b) { p.Reason = 2; p.IsOpen = false; }
    }

    [Pipeline("k")]
    public static byte Pipe(byte a, byte b)
    {
        P p = default;
        p.IsOpen = true;
        First(ref p, a);
        Second(ref p, b);
        return p.Reason;
    }
}
