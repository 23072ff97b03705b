// right: copies of an edit window see the same bytes
using SmartNic.Hls.Language;

static class K
{
    [Kernel("edit_copies")]
    public static uint Run(ref EditWindow frame, byte b, bool c)
    {
        EditWindow copy = frame;
        copy.SetU8(2, b);
        uint r = frame.U16(2);
        Window view = frame.View;
        frame.SetU16(1, 0xABCD);
        r += view.U8(2);
        EditWindow other = frame.Skip(4);
        other.SetU32(0, r);
        if (c) frame = frame.Push(2);
        frame.SetU8(6, (byte)(copy.U8(4) + 1));
        return r + other.U8(2);
    }
}
