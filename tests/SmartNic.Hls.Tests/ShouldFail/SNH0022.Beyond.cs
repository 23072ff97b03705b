using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(Window w)
    {
        return [|w.Skip((w.U8(0) & 15) * 4).U32(130)|];
    }
}
