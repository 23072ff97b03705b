using SmartNic.Driver.Tables;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Records;

/// <content>
/// Takes over what another owner left. What the index names is alive; the rest is what an owner
/// that was killed had not yet named, or had no more.
/// </content>
internal sealed partial class RecordStore<TKey, TValue>
{
    // Slots to be written because they named what is no record of theirs.
    private readonly List<int> _idle = [];

    /// <summary>
    /// Adopts the live records of a board and mends what an owner that was killed left undone: the
    /// second copy of a record that was being moved, and records that nothing names. No packet
    /// that finds a live record sees a difference, also where this is killed. Incarnations go on.
    /// </summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="newSecret">Gives the secret of a board that has none: of one where nobody
    /// started.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, Func<ulong> newSecret)
    {
        var secret = new RecordImage(_tables.Secret.Info, reader);
        _tables.Secret.Unpack(secret[0], out _secret);
        if (_secret == 0)
        {
            Start(newSecret());
            return;
        }

        var records = new RecordImage(_tables.Record.Info, reader,
            _tables.Record.Info.Fields.Single(f => f.Path == nameof(Record<,>.Valid)));
        RecordImage[] index = [new(_tables.A.Info, reader), new(_tables.B.Info, reader)];
        RecordImage[] stash = [new(_tables.StashA.Info, reader), new(_tables.StashB.Info, reader)];
        foreach (var image in (RecordImage[])[secret, records, .. stash, .. index])
        {
            image.WriteDiffering(_writer);
        }

        // One interface may lack the copy that another one has: it is there before the other goes.
        _fence.Pass();
        var isValid = AdoptRecords(records);
        AdoptIndex(index, isValid);
        AdoptStash(stash, isValid);
        foreach (var slot in _idle)
        {
            WriteSlot(slot);
        }

        _idle.Clear();
        _fence.Pass();
        for (var record = 0; record < _kept.Length; record++)
        {
            if (_kept[record].Slot == Nowhere)
            {
                if (isValid[record])
                {
                    WriteRecord(record, isValid: false);
                }

                Release(record);
            }
        }
    }

    /// <summary>The live records, in the order of their indices.</summary>
    public IEnumerable<LiveRecord<TKey, TValue>> Records() => Enumerable.Range(0, Capacity)
        .Where(record => _kept[record].Slot != Nowhere).Select(At);

    private bool[] AdoptRecords(RecordImage records)
    {
        var isValid = new bool[_kept.Length];
        for (var record = 0; record < _kept.Length; record++)
        {
            _tables.Record.Unpack(records[record], out var entry);
            isValid[record] = entry.Valid;
            _kept[record] = new()
            {
                Key = entry.Key,
                Value = entry.Value,
                Place = RecordMatch.Place(entry.Key, _secret),
                Slot = Nowhere,
                Incarnation = entry.Incarnation,
            };
        }

        return isValid;
    }

    private void AdoptIndex(RecordImage[] memories, bool[] isValid)
    {
        for (var bucket = 0; bucket < _index.BucketCount; bucket++)
        {
            _tables.A.Unpack(memories[bucket / _tables.Buckets][bucket % _tables.Buckets],
                out var entry);
            var first = _index.FirstOf(bucket);
            Named(first, entry.E0);
            Named(first + 1, entry.E1);
            Named(first + 2, entry.E2);
            Named(first + 3, entry.E3);
            void Named(int slot, in SignatureSlot named)
            {
                if (named.Valid)
                {
                    AdoptSlot(slot, (int)(uint)named.Record, isValid,
                        (in Kept k) => MayBeIn(IndexBuckets(k.Place), bucket));
                }
            }
        }
    }

    private void AdoptStash(RecordImage[] memories, bool[] isValid)
    {
        for (var bucket = 0; bucket < _stash.BucketCount; bucket++)
        {
            _tables.StashA.Unpack(
                memories[bucket / _tables.StashSlots][bucket % _tables.StashSlots], out var entry);
            if (entry.Valid)
            {
                AdoptSlot(_stash.FirstOf(bucket), (int)(uint)entry.Record, isValid,
                    (in Kept k) => MayBeIn(StashBuckets(k.Place), bucket)
                        && TKey.Same(k.Key, entry.Key));
            }
        }
    }

    private delegate bool IsPlace(in Kept kept);

    /// <summary>A slot that names a record keeps it, if it may and none before it does.</summary>
    private void AdoptSlot(int slot, int record, bool[] isValid, IsPlace isPlace)
    {
        if (record < _kept.Length && isValid[record] && _kept[record].Slot == Nowhere
            && isPlace(_kept[record]) && (IsStash(slot) || IsUnregistered(_kept[record].Place)))
        {
            _kept[record].Slot = slot;
            _slotRecord[slot] = record;
            Register(record);
        }
        else
        {
            _idle.Add(slot);
        }
    }

    private bool IsUnregistered(in RecordPlace place)
    {
        var (a, b) = IndexBuckets(place);
        return _pairs.Find(a, place.Signature) < 0 && _pairs.Find(b, place.Signature) < 0;
    }

    private static bool MayBeIn((int A, int B) buckets, int bucket) =>
        bucket == buckets.A || bucket == buckets.B;
}
