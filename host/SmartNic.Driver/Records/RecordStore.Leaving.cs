namespace SmartNic.Driver.Records;

/// <summary>Says of a record whether it shall go.</summary>
internal interface IRecordSweep<TKey, TValue>
{
    /// <summary>Whether a record is over.</summary>
    bool IsOver(in LiveRecord<TKey, TValue> record);
}

/// <content>Records that go, and indices that are free.</content>
internal sealed partial class RecordStore<TKey, TValue>
{
    // Free indices, those that were freed first in front; and indices that no slot names any more,
    // but packets under way may.
    private readonly int[] _free;
    private readonly int[] _leaving;
    private int _freeFirst;
    private int _freeCount;
    private int _leavingCount;
    private bool _isFencing;
    private int _swept;

    /// <summary>
    /// Called for each deleted record when no packet can find it any more, and before its index is
    /// free: the last look at what else the board keeps for it. It may delete records, and not
    /// insert any; when it throws, it is called again for the same ones behind the next fence.
    /// </summary>
    public Action<LiveRecord<TKey, TValue>>? Left { get; set; }

    /// <summary>
    /// Deletes a record: from now on no packet finds it that enters a pipeline. Its index is free
    /// behind the next <see cref="Fence"/>.
    /// </summary>
    /// <returns>False when the key has none.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public bool Delete(in TKey key)
    {
        var record = IndexOf(key);
        if (record >= 0)
        {
            Delete(record);
        }

        return record >= 0;
    }

    /// <summary>
    /// Waits until every packet that is under way has seen all that was inserted and deleted; ends
    /// the records that were deleted, and frees their indices. One fence serves any number of
    /// inserts and deletes.
    /// </summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    /// <exception cref="InvalidOperationException">Called by <see cref="Left"/>.</exception>
    public void Fence()
    {
        if (_isFencing)
        {
            throw new InvalidOperationException("a record that leaves calls for another fence");
        }

        // What is deleted meanwhile waits for a fence of its own.
        var count = _leavingCount;
        _isFencing = true;
        try
        {
            _fence.Pass();
            foreach (var record in _leaving.AsSpan(0, count))
            {
                Left?.Invoke(At(record));
                WriteRecord(record, isValid: false);
            }
        }
        finally
        {
            _isFencing = false;
        }

        for (var n = 0; n < count; n++)
        {
            Release(_leaving[n]);
        }

        _leaving.AsSpan(count, _leavingCount - count).CopyTo(_leaving);
        _leavingCount -= count;
    }

    /// <summary>
    /// Looks at records in the order of their indices, from where the last sweep ended, and deletes
    /// those that are over.
    /// </summary>
    /// <param name="indices">Indices that are looked at, at most all.</param>
    /// <param name="sweep">Says which are over.</param>
    /// <returns>Records that were deleted.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public int Sweep<TSweep>(int indices, ref TSweep sweep)
        where TSweep : struct, IRecordSweep<TKey, TValue>
    {
        var deleted = 0;
        for (var n = Math.Min(indices, Capacity); n > 0; n--)
        {
            var record = _swept;
            _swept = (_swept + 1) % Capacity;
            if (_kept[record].Slot != Nowhere && sweep.IsOver(At(record)))
            {
                Delete(record);
                deleted++;
            }
        }

        return deleted;
    }

    private void Delete(int record)
    {
        Unregister(record);
        var slot = _kept[record].Slot;
        (_slotRecord[slot], _kept[record].Slot) = (Nowhere, Nowhere);
        WriteSlot(slot);
        _leaving[_leavingCount++] = record;
    }

    private int Take()
    {
        var record = _free[_freeFirst];
        _freeFirst = (_freeFirst + 1) % _free.Length;
        _freeCount--;
        return record;
    }

    private void Release(int record)
    {
        _free[(_freeFirst + _freeCount) % _free.Length] = record;
        _freeCount++;
    }
}
