using SmartNic.Hls.Language;

public struct Pair
{
    [Depth(4)]
    public Table<uint> A;

    [Depth(4)]
    public Table<uint> B;
}

public static class K
{
    [Kernel("k")]
    public static uint Run(byte at, Pair pair)
    {
        Table<uint> t = at > 3 ? pair.A : [|pair.B|];
        return t.Read(at);
    }
}
