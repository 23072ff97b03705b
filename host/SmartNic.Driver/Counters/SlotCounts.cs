namespace SmartNic.Driver.Counters;

/// <summary>The sixteen counters of one tenant in one direction.</summary>
internal sealed class SlotCounts
{
    /// <summary>Packets by slot.</summary>
    public ulong[] Packets { get; } = new ulong[CounterNames.Slots];

    /// <summary>Bytes by slot.</summary>
    public ulong[] Bytes { get; } = new ulong[CounterNames.Slots];

    /// <summary>Adds other counts to these.</summary>
    public void Add(SlotCounts other)
    {
        for (var slot = 0; slot < CounterNames.Slots; slot++)
        {
            Packets[slot] += other.Packets[slot];
            Bytes[slot] += other.Bytes[slot];
        }
    }

    /// <summary>Takes other counts away from these; wraps at 2^64.</summary>
    public void Subtract(SlotCounts other)
    {
        for (var slot = 0; slot < CounterNames.Slots; slot++)
        {
            Packets[slot] -= other.Packets[slot];
            Bytes[slot] -= other.Bytes[slot];
        }
    }
}
