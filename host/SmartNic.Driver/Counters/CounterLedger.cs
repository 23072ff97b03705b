using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>
/// Knows which tenant indices have counts that belong to somebody, and what is counted by reason
/// for all. Counters on the board are cleared only where they are nobody's; those of all never.
/// </summary>
internal sealed class CounterLedger
{
    private readonly CounterReader _reader;
    private readonly bool[] _isUnknown;
    private readonly SortedDictionary<ushort, CounterAccount> _accounts = [];
    private readonly CounterAccount _all;

    /// <summary>Creates the ledger.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="tenants">Tenant indices, 0 included.</param>
    /// <param name="areZero">Whether the board's counters are known to be zero.</param>
    public CounterLedger(CounterReader reader, int tenants, bool areZero)
    {
        _reader = reader;
        _all = new CounterAccount(reader.Interfaces, CounterIndex.Reasons);
        _isUnknown = new bool[tenants];
        Array.Fill(_isUnknown, !areZero);
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
                Set(account, offset.IsTx, offset.Outcome, offset.Packets, offset.Bytes);
            }
        }

        foreach (var offset in record.Reasons)
        {
            Set(_all, offset.IsTx, offset.Reason, offset.Packets, offset.Bytes);
        }
    }

    /// <summary>What another driver must know to go on.</summary>
    public CounterRecord Record()
    {
        HasNews = false;
        return new CounterRecord(
            Indices,
            [
                .. from account in _accounts
                   from o in Offsets(account.Value)
                   select new CounterOffset(account.Key, o.IsTx, o.At, o.Packets, o.Bytes),
            ],
            [.. Offsets(_all).Select(o => new ReasonOffset(o.IsTx, o.At, o.Packets, o.Bytes))]);
    }

    /// <summary>
    /// Starts the counts of an index at zero, before it is used for a new tenant.
    /// </summary>
    public void Start(ushort index)
    {
        if (_accounts.Remove(index))
        {
            Open(index).StartAt(_reader.Read(index));
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

    /// <summary>Starts at zero what is counted by reason; a reset keeps the board's counters.
    /// </summary>
    public void StartAll() => _all.StartAt(_reader.ReadReasons());

    /// <summary>Reads an index, if it still has counts of somebody.</summary>
    /// <param name="index">Tenant index.</param>
    /// <param name="isGone">Whether its tenant is gone.</param>
    public void Refresh(ushort index, bool isGone)
    {
        if (!_accounts.TryGetValue(index, out var account))
        {
            return;
        }

        if (isGone)
        {
            _accounts.Remove(index);
            _isUnknown[index] = true;
            HasNews = true;
            return;
        }

        account.Advance(_reader.Read(index));
        HasNews |= account.HasWrapped;
    }

    /// <summary>Reads what is counted by reason.</summary>
    public void RefreshReasons()
    {
        _all.Advance(_reader.ReadReasons());
        HasNews |= _all.HasWrapped;
    }

    /// <summary>The totals as they were read last, with the ports as they are now.</summary>
    /// <param name="nameOf">Name of the tenant with an index; null when it is gone.</param>
    public CounterSnapshot Snapshot(Func<int, string?> nameOf)
    {
        var tenants = new SortedDictionary<string, TenantCounters>(StringComparer.Ordinal);
        foreach (var (index, account) in _accounts)
        {
            if (nameOf(index) is { } name)
            {
                tenants.Add(name, CounterTotals.Tenant(account));
            }
        }

        return new CounterSnapshot(_reader.Ports(), tenants, CounterTotals.Drops(_all));
    }

    private CounterAccount Open(ushort index)
    {
        _isUnknown[index] = false;
        if (!_accounts.TryGetValue(index, out var account))
        {
            account = new CounterAccount(_reader.Interfaces, CounterIndex.Outcomes);
            _accounts.Add(index, account);
        }

        return account;
    }

    private static void Set(
        CounterAccount account, bool isTx, int at, ulong packets, ulong bytes)
    {
        var counts = isTx ? account.Tx.Total : account.Rx.Total;
        if ((uint)at < counts.Packets.Length)
        {
            (counts.Packets[at], counts.Bytes[at]) = (packets, bytes);
        }
    }

    private static IEnumerable<(bool IsTx, int At, ulong Packets, ulong Bytes)> Offsets(
        CounterAccount account) =>
        Sparse(false, account.Rx.Offset()).Concat(Sparse(true, account.Tx.Offset()));

    private static IEnumerable<(bool IsTx, int At, ulong Packets, ulong Bytes)> Sparse(
        bool isTx, Counts counts) =>
        Enumerable.Range(0, counts.Packets.Length)
            .Where(at => counts.Packets[at] != 0 || counts.Bytes[at] != 0)
            .Select(at => (isTx, at, counts.Packets[at], counts.Bytes[at]));
}
