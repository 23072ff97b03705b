using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <content>
/// Takes over what another owner left. Alive for the generation in force is the truth; the rest is
/// what an owner that was killed had not yet put in force, or had not yet tidied away.
/// </content>
internal sealed partial class ExactTable<TKey, TValue>
{
    // Buckets whose words on some interface are not what the slots say, in the order in which they
    // are to be written, and what they are to be.
    private readonly List<(int Bucket, int Image)> _pending = [];
    private readonly List<ExactSlot<TKey, TValue>> _settled = [];

    /// <summary>Reads the table back; writes nothing.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <param name="hashKey">Key of its hashes.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, int generation, ulong hashKey)
    {
        (HashKey, _newKey, _oldGeneration) = (hashKey, hashKey, generation);
        var buckets = new BucketReader<TKey, TValue>(_layout, reader);
        buckets.Read(0, _slots);
        var differing = new SortedSet<int>();
        var last = reader.Interfaces - 1;
        if (last > 0)
        {
            // Interfaces are written one after the other: where the first and the last are
            // equal, all are.
            var other = new ExactSlot<TKey, TValue>[_slots.Length];
            buckets.Read(last, other);
            for (var i = 0; i < other.Length; i++)
            {
                if (!AreSame(_slots[i], other[i]))
                {
                    differing.Add(i / Slots);
                }
            }
        }

        var stale = new SortedSet<int>();
        Settle(stale);

        // One interface may lack the copy of an entry that was being moved. It is given it before
        // the original goes.
        foreach (var bucket in differing.Concat(stale.Except(differing)))
        {
            _pending.Add((bucket, _settled.Count));
            _settled.AddRange(Bucket(bucket));
        }

        Used = _slots.Count(s => s.Gen != 0);
    }

    /// <summary>Value of a key in force; null when there is none.</summary>
    public TValue? ValueOf(in TKey key)
    {
        var at = Find(key, OldBit);
        return at < 0 ? null : ValueAt(at);
    }

    /// <summary>Keys and values in force.</summary>
    public IEnumerable<(TKey Key, TValue Value)> Entries()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Gen != 0)
            {
                yield return (_slots[i].Key, ValueAt(i));
            }
        }
    }

    /// <summary>Every slot that is alive becomes alive for both generations; others free.</summary>
    private void Settle(SortedSet<int> stale)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            var entry = _slots[i];
            if (entry.Gen == 0)
            {
                continue;
            }

            var bucket = i / Slots;
            var (a, b) = Buckets(entry.Key, HashKey);
            var isFound = (entry.Gen & OldBit) != 0 && (bucket == a || bucket == b);
            if (isFound && !IsSecond(i, entry.Key))
            {
                var settled = Settled(entry);
                if (!AreSame(settled, entry))
                {
                    stale.Add(bucket);
                }

                _slots[i] = settled;
            }
            else
            {
                _slots[i] = default;
                stale.Add(bucket);
            }
        }
    }

    /// <summary>An entry as it is when no transaction is under way.</summary>
    private ExactSlot<TKey, TValue> Settled(in ExactSlot<TKey, TValue> entry)
    {
        var value = entry.ValueOf(_oldGeneration);
        return new() { Key = entry.Key, Value0 = value, Value1 = value, Gen = 3 };
    }

    private TValue ValueAt(int slot) => _slots[slot].ValueOf(_oldGeneration);

    /// <summary>
    /// Whether the key has a slot before this one, all of which are settled: it was being moved.
    /// </summary>
    private bool IsSecond(int slot, in TKey key)
    {
        var (a, b) = Buckets(key, HashKey);
        foreach (var bucket in (ReadOnlySpan<int>)[a, b])
        {
            for (var i = bucket * Slots; i < Math.Min(slot, (bucket + 1) * Slots); i++)
            {
                if (_slots[i].Gen != 0 && TKey.Same(_slots[i].Key, key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool AreSame(in ExactSlot<TKey, TValue> a, in ExactSlot<TKey, TValue> b) =>
        a.Gen == b.Gen && (a.Gen == 0 || (TKey.Same(a.Key, b.Key)
        && _layout.AreSame(a.Value0, b.Value0) && _layout.AreSame(a.Value1, b.Value1)));

    /// <summary>
    /// Before the first transaction after <see cref="Adopt"/>: makes the board what it was settled
    /// to. No packet sees a difference.
    /// </summary>
    private void WritePending(TableWriter writer)
    {
        var settled = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_settled);
        foreach (var (bucket, image) in _pending)
        {
            WriteBucket(writer, bucket, settled.Slice(image, Slots));
        }

        _pending.Clear();
        _settled.Clear();
    }
}
