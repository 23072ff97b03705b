namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one exact-match table: bucketed cuckoo placement in two memories, and
/// the plan of one transaction. In the steady state every entry is alive for both generations. A
/// transaction from generation g to h marks what goes as alive for g only, adds what comes as alive
/// for h only, and after the flip <see cref="Tidy"/> frees the one and widens the other.
/// </summary>
/// <remarks>
/// Planning happens here alone, no word is written: a plan that fails is undone by
/// <see cref="Rollback"/>. The writes come in an order in which no entry is ever missing: first the
/// buckets that received a moved entry, as they were at that moment, in the order of the moves;
/// then every other changed bucket.
/// </remarks>
internal sealed partial class ExactTable
{
    private const int Slots = ExactLayout.SlotsPerBucket;

    private readonly ExactLayout _layout;
    private readonly ExactEntry[] _slots;
    private readonly ExactEntry[] _backup;
    private readonly bool[] _isDirty;
    private readonly List<int> _dirty = [];
    private readonly List<ExactEntry> _added = [];
    private readonly List<(int Bucket, int Image)> _moves = [];
    private readonly List<ExactEntry> _images = [];
    private readonly CuckooSearch _search;
    private readonly uint[] _words = new uint[16];
    private byte _oldBit;

    public ExactTable(ExactLayout layout)
    {
        _layout = layout;
        _slots = new ExactEntry[BucketCount * Slots];
        _backup = new ExactEntry[_slots.Length];
        _isDirty = new bool[BucketCount];
        _search = new CuckooSearch(this);
    }

    /// <summary>Layout of the table.</summary>
    public ExactLayout Layout => _layout;

    /// <summary>Buckets of both memories together; those of b follow those of a.</summary>
    public int BucketCount => 2 * _layout.Buckets;

    /// <summary>Slots of both memories.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Entries in the table.</summary>
    public int Used { get; private set; }

    /// <summary>Entries that the plan adds.</summary>
    public int Added => _added.Count;

    /// <summary>Entries that the plan removes.</summary>
    public int Removed { get; private set; }

    /// <summary>Starts the plan of a transaction from a generation to the other.</summary>
    public void Begin(int oldGeneration)
    {
        _slots.CopyTo(_backup, 0);
        _oldBit = (byte)(1 << oldGeneration);
        _added.Clear();
        Removed = 0;
    }

    /// <summary>Says that the new world has an entry.</summary>
    /// <returns>False when the new world already has another of this key.</returns>
    public bool Want(ulong key, uint value)
    {
        var at = Find(key, _oldBit);
        if (at < 0 || _slots[at].Value != value)
        {
            _added.Add(new ExactEntry { Key = key, Value = value, Gen = (byte)(_oldBit ^ 3) });
            return at < 0 || !_slots[at].Keep;
        }

        var isNew = !_slots[at].Keep;
        _slots[at].Keep = true;
        return isNew;
    }

