namespace SmartNic.Driver;

/// <summary>Offset of a counter of an owner: what is added to the board's for a total.</summary>
/// <param name="Index">Index of the owner.</param>
/// <param name="IsTx">Direction.</param>
/// <param name="Outcome">Which class of an owner's.</param>
/// <param name="Packets">Modulo 2^64.</param>
/// <param name="Bytes">Modulo 2^64.</param>
public sealed record CounterOffset(
    ushort Index, bool IsTx, int Outcome, ulong Packets, ulong Bytes);

/// <summary>Offset of a counter of all.</summary>
/// <param name="IsTx">Direction.</param>
/// <param name="Reason">Its number.</param>
/// <param name="Packets">Modulo 2^64.</param>
/// <param name="Bytes">Modulo 2^64.</param>
public sealed record ReasonOffset(bool IsTx, int Reason, ulong Packets, ulong Bytes);

/// <summary>
/// What a driver must know of counters that another driver started: the board goes on counting in
/// between.
/// </summary>
/// <param name="Indices">Indices whose counts belong to somebody.</param>
/// <param name="Offsets">Offsets that are not zero.</param>
/// <param name="Reasons">Offsets of the counters of all that are not zero.</param>
public sealed record CounterRecord(
    IReadOnlyList<ushort> Indices,
    IReadOnlyList<CounterOffset> Offsets,
    IReadOnlyList<ReasonOffset> Reasons)
{
    /// <summary>Of a board whose counters are all zero.</summary>
    public static CounterRecord Empty { get; } = new([], [], []);
}
