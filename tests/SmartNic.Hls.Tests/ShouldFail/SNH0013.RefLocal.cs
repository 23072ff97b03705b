using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        ref uint [|y = ref x|];
        y = 2;
        return x;
    }
}
