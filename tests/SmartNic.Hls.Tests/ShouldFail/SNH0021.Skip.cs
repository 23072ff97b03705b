using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(Window w, int n)
    {
        return [|w.Skip(n).U8(0)|];
    }
}
