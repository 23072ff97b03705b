using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one exact-match table: bucketed cuckoo placement in two memories. In
/// the steady state every entry is alive for both generations, and its two values are equal. A
/// transaction from generation g to h marks what goes as alive for g only, adds what comes as alive
/// for h only, and writes a changed value for h only: that takes no second slot. After the flip
/// <see cref="Tidy"/> frees, widens, and makes the values equal.
/// </summary>
/// <remarks>
/// Planning (the other parts of this class) writes no word. The writes come in an order in which no
/// entry is ever missing: first the buckets that received a moved entry, as they were at that
/// moment, in the order of the moves; then every other changed bucket.
/// </remarks>
internal sealed partial class ExactTable<TKey, TValue> : IExactTable, ICuckooTable
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    private const int Slots = ExactLayout.SlotsPerBucket;

    private readonly ExactLayout<TKey, TValue> _layout;
    private readonly ExactSlot<TKey, TValue>[] _slots;
    private readonly IndexSet _dirty;
    private readonly IndexSet _news;
    private readonly List<(int Bucket, int Image)> _moves = [];
    private readonly List<ExactSlot<TKey, TValue>> _images = [];
    private readonly CuckooSearch _search;
    private readonly uint[] _words;

    /// <param name="a">Memory a.</param>
    /// <param name="b">Memory b.</param>
    public ExactTable(
        TableLayout<ExactBucket<TKey, TValue>> a, TableLayout<ExactBucket<TKey, TValue>> b)
    {
        _layout = new(a, b);
        _words = new uint[_layout.Words];
        _slots = new ExactSlot<TKey, TValue>[BucketCount * Slots];
        _isWanted = new bool[_slots.Length];
        _dirty = new IndexSet(BucketCount);
        _news = new IndexSet(BucketCount);
        _search = new CuckooSearch(this);
    }

    /// <summary>Layout of the table.</summary>
    public ExactLayout Layout => _layout;

    /// <inheritdoc/>
    public string Name => _layout.Name;

    /// <summary>Buckets of both memories together; those of b follow those of a.</summary>
    public int BucketCount => 2 * _layout.Buckets;

    /// <summary>Slots of both memories.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Entries in the table.</summary>
    public int Used { get; private set; }

    /// <summary>Key of the hashes, of the entries in force.</summary>
    public ulong HashKey { get; private set; }

    /// <summary>
    /// Buckets that transactions changed since <see cref="ForgetNews"/>: who keeps a copy of the
    /// table follows by them. Another hash key changes all.
    /// </summary>
    public ReadOnlySpan<int> News => _news.Items;

    /// <summary>A copy of the table has followed.</summary>
    public void ForgetNews() => _news.Clear();

    /// <inheritdoc/>
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
        foreach (var (at, _) in _undo)
        {
            ref var slot = ref _slots[at];
            if (slot.Gen == OldBit)
            {
                slot = default;
                _dirty.Add(at / Slots);
            }
            else if (slot.Gen == NewBit || !_layout.AreSame(slot.Value0, slot.Value1))
            {
                slot.Gen = (byte)(OldBit | NewBit);
                slot.SetValue(_oldGeneration, slot.ValueOf(1 - _oldGeneration));
                _dirty.Add(at / Slots);
            }

            _news.Add(at / Slots);
        }

        WriteDirty(writer);
        Used += _come - _gone;
        HashKey = _newKey;
        ClearPlan();
    }

    /// <summary>The slots of a bucket.</summary>
    public ReadOnlySpan<ExactSlot<TKey, TValue>> Bucket(int bucket) =>
        _slots.AsSpan(bucket * Slots, Slots);

    /// <summary>The entries, each with its place.</summary>
    public IEnumerable<TableRow> Rows()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Gen != 0)
            {
                yield return new TableRow(Location(i),
                    _layout.Describe(_slots[i]).ToDictionary(f => f.Name, f => f.Value));
            }
        }
    }

    /// <summary>Where a slot is: memory, bucket and place in it.</summary>
    private string Location(int slot)
    {
        var bucket = slot / Slots;
        var memory = bucket < _layout.Buckets ? 'a' : 'b';
        return $"{memory}[{bucket % _layout.Buckets}].{slot % Slots}";
    }

    private void WriteDirty(TableWriter writer)
    {
        foreach (var bucket in _dirty.Items)
        {
            WriteBucket(writer, bucket, Bucket(bucket));
        }

        _dirty.Clear();
    }

    private void WriteBucket(
        TableWriter writer, int bucket, ReadOnlySpan<ExactSlot<TKey, TValue>> slots)
    {
        var words = _words.AsSpan(0, _layout.Words);
        _layout.Pack(slots, words);
        var isA = bucket < _layout.Buckets;
        writer.Write(
            isA ? _layout.Ids.A : _layout.Ids.B, (uint)(bucket % _layout.Buckets), words);
    }
}
