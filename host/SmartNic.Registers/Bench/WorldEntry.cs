namespace SmartNic.Registers;

/// <summary>An entry of the liveness bench's world.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Index">Where it lies in the table.</param>
/// <param name="Words">Its words.</param>
/// <param name="Interface">The only interface that has it; null: all of them.</param>
/// <param name="DataWidth">The only width of a stream beat with it; null: any.</param>
public sealed record WorldEntry(
    TableSpec Table, uint Index, IReadOnlyList<uint> Words, int? Interface = null,
    int? DataWidth = null);
