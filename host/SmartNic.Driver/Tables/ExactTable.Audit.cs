namespace SmartNic.Driver.Tables;

/// <content>Whether the board has what is in force.</content>
internal sealed partial class ExactTable<TKey, TValue>
{
    /// <inheritdoc/>
    public void WriteLeftovers(TableWriter writer) => WritePending(writer);

    /// <inheritdoc/>
    public IReadOnlyList<EntryDifference> Audit(TableReader reader, int iface)
    {
        var board = new ExactSlot<TKey, TValue>[_slots.Length];
        new BucketReader<TKey, TValue>(_layout, reader).Read(iface, board);
        var pending = _pending.Select(p => p.Bucket).ToHashSet();
        var found = new List<EntryDifference>();
        for (var i = 0; i < board.Length; i++)
        {
            if (!AreSame(board[i], _slots[i]) && !pending.Contains(i / Slots))
            {
                var how = Describe(board[i], _slots[i]);
                found.Add(new EntryDifference(Name, Location(i), iface, how)
                {
                    Entry = i / Slots,
                });
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public void Repair(TableWriter writer, IReadOnlyList<EntryDifference> found)
    {
        foreach (var bucket in found.Select(d => d.Entry).Distinct())
        {
            WriteBucket(writer, bucket, Bucket(bucket));
        }
    }

    private string Describe(
        in ExactSlot<TKey, TValue> has, in ExactSlot<TKey, TValue> should)
    {
        var (first, second) = (new uint[_layout.Words], new uint[_layout.Words]);
        _layout.Pack([has, default, default, default], first);
        _layout.Pack([should, default, default, default], second);
        return EntryAudit.Describe(_layout.Fields(0), ExactLayout.Prefix(0), first, second);
    }
}
