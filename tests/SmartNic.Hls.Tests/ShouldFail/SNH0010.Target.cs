using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {

        [|Last|] = x + 1;
        return x;
    }

    static uint Last = 1;
}
