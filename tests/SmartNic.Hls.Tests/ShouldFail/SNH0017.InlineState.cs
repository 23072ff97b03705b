using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(2)]
public struct Sums
{
    private Counter _first;
}

public struct Tables
{
    [Depth(4)]
    public Sums [|Ways|];
}

public static class K
{
    [Kernel("k")]
    public static ulong Run(byte at, Tables tables)
    {
        return tables.Ways[0].Add(at, 1) + tables.Ways[1].Add(at, 1);
    }
}
