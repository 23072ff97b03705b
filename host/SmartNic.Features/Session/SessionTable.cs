using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Sessions by the key of either direction, and their shares: a fixed number of places, nothing is
/// allocated later. A tenant is charged until the place of its session is free again.
/// </summary>
internal sealed class SessionTable
{
    /// <summary>Tenants there can be, with 0 for none.</summary>
    public const int Tenants = 4096;

    private const int Free = 0;
    private const int Installing = 1;
    private const int Removing = 2;

    private readonly SessionEntry[] _entries;
    private readonly SessionIndex _index;
    private readonly RowLists _places;
    private readonly RowLists _halfOpen;
    private readonly SessionWheel _wheel;
    private readonly int[] _charged = new int[Tenants];
    private readonly ulong _secret;

    /// <param name="capacity">Places.</param>
    /// <param name="secret">Of its hash.</param>
    public SessionTable(int capacity, ulong secret)
    {
        _entries = new SessionEntry[capacity];
        _index = new(capacity);
        _places = new(capacity, 3);
        _halfOpen = new(capacity, Tenants);
        _wheel = new(capacity);
        _secret = secret;
        for (var row = 0; row < capacity; row++)
        {
            _places.Append(Free, row);
        }
    }

    /// <summary>Places.</summary>
    public int Capacity => _entries.Length;

    /// <summary>Places that nobody has.</summary>
    public int FreePlaces => _places.Count(Free);

    /// <summary>Sessions that wait to be put into hardware.</summary>
    public int PendingInstalls => _places.Count(Installing);

    /// <summary>Sessions that are over and wait to be taken out of hardware.</summary>
    public int PendingRemovals => _places.Count(Removing);

    /// <summary>A session.</summary>
    public ref SessionEntry this[int row] => ref _entries[row];

    /// <summary>Places that a tenant's sessions have.</summary>
    public int ChargedTo(ushort tenant) => _charged[tenant];

    /// <summary>Oldest session of a tenant that nobody agreed to; -1 for none.</summary>
    public int OldestHalfOpen(ushort tenant) => _halfOpen.First(tenant);

    /// <summary>Its handle.</summary>
    public SessionHandle HandleOf(int row) => new(row, _entries[row].Incarnation);

    /// <summary>Whether a handle still means its session, which is alive.</summary>
    public bool IsLive(SessionHandle handle) => (uint)handle.Index < (uint)Capacity
        && _entries[handle.Index].IsLive
        && _entries[handle.Index].Incarnation == handle.Incarnation;

    /// <summary>The session of a key.</summary>
    /// <param name="key">The key of a packet.</param>
    /// <param name="isReply">It is that of the direction that did not open it.</param>
    /// <returns>Its place; -1 for none.</returns>
    public int Find(in SessionKey key, out bool isReply)
    {
        isReply = false;
        if (!SessionKeys.TryInvert(key, out var other))
        {
            return RowLists.None;
        }

        var hash = SessionKeys.Hash(key, other, _secret);
        var at = _index.Start(hash);
        while (_index.TryNext(hash, ref at, out var row))
        {
            if (SessionKey.Same(_entries[row].Original, key))
            {
                return row;
            }

            if (SessionKey.Same(_entries[row].Original, other))
            {
                isReply = true;
                return row;
            }
        }

        return RowLists.None;
    }

    /// <summary>Takes a free place for a session; there must be one.</summary>
    /// <param name="key">Key of its first packet, which can be inverted.</param>
    /// <param name="opener">Whose share it takes.</param>
    /// <returns>Its place; nothing is due of it yet.</returns>
    public int Add(in SessionKey key, ushort opener)
    {
        var row = _places.First(Free);
        _places.Remove(row);
        ref var entry = ref _entries[row];
        var incarnation = entry.Incarnation + 1;
        entry = default;
        entry.Original = key;
        entry.Incarnation = incarnation;
        entry.Opener = opener;
        entry.IsLive = true;
        entry.OriginalSide.Record = entry.ReplySide.Record = SessionRecord.None;
        SessionKeys.TryInvert(key, out var other);
        entry.Hash = SessionKeys.Hash(key, other, _secret);
        _index.Add(entry.Hash, row);
        _halfOpen.Append(opener, row);
        _charged[opener]++;
        return row;
    }

    /// <summary>Both ends have agreed to a session.</summary>
    public void Assure(int row) => _halfOpen.Remove(row);

    /// <summary>Sets when a session is over.</summary>
    public void SetDeadline(int row, ulong deadlineNs, bool isNew)
    {
        // One that only moves on is put further when it comes up.
        var isSooner = isNew || deadlineNs < _entries[row].DeadlineNs;
        _entries[row].DeadlineNs = deadlineNs;
        if (isSooner)
        {
            _wheel.Put(row, deadlineNs);
        }
    }

    /// <summary>The next session whose deadline may have passed; it is due no more.</summary>
    public bool TryTakeDue(ulong nowNs, out int row) => _wheel.TryTake(nowNs, out row);

    /// <summary>Lets a session wait to be put into hardware.</summary>
    public void QueueInstall(int row) => _places.Append(Installing, row);

    /// <summary>Whether it waits for that.</summary>
    public bool IsQueued(int row) => _places.ListOf(row) == Installing;

    /// <summary>Takes the next one that waits to be put into hardware; -1 for none.</summary>
    public int TakeInstall()
    {
        var row = _places.First(Installing);
        if (row != RowLists.None)
        {
            _places.Remove(row);
        }

        return row;
    }

    /// <summary>The next one that waits to be taken out of hardware; -1 for none.</summary>
    public int FirstRemoval() => _places.First(Removing);

    /// <summary>Lets it wait behind the others once more.</summary>
    public void RetryRemoval(int row) => _places.Append(Removing, row);

    /// <summary>A session is over: nothing finds it. Its place is free at once, or when hardware
    /// has forgotten it.</summary>
    public void Close(int row)
    {
        ref var entry = ref _entries[row];
        _index.Remove(entry.Hash, row);
        _wheel.Remove(row);
        _halfOpen.Remove(row);
        entry.IsLive = false;
        if (entry.Place == SessionPlace.Hardware)
        {
            entry.Place = SessionPlace.Leaving;
            _places.Append(Removing, row);
        }
        else
        {
            Release(row);
        }
    }

    /// <summary>Frees the place of a session that is over and no more in hardware.</summary>
    public void Release(int row)
    {
        _charged[_entries[row].Opener]--;
        _entries[row].Place = SessionPlace.Software;
        _places.Append(Free, row);
    }
}
