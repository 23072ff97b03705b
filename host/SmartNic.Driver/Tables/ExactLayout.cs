namespace SmartNic.Driver.Tables;

/// <summary>
/// What tells one exact-match table from another: hash functions and bucket layout, both those of
/// the kernels.
/// </summary>
internal abstract class ExactLayout
{
    /// <summary>Slots of a bucket.</summary>
    public const int SlotsPerBucket = 4;

    /// <summary>Name, without <c>_a</c> or <c>_b</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Table ids of memories a and b.</summary>
    public abstract (int A, int B) Ids { get; }

    /// <summary>Buckets of each memory.</summary>
    public abstract int Buckets { get; }

    /// <summary>Words of a bucket.</summary>
    public abstract int Words { get; }

    /// <summary>Buckets of a key in memories a and b, under a hash key.</summary>
    public abstract (uint A, uint B) Hash(ulong key, ulong hashKey);

    /// <summary>Four slots as the words of a bucket.</summary>
    public abstract void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words);

    /// <summary>The words of a bucket as four slots: what a board holds.</summary>
    public abstract void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots);

    /// <summary>Names and values of an entry's fields, as packets of a generation find
    /// them.</summary>
    public abstract IEnumerable<(string Name, string Value)> Describe(
        ExactEntry entry, int generation);
}
