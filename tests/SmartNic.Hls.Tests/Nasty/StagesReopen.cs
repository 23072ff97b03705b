// right: a stage that goes on behind its own fate sees what it wrote, and may open again
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;
    public U4 Class;

    public readonly bool IsOpen => Reason == 0;
}

public static class S
{
    [Stage]
    public static void Filter(ref P p, uint a, Counter bytes)
    {
        if (!p.IsOpen) { return; }
        if (a < 0x8000_0000) { p.Reason = 2; p.Class = (U4)5; }
        else { p.Class = (U4)7; }
        bytes.Add((uint)p.Class, a);
        if ((a & 3) == 0) { p.Reason = 0; }
    }

    [Stage]
    public static void Count(ref P p, uint a, Counter passed)
    {
        if (!p.IsOpen) { return; }
        passed.Add((uint)p.Class, a);
        p.Reason = (byte)p.Class;
    }

    [Pipeline("k")]
    public static byte Pipe(uint a, [Depth(16)] Counter bytes, [Depth(16)] Counter passed)
    {
        P p = default;
        Filter(ref p, a, bytes);
        Count(ref p, a, passed);
        return p.Reason;
    }
}
