using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        uint sum = x;
        for (int i = 0; i < 3; i++) sum += (uint)([|12 / i|]);
        return sum;
    }
}
