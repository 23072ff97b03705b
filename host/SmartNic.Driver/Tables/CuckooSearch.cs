namespace SmartNic.Driver.Tables;

/// <summary>
/// Breadth-first search for the shortest chain of moves that frees a slot in one of two buckets. A
/// bucket appears at most once in a chain, so that a chain never moves an entry twice.
/// </summary>
/// <param name="table">The buckets.</param>
/// <param name="slotsPerBucket">Slots of each.</param>
internal sealed class CuckooSearch(
    ICuckooTable table, int slotsPerBucket = ExactLayout.SlotsPerBucket)
{
    /// <summary>
    /// Buckets looked at before giving up: six moves deep at four slots a bucket, which places up
    /// to a load of 0.95 and more.
    /// </summary>
    private const int MaxNodes = 4096;

    private readonly int[] _bucket = new int[MaxNodes];
    private readonly int[] _parent = new int[MaxNodes];
    private readonly int[] _slotInParent = new int[MaxNodes];
    private readonly int[] _seen = new int[table.BucketCount];
    private int _round;

    /// <summary>
    /// Frees a slot in one of two buckets, moving entries through <see cref="ICuckooTable.Move"/>.
    /// </summary>
    /// <returns>The free slot; -1 when none can be freed, and then nothing was moved.</returns>
    public int Free(int first, int second)
    {
        _round++;
        var count = 0;
        Enqueue(ref count, first, -1, -1);
        Enqueue(ref count, second, -1, -1);
        for (var node = 0; node < count; node++)
        {
            var free = table.FreeSlot(_bucket[node]);
            if (free >= 0)
            {
                return Unwind(node, free);
            }

            for (var i = 0; i < slotsPerBucket && count < MaxNodes; i++)
            {
                var slot = (_bucket[node] * slotsPerBucket) + i;
                Enqueue(ref count, table.OtherBucket(slot), node, slot);
            }
        }

        return -1;
    }

    private void Enqueue(ref int count, int bucket, int parent, int slotInParent)
    {
        if (count < MaxNodes && _seen[bucket] != _round)
        {
            _seen[bucket] = _round;
            _bucket[count] = bucket;
            _parent[count] = parent;
            _slotInParent[count] = slotInParent;
            count++;
        }
    }

    /// <summary>
    /// Moves along the chain from its end, so that each copy exists before its original goes.
    /// </summary>
    private int Unwind(int node, int free)
    {
        for (; _parent[node] >= 0; node = _parent[node])
        {
            table.Move(_slotInParent[node], free);
            free = _slotInParent[node];
        }

        return free;
    }
}
