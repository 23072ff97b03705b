namespace SmartNic.Driver.Counters;

/// <summary>The counters of one tenant index: both directions.</summary>
internal sealed class CounterAccount(int interfaces)
{
    /// <summary>From the wire to the tenant.</summary>
    public WideCounts Rx { get; } = new(interfaces);

    /// <summary>From the tenant to the wire.</summary>
    public WideCounts Tx { get; } = new(interfaces);

    /// <summary>True once a counter has wrapped since the offsets were kept.</summary>
    public bool HasWrapped => Rx.HasWrapped || Tx.HasWrapped;

    /// <summary>Reads the board.</summary>
    /// <returns>True when something was counted since the last time.</returns>
    public bool Refresh(CounterReader reader, ushort index)
    {
        var (rx, tx) = reader.Read(index);
        return Rx.Advance(rx) | Tx.Advance(tx);
    }

    /// <summary>Starts at zero, whatever the board reads.</summary>
    public void StartAnew(CounterReader reader, ushort index)
    {
        var (rx, tx) = reader.Read(index);
        Rx.StartAt(rx);
        Tx.StartAt(tx);
    }
}
