using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(byte at, [Depth(4)] Table<uint> a, [Depth(4)] Table<uint> b)
    {
        Table<uint> t = a;
        if (at > 3)
        {
            [|t = b|];
        }

        return t.Read(at);
    }
}
