using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static void [|Run|](uint x)
    {
    }
}
