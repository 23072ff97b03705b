using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        var a = [|new uint[2]|];
        return x;
    }
}
