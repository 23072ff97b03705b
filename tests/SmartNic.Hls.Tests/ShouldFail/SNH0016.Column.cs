using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(4)]
public struct Columns
{
    private Table<uint> _first;
}

public static class K
{
    [Kernel("k")]
    public static uint Run(byte at, U2 which, [Depth(4)] in Columns columns)
    {
        return columns[[|(int)(uint)which|]].Read(at);
    }
}
