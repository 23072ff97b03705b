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

    /// <summary>Bucket of a key in memory a.</summary>
    public abstract uint HashA(ulong key);

    /// <summary>Bucket of a key in memory b.</summary>
    public abstract uint HashB(ulong key);

    /// <summary>Four slots as the words of a bucket.</summary>
    public abstract void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words);

    /// <summary>The words of a bucket as four slots.</summary>
    public abstract void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots);

    /// <summary>Names and values of an entry's fields.</summary>
    public abstract IEnumerable<(string Name, string Value)> Describe(ExactEntry entry);
}