    /// <summary>Ends the plan: finds what goes, and a place for all that comes.</summary>
    /// <returns>Null, or why it cannot be done.</returns>
    public string? Place()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Gen != 0 && !slot.Keep)
            {
                slot.Gen = _oldBit;
                Removed++;
                MarkDirty(i / Slots);
            }

            slot.Keep = false;
        }

        for (var i = 0; i < _added.Count; i++)
        {
            var entry = _added[i];
            if (Find(entry.Key, entry.Gen) >= 0)
            {
                return $"table {_layout.Name}: one key has two values ({Text(entry)})";
            }

            var slot = _search.Free(BucketA(entry.Key), BucketB(entry.Key));
            if (slot < 0)
            {
                return $"table {_layout.Name} is full: no place for {_added.Count - i} of "
                    + $"{_added.Count} new entries beside {Used} old ones (of {Capacity} slots); a "
                    + "transaction needs room for old and new";
            }

            _slots[slot] = entry;
            MarkDirty(slot / Slots);
        }

        return null;
    }

    /// <summary>Forgets the plan.</summary>
    public void Rollback()
    {
        _backup.CopyTo(_slots, 0);
        ClearDirty();
        _moves.Clear();
        _images.Clear();
        _added.Clear();
        Removed = 0;
    }

    /// <summary>
    /// Writes the plan; packets of the old generation see no difference at any time.
    /// </summary>
    public void WritePlan(TableWriter writer)
    {
        WritePending(writer);
        var images = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_images);
        foreach (var (bucket, image) in _moves)
        {
            WriteBucket(writer, bucket, images.Slice(image, Slots));
        }

        _moves.Clear();
        _images.Clear();
        WriteDirty(writer);
    }

    /// <summary>After the flip and the drain: frees what is old, widens what is new.</summary>
    public void Tidy(TableWriter writer)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Gen == _oldBit)
            {
                slot = default;
                MarkDirty(i / Slots);
            }
            else if (slot.Gen == (_oldBit ^ 3))
            {
                slot.Gen = 3;
                MarkDirty(i / Slots);
            }
        }

        WriteDirty(writer);
        Used += _added.Count - Removed;
        _added.Clear();
        Removed = 0;
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
        var key = _slots[slot].Key;
        return slot / Slots < _layout.Buckets ? BucketB(key) : BucketA(key);
    }

    /// <summary>
    /// Moves an entry; one that packets see now is copied on the board before it goes.
    /// </summary>
    public void Move(int from, int to)
    {
        _slots[to] = _slots[from];
        var isVisible = (_slots[from].Gen & _oldBit) != 0;
        _slots[from] = default;
        MarkDirty(from / Slots);
        if (isVisible)
        {
            _moves.Add((to / Slots, _images.Count));
            _images.AddRange(_slots.AsSpan(to / Slots * Slots, Slots));
        }

        MarkDirty(to / Slots);
    }

    /// <summary>The entries, each with its place.</summary>
    public IEnumerable<TableRow> Rows()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Gen != 0)
            {
                var bucket = i / Slots;
                var memory = bucket < _layout.Buckets ? 'a' : 'b';
                yield return new TableRow(
                    $"{memory}[{bucket % _layout.Buckets}].{i % Slots}",
                    _layout.Describe(_slots[i]).ToDictionary(f => f.Name, f => f.Value));
            }
        }
    }

    private string Text(ExactEntry entry) =>
        string.Join(", ", _layout.Describe(entry).Select(f => $"{f.Name} {f.Value}"));

    private int BucketA(ulong key) => (int)_layout.HashA(key);

    private int BucketB(ulong key) => _layout.Buckets + (int)_layout.HashB(key);

    private int Find(ulong key, byte genBit)
    {
        var at = FindIn(BucketA(key), key, genBit);
        return at >= 0 ? at : FindIn(BucketB(key), key, genBit);
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

    private void MarkDirty(int bucket)
    {
        if (!_isDirty[bucket])
        {
            _isDirty[bucket] = true;
            _dirty.Add(bucket);
        }
    }

    private void ClearDirty()
    {
        foreach (var bucket in _dirty)
        {
            _isDirty[bucket] = false;
        }

        _dirty.Clear();
    }

    private void WriteDirty(TableWriter writer)
    {
        foreach (var bucket in _dirty)
        {
            WriteBucket(writer, bucket, _slots.AsSpan(bucket * Slots, Slots));
        }

        ClearDirty();
    }

    private void WriteBucket(TableWriter writer, int bucket, ReadOnlySpan<ExactEntry> slots)
    {
        var words = _words.AsSpan(0, _layout.Words);
        _layout.Pack(slots, words);
        var isA = bucket < _layout.Buckets;
        writer.Write(
            isA ? _layout.Ids.A : _layout.Ids.B, (uint)(bucket % _layout.Buckets), words);
    }
}
