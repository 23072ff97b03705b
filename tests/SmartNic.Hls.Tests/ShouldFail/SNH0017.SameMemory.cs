using SmartNic.Hls.Language;

public struct Pair
{
    [Depth(4)]
    public Table<uint> A;
}

public static class K
{
    [Kernel("k")]
    public static uint [|Run|](byte at, Pair pair, [Depth(4)] Table<uint> pairA)
    {
        return pair.A.Read(at) + pairA.Read(at);
    }
}
