namespace SmartNic.Driver.Counters;

/// <summary>The counters of one tenant index, or of all: both directions.</summary>
/// <param name="interfaces">Interfaces, each of which counts for itself.</param>
/// <param name="size">Counters of a direction.</param>
internal sealed class CounterAccount(int interfaces, int size)
{
    /// <summary>From the wire to the tenant.</summary>
    public WideCounts Rx { get; } = new(interfaces, size);

    /// <summary>From the tenant to the wire.</summary>
    public WideCounts Tx { get; } = new(interfaces, size);

    /// <summary>True once a counter has wrapped since the offsets were kept.</summary>
    public bool HasWrapped => Rx.HasWrapped || Tx.HasWrapped;

    /// <summary>Takes in what the board reads, for each direction by interface.</summary>
    public void Advance((Counts[] Rx, Counts[] Tx) raw)
    {
        Rx.Advance(raw.Rx);
        Tx.Advance(raw.Tx);
    }

    /// <summary>Starts at zero, whatever the board reads.</summary>
    public void StartAt((Counts[] Rx, Counts[] Tx) raw)
    {
        Rx.StartAt(raw.Rx);
        Tx.StartAt(raw.Tx);
    }
}
