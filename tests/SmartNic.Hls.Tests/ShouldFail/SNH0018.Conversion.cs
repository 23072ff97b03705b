using SmartNic.Hls.Language;
public struct P { public uint A; }
public static class K
{
    [Kernel("k")]
    public static uint Run(uint x)
    {
        return (uint)[|(object)x|];
    }
}
