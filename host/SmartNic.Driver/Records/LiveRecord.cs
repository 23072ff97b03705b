namespace SmartNic.Driver.Records;

/// <summary>A live record.</summary>
/// <param name="Index">Its index: what else is kept for it on the board is found by it.</param>
/// <param name="Incarnation">What the index has to carry to mean this record.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct LiveRecord<TKey, TValue>(
    int Index, byte Incarnation, TKey Key, TValue Value);
