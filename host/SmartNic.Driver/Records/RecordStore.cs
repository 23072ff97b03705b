using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Driver.Records;

/// <summary>
/// The driver's truth about the live records of one table: single records that appear and go
/// without a transaction, alive in both generations. At every moment a packet finds the record of
/// each live key, and never that of another: each pair of bucket and signature belongs to one key,
/// a copy is there before its original goes, and an index is used again only behind a fence.
/// Whoever calls has the board's turn. Nothing is allocated after the start.
/// </summary>
internal sealed partial class RecordStore<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    private const int Slots = ExactLayout.SlotsPerBucket;

    /// <summary>What the 19 bits of a slot can name.</summary>
    private const int MostRecords = 1 << 19;

    /// <summary>Not named by a slot.</summary>
    private const int Nowhere = -1;

    private readonly RecordTables<TKey, TValue> _tables;
    private readonly TableWriter _writer;
    private readonly IFence _fence;
    private readonly Kept[] _kept;
    private readonly int[] _slotRecord;
    private readonly PairRegister _pairs;
    private readonly RecordPlaces _index;
    private readonly RecordPlaces _stash;
    private readonly CuckooSearch _indexSearch;
    private readonly CuckooSearch _stashSearch;
    private readonly uint[] _words;
    private ulong _secret;

    /// <param name="tables">The memories.</param>
    /// <param name="writer">Writes them.</param>
    /// <param name="fence">Waits for packets.</param>
    /// <exception cref="ArgumentOutOfRangeException">A slot cannot name all records, or a mixed key
    /// not all buckets.</exception>
    public RecordStore(RecordTables<TKey, TValue> tables, TableWriter writer, IFence fence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tables.Records, MostRecords);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tables.Buckets, ushort.MaxValue + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tables.StashSlots, byte.MaxValue + 1);
        (_tables, _writer, _fence) = (tables, writer, fence);
        _kept = new Kept[tables.Records];
        _free = new int[tables.Records];
        _leaving = new int[tables.Records];
        _slotRecord = new int[2 * ((tables.Buckets * Slots) + tables.StashSlots)];
        _pairs = new PairRegister(tables.Records);
        _index = new RecordPlaces(0, tables.Buckets, Slots, _slotRecord, IndexBuckets, Move);
        _stash = new RecordPlaces(
            _index.End, tables.StashSlots, 1, _slotRecord, StashBuckets, Move);
        _indexSearch = new CuckooSearch(_index);
        _stashSearch = new CuckooSearch(_stash, slotsPerBucket: 1);
        _words = new uint[tables.MostWords];
        Array.Fill(_slotRecord, Nowhere);
    }

    /// <summary>A record as it is kept here.</summary>
    private struct Kept
    {
        public TKey Key;
        public TValue Value;
        public RecordPlace Place;
        public int Slot;
        public byte Incarnation;
    }

    /// <summary>Live records.</summary>
    public int Count { get; private set; }

    /// <summary>Those of them that are in the stash.</summary>
    public int Stashed { get; private set; }

    /// <summary>Records that were moved to make room, since the start.</summary>
    public long Moves { get; private set; }

    /// <summary>Records that there can be.</summary>
    public int Capacity => _kept.Length;

    /// <summary>
    /// Takes a board whose memories are all zero: no record is alive, and the index gets a secret.
    /// </summary>
    /// <param name="secret">The secret; not 0, which says that there is none.</param>
    public void Start(ulong secret)
    {
        ArgumentOutOfRangeException.ThrowIfZero(secret);
        _secret = secret;
        for (var i = 0; i < _kept.Length; i++)
        {
            _kept[i].Slot = Nowhere;
            Release(i);
        }

        WriteSecret();
    }

    /// <summary>
    /// Inserts a record. Packets find it from the next <see cref="Fence"/> on at the latest; those
    /// that waited for it are sent on behind that.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="value">What packets find.</param>
    /// <returns>What came of it; where it is not inserted, nothing is changed.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public RecordInsert Insert(in TKey key, in TValue value)
    {
        var place = RecordMatch.Place(key, _secret);
        var (a, b) = IndexBuckets(place);
        var (inA, inB) = (_pairs.Find(a, place.Signature), _pairs.Find(b, place.Signature));
        if (Matching(inA, key) >= 0 || InStash(place, key) >= 0)
        {
            return RecordInsert.Exists;
        }

        if (_freeCount == 0 && _leavingCount > 0)
        {
            Fence();
        }

        if (_freeCount == 0)
        {
            return RecordInsert.RecordsFull;
        }

        var isStashed = inA >= 0 || inB >= 0;
        var slot = isStashed
            ? _stash.Free(_stashSearch, StashBuckets(place))
            : _index.Free(_indexSearch, (a, b));
        if (slot < 0)
        {
            return isStashed ? RecordInsert.StashFull : RecordInsert.IndexFull;
        }

        var record = Take();
        ref var kept = ref _kept[record];
        (kept.Key, kept.Value, kept.Place, kept.Slot) = (key, value, place, slot);
        kept.Incarnation++;
        WriteRecord(record, isValid: true);
        Register(record);
        _slotRecord[slot] = record;
        WriteSlot(slot);
        return RecordInsert.Inserted;
    }

    /// <summary>The record of a key; null when it has none.</summary>
    public LiveRecord<TKey, TValue>? Find(in TKey key)
    {
        var record = IndexOf(key);
        return record < 0 ? null : At(record);
    }

    private LiveRecord<TKey, TValue> At(int record)
    {
        ref var kept = ref _kept[record];
        return new(record, kept.Incarnation, kept.Key, kept.Value);
    }

    private int IndexOf(in TKey key)
    {
        var place = RecordMatch.Place(key, _secret);
        var record = Matching(_pairs.Find(IndexBuckets(place).A, place.Signature), key);
        return record >= 0 ? record : InStash(place, key);
    }

    private int InStash(in RecordPlace place, in TKey key)
    {
        if (Stashed == 0)
        {
            return Nowhere;
        }

        var (a, b) = StashBuckets(place);
        var record = Matching(_slotRecord[_stash.FirstOf(a)], key);
        return record >= 0 ? record : Matching(_slotRecord[_stash.FirstOf(b)], key);
    }

    private int Matching(int record, in TKey key) =>
        record >= 0 && TKey.Same(_kept[record].Key, key) ? record : Nowhere;

    private (int A, int B) IndexBuckets(int record) => IndexBuckets(_kept[record].Place);

    private (int A, int B) IndexBuckets(in RecordPlace place)
    {
        var mask = _tables.Buckets - 1;
        return (place.A & mask, _tables.Buckets + (place.B & mask));
    }

    private (int A, int B) StashBuckets(int record) => StashBuckets(_kept[record].Place);

    private (int A, int B) StashBuckets(in RecordPlace place)
    {
        var mask = _tables.StashSlots - 1;
        return (place.StashA & mask, _tables.StashSlots + (place.StashB & mask));
    }

    private bool IsStash(int slot) => slot >= _index.End;

    /// <summary>Counts a record that has a slot, and registers its pairs if that is in the index.
    /// </summary>
    private void Register(int record)
    {
        ref var kept = ref _kept[record];
        Count++;
        if (IsStash(kept.Slot))
        {
            Stashed++;
            return;
        }

        var (a, b) = IndexBuckets(kept.Place);
        _pairs.Add(a, kept.Place.Signature, record);
        _pairs.Add(b, kept.Place.Signature, record);
    }

    private void Unregister(int record)
    {
        ref var kept = ref _kept[record];
        Count--;
        if (IsStash(kept.Slot))
        {
            Stashed--;
            return;
        }

        var (a, b) = IndexBuckets(kept.Place);
        _pairs.Remove(a, kept.Place.Signature);
        _pairs.Remove(b, kept.Place.Signature);
    }
}
