using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>
/// A count-min sketch (Cormode, Muthukrishnan 2005): bytes of every flow in four rows of sums, each
/// with a hash of its own. The least of a flow's sums is never below its bytes.
/// </summary>
public static class CountMin
{
    /// <summary>Adds a packet's bytes; gives an upper bound of what its flow has sent.</summary>
    /// <param name="flow">The flow, e.g. its addresses.</param>
    /// <param name="bytes">Length of the packet.</param>
    /// <param name="row0">Sums by the first hash.</param>
    /// <param name="row1">Sums by the second.</param>
    /// <param name="row2">Sums by the third.</param>
    /// <param name="row3">Sums by the fourth.</param>
    [Kernel("snic_count_min")]
    public static ulong Run(ulong flow, U14 bytes, [Depth(4096)] Counter row0,
        [Depth(4096)] Counter row1, [Depth(4096)] Counter row2, [Depth(4096)] Counter row3)
    {
        uint n = bytes;
        ulong a = Math.Min(row0.Add(Row(flow, 0), n), row1.Add(Row(flow, 1), n));
        ulong b = Math.Min(row2.Add(Row(flow, 2), n), row3.Add(Row(flow, 3), n));
        return Math.Min(a, b);
    }

    /// <summary>Where a flow is in a row: multiply-shift (Dietzfelbinger 1997) of both
    /// halves.</summary>
    public static uint Row(ulong flow, int row)
    {
        (uint odd, uint other) = row switch
        {
            0 => (0x9E3779B1u, 0x85EBCA77u),
            1 => (0xC2B2AE3Du, 0x27D4EB2Fu),
            2 => (0x165667B1u, 0xD3A2646Du),
            _ => (0xFD7046C5u, 0xB55A4F09u),
        };
        return ((uint)flow * odd + (uint)(flow >> 32) * other) >> 20;
    }
}
