using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Driver.Records;

/// <content>What is written, an entry at a time.</content>
internal sealed partial class RecordStore<TKey, TValue>
{
    /// <summary>A copy, then a wait for packets that read where it was not yet, then the original
    /// goes.</summary>
    private void Move(int from, int to)
    {
        var record = _slotRecord[from];
        _slotRecord[to] = record;
        WriteSlot(to);
        _fence.Pass();
        _slotRecord[from] = Nowhere;
        WriteSlot(from);
        _kept[record].Slot = to;
        Moves++;
    }

    private void WriteRecord(int record, bool isValid)
    {
        ref var kept = ref _kept[record];
        Record<TKey, TValue> entry = default;
        entry.Incarnation = kept.Incarnation;
        if (isValid)
        {
            (entry.Valid, entry.Key, entry.Value) = (true, kept.Key, kept.Value);
        }

        var words = _words.AsSpan(0, _tables.Record.Info.Words);
        _tables.Record.Pack(entry, words);
        _writer.Write(_tables.Record.Info.Id, (uint)record, words);
    }

    private void WriteSecret()
    {
        var words = _words.AsSpan(0, _tables.Secret.Info.Words);
        _tables.Secret.Pack(_secret, words);
        _writer.Write(_tables.Secret.Info.Id, 0, words);
    }

    /// <summary>Writes the bucket that a slot is in.</summary>
    private void WriteSlot(int slot)
    {
        if (IsStash(slot))
        {
            WriteStash(_stash.BucketOf(slot));
        }
        else
        {
            WriteBucket(_index.BucketOf(slot));
        }
    }

    private void WriteBucket(int bucket)
    {
        var table = bucket < _tables.Buckets ? _tables.A : _tables.B;
        var words = _words.AsSpan(0, table.Info.Words);
        var first = _index.FirstOf(bucket);
        SignatureBucket entry = default;
        entry.E0 = SlotOf(first);
        entry.E1 = SlotOf(first + 1);
        entry.E2 = SlotOf(first + 2);
        entry.E3 = SlotOf(first + 3);
        table.Pack(entry, words);
        _writer.Write(table.Info.Id, (uint)(bucket % _tables.Buckets), words);
    }

    private SignatureSlot SlotOf(int slot)
    {
        SignatureSlot entry = default;
        var record = _slotRecord[slot];
        if (record >= 0)
        {
            entry.Valid = true;
            entry.Signature = _kept[record].Place.Signature;
            entry.Record = (U19)(uint)record;
        }

        return entry;
    }

    private void WriteStash(int bucket)
    {
        var table = bucket < _tables.StashSlots ? _tables.StashA : _tables.StashB;
        var words = _words.AsSpan(0, table.Info.Words);
        var record = _slotRecord[_stash.FirstOf(bucket)];
        StashSlot<TKey> entry = default;
        if (record >= 0)
        {
            (entry.Valid, entry.Record, entry.Key) = (true, (U19)(uint)record, _kept[record].Key);
        }

        table.Pack(entry, words);
        _writer.Write(table.Info.Id, (uint)(bucket % _tables.StashSlots), words);
    }
}
