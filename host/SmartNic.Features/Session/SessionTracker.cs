using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Judges the packets of tracked tenants that hardware hands over. One thread at a time; time is
/// the caller's, that of arrival by the clock of hardware.
/// </summary>
/// <param name="capacity">Sessions there is room for.</param>
/// <param name="secret">Of the hash of their keys.</param>
/// <param name="records">Those in hardware; null where there is none.</param>
internal sealed partial class SessionTracker(
    int capacity, ulong secret, ISessionRecords? records = null)
{
    private static readonly SessionPolicy Usual = new();
    private readonly SessionTable _table = new(capacity, secret);
    private readonly FragmentCache _fragments = new(4096, secret);
    private readonly SessionPolicy?[] _policies = new SessionPolicy?[SessionTable.Tenants];
    private readonly ulong[] _outcomes = new ulong[SessionOutcomes.Count];

    /// <summary>Packets by <see cref="SessionOutcome"/>.</summary>
    public IReadOnlyList<ulong> Outcomes => _outcomes;

    /// <summary>Sessions that made room for others of their tenant.</summary>
    public ulong Evicted { get; private set; }

    /// <summary>Sessions whose time ran out.</summary>
    public ulong Expired { get; private set; }

    /// <summary>Sessions that a new policy no longer allowed.</summary>
    public ulong Forbidden { get; private set; }

    /// <summary>Where they are.</summary>
    public SessionTable Table => _table;

    /// <summary>Says what a tenant may have; for what it opens from now on, and the time-outs of
    /// what it has from their next packet.</summary>
    public void SetPolicy(ushort tenant, SessionPolicy policy) => _policies[tenant] = policy;

    /// <summary>Judges a packet.</summary>
    /// <param name="frame">Its frame.</param>
    /// <param name="zone">Zone of its tenant.</param>
    /// <param name="tenant">Index of the tenant that sends or is to receive it.</param>
    /// <param name="isSending">The tenant sends it.</param>
    /// <param name="nowNs">Its arrival.</param>
    /// <param name="queue">Host queue of the tenant.</param>
    public SessionAnswer Judge(
        ReadOnlySpan<byte> frame, U24 zone, ushort tenant, bool isSending, ulong nowNs,
        ushort queue = 0)
    {
        var flow = FlowReader.Read(frame, zone);
        var row = RowLists.None;
        var outcome = flow.Kind switch
        {
            FlowKind.Untracked => SessionOutcome.Untracked,
            FlowKind.Trackable => Track(flow, tenant, isSending, nowNs, queue, ref row),
            FlowKind.Error => Find(flow.Key, nowNs, out _) is var about && about >= 0
                ? SessionOutcome.Related : SessionOutcome.NoSession,
            FlowKind.Fragment => _fragments.Passes(flow, nowNs)
                ? SessionOutcome.Fragment : SessionOutcome.FragmentUnknown,
            _ => SessionOutcome.Invalid,
        };
        if (flow.IsFragment && flow.Kind == FlowKind.Trackable)
        {
            _fragments.Note(flow, outcome.Passes(), nowNs);
        }

        _outcomes[(int)outcome]++;
        return row >= 0 && _table[row].IsLive
            ? new(outcome, _table.HandleOf(row), _table.IsQueued(row))
            : new(outcome, SessionHandle.None, false);
    }

    private SessionPolicy PolicyOf(ushort tenant) => _policies[tenant] ?? Usual;

    /// <summary>The session of a key that is not over.</summary>
    private int Find(in SessionKey key, ulong nowNs, out bool isReply)
    {
        var row = _table.Find(key, out isReply);
        return row >= 0 && _table[row].DeadlineNs <= nowNs && !Survives(row, nowNs)
            ? RowLists.None : row;
    }

    private SessionOutcome Track(
        in Flow flow, ushort tenant, bool isSending, ulong nowNs, ushort queue, ref int row)
    {
        row = Find(flow.Key, nowNs, out var isReply);
        var outcome = row < 0 ? Open(flow, tenant, isSending, nowNs, false, out row)
            : _table[row].IsTcp ? TrackTcp(flow, isReply, tenant, isSending, nowNs, ref row)
            : Use(row, isReply, nowNs);
        if (row < 0 || !outcome.Passes())
        {
            return outcome;
        }

        ref var entry = ref _table[row];
        ref var side = ref (isReply && outcome != SessionOutcome.Reopened
            ? ref entry.ReplySide : ref entry.OriginalSide);
        (side.Tenant, side.Queue) = (tenant, queue);
        side.Packets++;
        if (entry.IsLive && entry.Place == SessionPlace.Software && records is not null
            && !_table.IsQueued(row))
        {
            _table.QueueInstall(row);
        }

        return outcome;
    }

    private SessionOutcome Open(
        in Flow flow, ushort tenant, bool isSending, ulong nowNs, bool isAnew, out int row)
    {
        row = RowLists.None;
        var state = TcpState.None;
        if (flow.Key.Protocol == Protocol.Tcp)
        {
            (state, var verdict) = TcpTracker.Next(
                false, TcpKinds.Of(flow.Flags), TcpState.None);
            if (verdict != TcpVerdict.Accept)
            {
                return SessionOutcome.NoSession;
            }
        }
        else if (!SessionKeys.MayBegin(flow.Key))
        {
            return SessionOutcome.NoSession;
        }

        if (MakeRoom(tenant) is { } full)
        {
            return full;
        }

        row = _table.Add(flow.Key, tenant);
        ref var entry = ref _table[row];
        (entry.State, entry.IsSent, entry.ChangedNs) = (state, isSending, nowNs);
        Refresh(row, nowNs, isNew: true);
        return isAnew ? SessionOutcome.Reopened : SessionOutcome.Opened;
    }

    /// <summary>Sees to it that a tenant may open one more; else why not.</summary>
    private SessionOutcome? MakeRoom(ushort tenant)
    {
        // A place that hardware still knows is not free at once: the tenant's oldest goes before
        // its share is quite used up.
        var policy = PolicyOf(tenant);
        var spare = Math.Min(policy.Most / 8, 64);
        if (policy.WhenFull == SessionsFull.Evict
            && (_table.ChargedTo(tenant) >= policy.Most - spare || _table.FreePlaces == 0)
            && _table.OldestHalfOpen(tenant) is >= 0 and var oldest)
        {
            _table.Close(oldest);
            Evicted++;
        }

        return _table.ChargedTo(tenant) >= policy.Most ? SessionOutcome.ShareFull
            : _table.FreePlaces == 0 ? SessionOutcome.TableFull
            : null;
    }

    /// <summary>A packet of a session that has no states.</summary>
    private SessionOutcome Use(int row, bool isReply, ulong nowNs)
    {
        MarkReplied(row, isReply);
        Refresh(row, nowNs);
        return SessionOutcome.Known;
    }

    private void MarkReplied(int row, bool isReply)
    {
        ref var entry = ref _table[row];
        entry.IsReplied |= isReply;
        if (entry.IsAssured)
        {
            _table.Assure(row);
        }
    }

    /// <summary>A session has been used: its time begins anew, unless a later use is known.
    /// </summary>
    private void Refresh(int row, ulong usedNs, bool isNew = false)
    {
        ref var entry = ref _table[row];
        entry.UsedNs = Math.Max(entry.UsedNs, usedNs);
        var timeout = PolicyOf(entry.Opener).Timeouts.Of(
            entry.Original.IsIp6, entry.Original.Protocol, entry.State, entry.IsReplied);
        _table.SetDeadline(row, entry.UsedNs + timeout, isNew);
    }
}
