namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one exact-match table: bucketed cuckoo placement in two memories. In
/// the steady state every entry is alive for both generations, and its two values are equal. A
/// transaction from generation g to h marks what goes as alive for g only, adds what comes as alive
/// for h only, and writes a changed value for h only: that takes no second slot. After the flip
/// <see cref="Tidy"/> frees, widens, and makes the values equal.
/// </summary>
/// <remarks>
/// Planning (the other half of this class) writes no word. The writes come in an order in which no
/// entry is ever missing: first the buckets that received a moved entry, as they were at that
/// moment, in the order of the moves; then every other changed bucket.
/// </remarks>
internal sealed partial class ExactTable
{
    private const int Slots = ExactLayout.SlotsPerBucket;

    private readonly ExactLayout _layout;
    private readonly ExactEntry[] _slots;
    private readonly ExactEntry[] _backup;
    private readonly bool[] _isDirty;
    private readonly List<int> _dirty = [];
    private readonly List<(int Bucket, int Image)> _moves = [];
    private readonly List<ExactEntry> _images = [];
    private readonly CuckooSearch _search;
    private readonly uint[] _words = new uint[16];

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

    /// <summary>Key of the hashes, of the entries in force.</summary>
    public ulong HashKey { get; private set; }

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

    /// <summary>
    /// After the flip and the drain: frees what is old, makes the new alive for both.
    /// </summary>
    public void Tidy(TableWriter writer)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Gen == OldBit)
            {
                slot = default;
                MarkDirty(i / Slots);
            }
            else if (slot.Gen == NewBit || slot.Value0 != slot.Value1)
            {
                slot.Gen = (byte)(OldBit | NewBit);
                slot.SetValue(_oldGeneration, slot.ValueOf(1 - _oldGeneration));
                MarkDirty(i / Slots);
            }
        }

        WriteDirty(writer);
        Used += _come - _gone;
        HashKey = _newKey;
        ClearCounts();
    }

    /// <summary>The slots of a bucket.</summary>
    public ReadOnlySpan<ExactEntry> Bucket(int bucket) => _slots.AsSpan(bucket * Slots, Slots);

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
