using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x, [Depth(8), Latency(0)] Table<uint> [|t|])
    {
        return t.Read(x);
    }
}
