using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(5)]
public struct Five
{
    private uint _first;
}

public static class K
{
    [Kernel("k")]
    public static uint Run(Five a, byte at)
    {
        return a[[|at & 7|]];
    }
}
