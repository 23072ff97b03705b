using SmartNic.Hls.Language;

public struct Mixed
{
    [Depth(4)]
    public Table<uint> A;

    public byte [|B|];
}

public static class K
{
    [Kernel("k")]
    public static uint Run(byte at, Mixed mixed)
    {
        return mixed.A.Read(at);
    }
}
