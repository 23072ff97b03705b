using System.Runtime.InteropServices;
using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>Counts frames and bytes by port, apart from the board's own counters.</summary>
internal sealed class PortTally
{
    private readonly Dictionary<PortId, (ulong Packets, ulong Bytes)> counts = [];

    public void Add(PortId port, int bytes)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, port, out _);
        count = (count.Packets + 1, count.Bytes + (ulong)bytes);
    }

    /// <summary>The count of the ports that a condition holds for.</summary>
    public PacketCount Sum(Func<PortId, bool> condition)
    {
        var (packets, bytes) = (0UL, 0UL);
        foreach (var (port, count) in counts)
        {
            if (condition(port))
            {
                packets += count.Packets;
                bytes += count.Bytes;
            }
        }

        return new PacketCount(packets, bytes);
    }
}
