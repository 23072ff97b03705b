namespace SmartNic.Driver;

/// <summary>A counter's offset: what is added to the board's counters for a total.</summary>
/// <param name="Index">Index of the owner; 0 is nobody.</param>
/// <param name="IsTx">Direction.</param>
/// <param name="Slot">Counter slot.</param>
/// <param name="Packets">Modulo 2^64.</param>
/// <param name="Bytes">Modulo 2^64.</param>
public sealed record CounterOffset(ushort Index, bool IsTx, int Slot, ulong Packets, ulong Bytes);

/// <summary>
/// What a driver must know of counters that another driver started: the board goes on counting in
/// between.
/// </summary>
/// <param name="Indices">Indices whose counts belong to somebody.</param>
/// <param name="Offsets">Offsets that are not zero.</param>
/// <param name="Gone">Counts of owners that are gone, all of index 0.</param>
public sealed record CounterRecord(
    IReadOnlyList<ushort> Indices,
    IReadOnlyList<CounterOffset> Offsets,
    IReadOnlyList<CounterOffset> Gone)
{
    /// <summary>Of a board whose counters are all zero.</summary>
    public static CounterRecord Empty { get; } = new([0], [], []);
}
