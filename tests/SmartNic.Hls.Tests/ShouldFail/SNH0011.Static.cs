using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        return x + [|Last|];
    }

    static uint Last = 1;
}
