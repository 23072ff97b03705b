namespace SmartNic.Driver.Tables;

/// <summary>
/// The plan of one transaction. A plan that fails is undone by <see cref="Rollback"/>.
/// </summary>
internal sealed partial class ExactTable
{
    /// <summary>
    /// How full the table gets, in percent, before an entry finds no place: cuckoo placement with
    /// four slots a bucket fills to 97 on average.
    /// </summary>
    public const int FullPercent = 95;

    private readonly List<ExactEntry> _added = [];
    private readonly List<Run> _runs = [];
    private readonly List<ulong> _placed = [];
    private ulong _newKey;
    private int _oldGeneration;
    private int _come;
    private int _gone;
    private int _changed;
    private int _kept;

    /// <summary>Entries in a row that need a place, all of one owner.</summary>
    private readonly record struct Run(int Owner, int Start, int Count) : IComparable<Run>
    {
        public int CompareTo(Run other) =>
            Count != other.Count ? Count.CompareTo(other.Count) : Start.CompareTo(other.Start);
    }

    /// <summary>Entries that the plan adds or changes.</summary>
    public int Added => _come + _changed;

    /// <summary>Entries that the plan removes or changes.</summary>
    public int Removed => _gone + _changed;

    /// <summary>True when the plan places every entry anew, for another hash key.</summary>
    public bool IsRekeyed => _newKey != HashKey;

    /// <summary>Entries of the plan, those in force included; kept after a rollback.</summary>
    public int Wanted { get; private set; }

    /// <summary>
    /// Whether the planned entries, all at new places, would fit beside those in force: up to a
    /// load of 47 % of each.
    /// </summary>
    public bool FitsTwice => Used + Wanted <= Capacity * FullPercent / 100;

    private byte OldBit => (byte)(1 << _oldGeneration);

    private byte NewBit => (byte)(2 >> _oldGeneration);

    /// <summary>Starts the plan of a transaction from a generation to the other.</summary>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="newKey">
    /// Key of the hashes in the new one; one that is not in force places every entry anew.
    /// </param>
    public void Begin(int oldGeneration, ulong newKey)
    {
        _slots.CopyTo(_backup, 0);
        _oldGeneration = oldGeneration;
        _newKey = newKey;
        ClearCounts();
        Wanted = 0;
    }

    /// <summary>Says that the new world has an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="owner">Index of who it belongs to; all of one come in a row.</param>
    /// <returns>False when the new world already has another of this key.</returns>
    public bool Want(ulong key, uint value, int owner = 0)
    {
        Wanted++;
        var at = Find(key, OldBit);
        if (at < 0)
        {
            _come++;
            Add(key, value, owner);
            return true;
        }

        ref var slot = ref _slots[at];
        if (slot.Keep)
        {
            return false;
        }

        slot.Keep = true;
        _kept++;
        var isChanged = slot.ValueOf(_oldGeneration) != value;
        _changed += isChanged ? 1 : 0;
        if (IsRekeyed)
        {
            Add(key, value, owner);
        }
        else if (isChanged)
        {
            slot.SetValue(1 - _oldGeneration, value);
            MarkDirty(at / Slots);
        }

        return true;
    }

    /// <summary>Ends the plan: finds what goes, and a place for all that comes.</summary>
    /// <param name="unplaced">
    /// Told who has entries without a place. Owners with few come first, so that it is one with
    /// many that finds none; of such an owner nothing that comes is placed.
    /// </param>
    /// <returns>Null, or what is wrong with what is wanted.</returns>
    public string? Place(List<Unplaced> unplaced)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Gen != 0 && (IsRekeyed || !slot.Keep))
            {
                slot.Gen = OldBit;
                _gone += slot.Keep ? 0 : 1;
                MarkDirty(i / Slots);
            }

            slot.Keep = false;
        }

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
                    run.Owner, _layout.Name, run.Count, _kept, _come, _gone, Capacity));
            }
        }

        return null;
    }

    /// <summary>Forgets the plan.</summary>
    public void Rollback()
    {
        _backup.CopyTo(_slots, 0);
        ClearDirty();
        _newKey = HashKey;
        ClearCounts();
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
        _slots[to] = _slots[from];
        var isVisible = (_slots[from].Gen & OldBit) != 0;
        _slots[from] = default;
        MarkDirty(from / Slots);
        if (isVisible)
        {
            _moves.Add((to / Slots, _images.Count));
            _images.AddRange(_slots.AsSpan(to / Slots * Slots, Slots));
        }

        MarkDirty(to / Slots);
    }

    private void Add(ulong key, uint value, int owner)
    {
        var isNext = _runs.Count > 0 && _runs[^1].Owner == owner;
        if (isNext)
        {
            _runs[^1] = _runs[^1] with { Count = _runs[^1].Count + 1 };
        }
        else
        {
            _runs.Add(new Run(owner, _added.Count, 1));
        }

        _added.Add(new ExactEntry { Key = key, Value0 = value, Value1 = value, Gen = NewBit });
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

            _slots[slot] = entry;
            _placed.Add(entry.Key);
            MarkDirty(slot / Slots);
        }

        return null;
    }

    private void TakeBack()
    {
        foreach (var key in _placed)
        {
            var at = Find(key, NewBit);
            _slots[at] = default;
            MarkDirty(at / Slots);
        }
    }

    private (int A, int B) Buckets(ulong key, ulong hashKey)
    {
        var (a, b) = _layout.Hash(key, hashKey);
        return ((int)a, _layout.Buckets + (int)b);
    }

    private ulong KeyFor(byte gen) => (gen & NewBit) != 0 ? _newKey : HashKey;

    private int Find(ulong key, byte genBit)
    {
        var (a, b) = Buckets(key, KeyFor(genBit));
        var at = FindIn(a, key, genBit);
        return at >= 0 ? at : FindIn(b, key, genBit);
    }

    private int FindIn(int bucket, ulong key, byte genBit)
    {
        for (var i = bucket * Slots; i < (bucket + 1) * Slots; i++)
        {
            if ((_slots[i].Gen & genBit) != 0 && _slots[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private void ClearCounts()
    {
        _moves.Clear();
        _images.Clear();
        _added.Clear();
        _runs.Clear();
        (_come, _gone, _changed, _kept) = (0, 0, 0, 0);
    }
}
