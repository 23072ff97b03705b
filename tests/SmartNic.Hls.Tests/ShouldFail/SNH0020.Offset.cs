using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(Window w, int n)
    {
        return [|w.U8(n)|];
    }
}
