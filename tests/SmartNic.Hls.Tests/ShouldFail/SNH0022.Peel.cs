using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(Window w)
    {
        w = w.Skip((w.U8(0) & 1) * 32, peel: true);
        return [|w.U32(160)|];
    }
}
