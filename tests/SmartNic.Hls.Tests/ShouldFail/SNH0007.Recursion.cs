using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        return F(x);
    }

    static uint F(uint x) => x == 0 ? 0 : [|F(x - 1)|];
}
