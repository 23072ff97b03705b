using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>The counters of one tenant, or of nobody, in one direction.</summary>
internal sealed class SlotCounts
{
    /// <summary>Packets by slot.</summary>
    public ulong[] Packets { get; } = new ulong[CounterSlots.All];

    /// <summary>Bytes by slot.</summary>
    public ulong[] Bytes { get; } = new ulong[CounterSlots.All];

    /// <summary>Adds other counts to these.</summary>
    public void Add(SlotCounts other)
    {
        for (var slot = 0; slot < CounterSlots.All; slot++)
        {
            Packets[slot] += other.Packets[slot];
            Bytes[slot] += other.Bytes[slot];
        }
    }

    /// <summary>Takes other counts away from these; wraps at 2^64.</summary>
    public void Subtract(SlotCounts other)
    {
        for (var slot = 0; slot < CounterSlots.All; slot++)
        {
            Packets[slot] -= other.Packets[slot];
            Bytes[slot] -= other.Bytes[slot];
        }
    }
}
