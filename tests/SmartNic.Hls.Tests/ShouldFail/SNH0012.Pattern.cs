using SmartNic.Hls.Language;
public struct P { public uint A; }
public static class K
{
    [Kernel("k")]
    public static uint Run(P p)
    {
        return p is [|{ A: 1 }|] ? 1u : 0u;
    }
}
