using System.Runtime.InteropServices;
using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>Counts frames and bytes by port, apart from the board's own counters.</summary>
internal sealed class PortTally
{
    private readonly Dictionary<PortId, int> places = [];
    private readonly List<(ulong Packets, ulong Bytes)> counts = [];
    private PortId last;
    private int lastPlace = -1;

    public void Add(PortId port, int bytes)
    {
        // Frames of one port come in runs.
        if (lastPlace < 0 || port != last)
        {
            (last, lastPlace) = (port, Place(port));
        }

        ref var count = ref CollectionsMarshal.AsSpan(counts)[lastPlace];
        count.Packets++;
        count.Bytes += (ulong)bytes;
    }

    /// <summary>The count of the ports that a condition holds for.</summary>
    public PacketCount Sum(Func<PortId, bool> condition)
    {
        var (packets, bytes) = (0UL, 0UL);
        foreach (var (port, place) in places)
        {
            if (condition(port))
            {
                packets += counts[place].Packets;
                bytes += counts[place].Bytes;
            }
        }

        return new PacketCount(packets, bytes);
    }

    private int Place(PortId port)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(
            places, port, out var exists);
        if (!exists)
        {
            place = counts.Count;
            counts.Add(default);
        }

        return place;
    }
}
