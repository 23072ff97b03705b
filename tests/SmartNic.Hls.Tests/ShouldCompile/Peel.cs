using SmartNic.Hls.Language;

public static class Peel
{
    // The same reads twice: chosen one by one, and from a window that is shifted once.
    [Kernel("snic_taps")]
    public static (uint, ulong, byte) Taps(Window frame, byte what) => Read(frame, what);

    [Kernel("snic_peel")]
    public static (uint, ulong, byte) Shifted(Window frame, byte what) => Peeled(frame, what);

    static (uint, ulong, byte) Read(Window w, byte what)
    {
        if (w.U16(12) == 0x1313) w = w.Skip(4);
        w = w.Skip(14);
        int words = w.U8(0) & 7;
        w = w.Skip(words * 4);
        return (w.U32(0), w.U64(20), (byte)(w.U8(33) + what));
    }

    static (uint, ulong, byte) Peeled(Window w, byte what)
    {
        if (w.U16(12) == 0x1313) w = w.Skip(4, peel: true);
        w = w.Skip(14, peel: true);
        int words = w.U8(0) & 7;
        w = w.Skip(words * 4, peel: true);
        return (w.U32(0), w.U64(20), (byte)(w.U8(33) + what));
    }
}
