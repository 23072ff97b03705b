using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        double [|y = x|];
        return x + (y > 1 ? 1u : 0u);
    }
}
