using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(uint x, Table<uint> [|t|])
    {
        return t.Read(x);
    }
}
