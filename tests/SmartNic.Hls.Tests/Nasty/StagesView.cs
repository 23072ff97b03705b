// right: a stage reads an edited window by its view
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public byte Reason;
    public byte Seen;

    public readonly bool IsOpen => Reason == 0;
}

public static class S
{
    [Stage]
    public static void First(ref P p, Window w)
    {
        if (!p.IsOpen) { return; }
        p.Seen = w.U8(3);
        if (w.U8(0) < 9) { p.Reason = 1; }
    }

    [Stage]
    public static void Second(ref P p, byte at, Window w)
    {
        if (!p.IsOpen) { return; }
        p.Reason = w.U8(4) == at ? (byte)2 : (byte)0;
    }

    [Pipeline("k")]
    public static byte Pipe(ref EditWindow w, byte a)
    {
        P p = default;
        w = w.Skip(4);
        w.SetU8(3, a);
        First(ref p, w.View);
        Window inner = w.View;
        Second(ref p, w.View.U8(5), inner);
        return p.Reason;
    }
}
