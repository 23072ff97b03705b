using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <content>Places for what comes.</content>
internal sealed partial class ExactTable<TKey, TValue>
{
    private readonly List<ExactSlot<TKey, TValue>> _added = [];
    private readonly List<Run> _runs = [];
    private readonly List<TKey> _placed = [];

    /// <summary>Entries in a row that need a place, all of one owner.</summary>
    private readonly record struct Run(int Owner, int Start, int Count) : IComparable<Run>
    {
        public int CompareTo(Run other) =>
            Count != other.Count ? Count.CompareTo(other.Count) : Start.CompareTo(other.Start);
    }

    /// <summary>A free slot of a bucket, or -1.</summary>
    public int FreeSlot(int bucket)
    {
        for (var i = bucket * Slots; i < (bucket + 1) * Slots; i++)
        {
            if (_slots[i].Gen == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The bucket where the entry of a slot could be instead.</summary>
    public int OtherBucket(int slot)
    {
        var (a, b) = Buckets(_slots[slot].Key, KeyFor(_slots[slot].Gen));
        return slot / Slots < _layout.Buckets ? b : a;
    }

    /// <summary>
    /// Moves an entry; one that packets see now is copied on the board before it goes.
    /// </summary>
    public void Move(int from, int to)
    {
        var entry = _slots[from];
        Set(to, entry);
        Set(from, default);
        if ((entry.Gen & OldBit) != 0)
        {
            _moves.Add((to / Slots, _images.Count));
            _images.AddRange(Bucket(to / Slots));
        }
    }

    private void Add(in TKey key, in TValue value, int owner)
    {
        if (_runs.Count > 0 && _runs[^1].Owner == owner)
        {
            _runs[^1] = _runs[^1] with { Count = _runs[^1].Count + 1 };
        }
        else
        {
            _runs.Add(new Run(owner, _added.Count, 1));
        }

        _added.Add(new ExactSlot<TKey, TValue>
        {
            Key = key, Value0 = value, Value1 = value, Gen = NewBit,
        });
    }

    /// <summary>
    /// Owners with few entries come first, so that it is one with many that finds no place; of such
    /// an owner nothing that comes is placed.
    /// </summary>
    private string? PlaceRuns(List<Unplaced> unplaced)
    {
        _runs.Sort();
        foreach (var run in _runs)
        {
            if (PlaceAll(run, out var hasRoom) is { } error)
            {
                return error;
            }

            if (!hasRoom)
            {
                unplaced.Add(new Unplaced(
                    run.Owner, _layout.Name, run.Count, Kept, _come, _gone, Capacity));
            }
        }

        return null;
    }

    /// <summary>Places what comes of one owner: all, or nothing.</summary>
    private string? PlaceAll(Run run, out bool hasRoom)
    {
        _placed.Clear();
        hasRoom = true;
        for (var i = run.Start; i < run.Start + run.Count; i++)
        {
            var entry = _added[i];
            if (Find(entry.Key, NewBit) >= 0)
            {
                var text = _layout.Describe(entry).Select(f => $"{f.Name} {f.Value}");
                return $"table {_layout.Name}: one key has two values ({string.Join(", ", text)})";
            }

            var (a, b) = Buckets(entry.Key, _newKey);
            var slot = _search.Free(a, b);
            if (slot < 0)
            {
                hasRoom = false;
                TakeBack();
                return null;
            }

            Set(slot, entry);
            _placed.Add(entry.Key);
        }

        return null;
    }

    private void TakeBack()
    {
        foreach (var key in _placed)
        {
            Set(Find(key, NewBit), default);
        }
    }

    private (int A, int B) Buckets(in TKey key, ulong hashKey)
    {
        var (a, b) = _layout.Hash(key, hashKey);
        return ((int)a, _layout.Buckets + (int)b);
    }

    private ulong KeyFor(byte gen) => (gen & NewBit) != 0 ? _newKey : HashKey;

    private int Find(in TKey key, byte genBit)
    {
        var (a, b) = Buckets(key, KeyFor(genBit));
        var at = FindIn(a, key, genBit);
        return at >= 0 ? at : FindIn(b, key, genBit);
    }

    private int FindIn(int bucket, in TKey key, byte genBit)
    {
        for (var i = bucket * Slots; i < (bucket + 1) * Slots; i++)
        {
            if ((_slots[i].Gen & genBit) != 0 && TKey.Same(_slots[i].Key, key))
            {
                return i;
            }
        }

        return -1;
    }
}
