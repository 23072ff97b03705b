using SmartNic.Hls.Language;

public static class K
{
    [Kernel("my-kernel")]
    public static uint [|Run|](uint x) => x;
}
