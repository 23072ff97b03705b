using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Records;

/// <summary>Where records can be named: the slots of two memories, behind those of others.
/// </summary>
/// <param name="first">Number of the first slot.</param>
/// <param name="buckets">Buckets of each memory.</param>
/// <param name="slotsPerBucket">Slots of a bucket.</param>
/// <param name="records">The record that each slot names, or -1.</param>
/// <param name="bucketsOf">The two buckets of a record; those of memory b follow a's.</param>
/// <param name="move">Moves what a slot names to a free one.</param>
internal sealed class RecordPlaces(int first, int buckets, int slotsPerBucket, int[] records,
    Func<int, (int A, int B)> bucketsOf, Action<int, int> move) : ICuckooTable
{
    /// <summary>Number of the slot behind the last.</summary>
    public int End => first + (BucketCount * slotsPerBucket);

    /// <inheritdoc/>
    public int BucketCount => 2 * buckets;

    /// <summary>Number of the first slot of a bucket.</summary>
    public int FirstOf(int bucket) => first + (bucket * slotsPerBucket);

    /// <summary>The bucket of a slot.</summary>
    public int BucketOf(int slot) => (slot - first) / slotsPerBucket;

    /// <inheritdoc/>
    public int FreeSlot(int bucket)
    {
        var at = FirstOf(bucket);
        for (var i = 0; i < slotsPerBucket; i++)
        {
            if (records[at + i] < 0)
            {
                return at + i - first;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public int OtherBucket(int slot)
    {
        var (a, b) = bucketsOf(records[first + slot]);
        return slot / slotsPerBucket == a ? b : a;
    }

    /// <inheritdoc/>
    public void Move(int from, int to) => move(first + from, first + to);

    /// <summary>A free slot for a new record, made by moves where there is none.</summary>
    /// <param name="search">Searches these places.</param>
    /// <param name="at">The record's buckets.</param>
    /// <returns>Its number; -1 when none can be made, and then nothing was moved.</returns>
    public int Free(CuckooSearch search, (int A, int B) at)
    {
        var slot = search.Free(at.A, at.B);
        return slot < 0 ? -1 : first + slot;
    }
}
