using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static bool Run(uint x, [Depth(8)] TernaryTable<uint> [|t|])
    {
        return t.Match(x).Found;
    }
}
