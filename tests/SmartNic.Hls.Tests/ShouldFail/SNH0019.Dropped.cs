using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static ushort Run(Window frame)
    {
        if (frame.U16(12) == 0x8100) [|frame.Skip(4)|];
        return frame.U16(12);
    }
}
