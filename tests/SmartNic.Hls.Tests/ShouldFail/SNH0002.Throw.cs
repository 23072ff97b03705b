using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        if (x == 0) [|throw new System.Exception();|]
        return x;
    }
}
