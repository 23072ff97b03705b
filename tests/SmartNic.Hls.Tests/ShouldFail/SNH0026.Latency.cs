using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k", Latency = 2)]
    public static uint [|Run|](uint x, [Depth(8)] Table<uint> t)
    {
        return t.Read(x);
    }
}
