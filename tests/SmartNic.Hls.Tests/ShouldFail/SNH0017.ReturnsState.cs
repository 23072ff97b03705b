using SmartNic.Hls.Language;

public struct Pair
{
    [Depth(4)]
    public Table<uint> A;
}

public static class K
{
    [Kernel("k")]
    public static Pair [|Run|](byte at, Pair pair)
    {
        return pair;
    }
}
