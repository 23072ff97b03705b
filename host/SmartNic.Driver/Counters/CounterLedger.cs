using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>
/// Knows which tenant indices have counts that belong to somebody: those in use, and those whose
/// tenant is gone until nothing is counted there any more. Counts of the latter stay in the totals.
/// Counters on the board are cleared only where they are nobody's.
/// </summary>
internal sealed class CounterLedger
{
    private readonly CounterReader _reader;
    private readonly bool[] _isUnknown;
    private readonly SortedDictionary<ushort, CounterAccount> _accounts = [];
    private readonly SlotCounts _goneRx = new();
    private readonly SlotCounts _goneTx = new();

    /// <summary>Creates the ledger.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="tenants">Tenant indices, 0 included.</param>
    /// <param name="areZero">Whether the board's counters are known to be zero.</param>
    public CounterLedger(CounterReader reader, int tenants, bool areZero)
    {
        _reader = reader;
        _isUnknown = new bool[tenants];
        Array.Fill(_isUnknown, !areZero);
        Open(0);
    }

    /// <summary>Indices whose counts belong to somebody.</summary>
    public IReadOnlyList<ushort> Indices => [.. _accounts.Keys];

    /// <summary>True when <see cref="Record"/> would be another than the last one.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Takes over indices that are in use on a board: their counts go on.</summary>
    public void Adopt(IEnumerable<ushort> indices)
    {
        foreach (var index in indices.Where(i => i < _isUnknown.Length))
        {
            Open(index);
        }
    }

    /// <summary>Takes over what another driver knew; before anything is read.</summary>
    public void Restore(CounterRecord record)
    {
        Adopt(record.Indices);
        foreach (var offset in record.Offsets)
        {
            if (_accounts.TryGetValue(offset.Index, out var account))
            {
                Set(offset.IsTx ? account.Tx.Total : account.Rx.Total, offset);
            }
        }

        foreach (var gone in record.Gone)
        {
            Set(gone.IsTx ? _goneTx : _goneRx, gone);
        }
    }

    /// <summary>What another driver must know to go on.</summary>
    public CounterRecord Record()
    {
        HasNews = false;
        return new CounterRecord(
            Indices,
            [
                .. _accounts.SelectMany(a => Sparse(a.Key, false, a.Value.Rx.Offset())
                    .Concat(Sparse(a.Key, true, a.Value.Tx.Offset()))),
            ],
            [.. Sparse(0, false, _goneRx).Concat(Sparse(0, true, _goneTx))]);
    }

    /// <summary>
    /// Starts the counts of an index at zero, before it is used for a new tenant.
    /// </summary>
    public void Start(ushort index)
    {
        if (_accounts.Remove(index, out var before))
        {
            before.Refresh(_reader, index);
            Bury(before);
            Open(index).StartAnew(_reader, index);
        }
        else
        {
            if (_isUnknown[index])
            {
                _reader.Clear(index);
            }

            Open(index);
        }

        HasNews = true;
    }

    /// <summary>Reads an index, if it still has counts of somebody.</summary>
    /// <param name="index">Tenant index.</param>
    /// <param name="isGone">Whether its tenant is gone.</param>
    public void Refresh(ushort index, bool isGone)
    {
        if (!_accounts.TryGetValue(index, out var account))
        {
            return;
        }

        var isChanged = account.Refresh(_reader, index);
        HasNews |= account.HasWrapped;
        if (isGone && index != 0 && !isChanged)
        {
            // The last packets of the tenant are counted: there is nothing more to come.
            _accounts.Remove(index);
            Bury(account);
            _isUnknown[index] = true;
            HasNews = true;
        }
    }

    /// <summary>The totals as they were read last, with the ports as they are now.</summary>
    /// <param name="nameOf">Name of the tenant with an index; null when it is gone.</param>
    public CounterSnapshot Snapshot(Func<int, string?> nameOf)
    {
        var (rx, tx) = (new SlotCounts(), new SlotCounts());
        rx.Add(_goneRx);
        tx.Add(_goneTx);
        var tenants = new SortedDictionary<string, TenantCounters>(StringComparer.Ordinal);
        foreach (var (index, account) in _accounts)
        {
            rx.Add(account.Rx.Total);
            tx.Add(account.Tx.Total);
            if (nameOf(index) is { } name)
            {
                tenants.Add(name, CounterTotals.Tenant(account));
            }
        }

        return new CounterSnapshot(_reader.Ports(), tenants, CounterTotals.Drops(rx, tx));
    }

    private CounterAccount Open(ushort index)
    {
        _isUnknown[index] = false;
        if (!_accounts.TryGetValue(index, out var account))
        {
            account = new CounterAccount(_reader.Interfaces);
            _accounts.Add(index, account);
        }

        return account;
    }

    private void Bury(CounterAccount account)
    {
        _goneRx.Add(account.Rx.Total);
        _goneTx.Add(account.Tx.Total);
    }

    private static void Set(SlotCounts counts, CounterOffset offset)
    {
        if ((uint)offset.Slot < CounterSlots.All)
        {
            (counts.Packets[offset.Slot], counts.Bytes[offset.Slot]) =
                (offset.Packets, offset.Bytes);
        }
    }

    private static IEnumerable<CounterOffset> Sparse(ushort index, bool isTx, SlotCounts counts) =>
        Enumerable.Range(0, CounterSlots.All)
            .Where(s => counts.Packets[s] != 0 || counts.Bytes[s] != 0)
            .Select(s => new CounterOffset(index, isTx, s, counts.Packets[s], counts.Bytes[s]));
}
