using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        uint n = 0;
        while ([|n < x|]) n++;
        return n;
    }
}
