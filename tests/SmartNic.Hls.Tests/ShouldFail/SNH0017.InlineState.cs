using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

public struct Pair
{
    [Depth(4)]
    public Table<uint> A;
}

[InlineArray(2)]
public struct Pairs
{
    private Pair _first;
}

public struct Tables
{
    public Pairs [|Ways|];
}

public static class K
{
    [Kernel("k")]
    public static uint Run(byte at, Tables tables)
    {
        return tables.Ways[0].A.Read(at) + tables.Ways[1].A.Read(at);
    }
}
