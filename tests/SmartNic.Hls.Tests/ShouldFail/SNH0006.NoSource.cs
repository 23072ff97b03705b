using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(int x)
    {
        return (uint)[|System.Math.Abs(x)|];
    }
}
