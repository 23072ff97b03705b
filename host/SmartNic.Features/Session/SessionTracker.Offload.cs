namespace SmartNic.Features;

/// <content>Into hardware and out of it; and a change of policy.</content>
internal sealed partial class SessionTracker
{
    private int _rejudged;

    /// <summary>Says whether the policy in force allows a session.</summary>
    public delegate bool Allows(in SessionEntry session);

    /// <summary>Puts sessions that wait for it into hardware: for the caller when the packets that
    /// waited before have left, and after <see cref="DrainRemovals"/>, as a key may come again.
    /// </summary>
    /// <param name="most">Most sessions.</param>
    /// <returns>How many are there now.</returns>
    public int DrainInstalls(int most)
    {
        var done = 0;
        for (var n = 0; n < most && _table.TakeInstall() is >= 0 and var row; n++)
        {
            ref var entry = ref _table[row];

            // Without room its next packet in software asks again.
            if (records is not null && records.TryInstall(ref entry))
            {
                entry.Place = SessionPlace.Hardware;
                entry.OriginalSide.LastCount = entry.ReplySide.LastCount = 0;
                done++;
            }
        }

        return done;
    }

    /// <summary>Takes sessions that are over out of hardware, and frees their places.</summary>
    /// <param name="most">Most sessions.</param>
    /// <returns>How many are gone.</returns>
    public int DrainRemovals(int most)
    {
        var done = 0;
        for (var n = Math.Min(most, _table.PendingRemovals); n > 0; n--)
        {
            var row = _table.FirstRemoval();
            if (records!.TryRemove(ref _table[row]))
            {
                _table.Release(row);
                done++;
            }
            else
            {
                _table.RetryRemoval(row);
            }
        }

        return done;
    }

    /// <summary>A policy has changed: all sessions are to be looked at.</summary>
    public void BeginRejudge() => _rejudged = 0;

    /// <summary>Ends sessions that the policy no longer allows.</summary>
    /// <param name="allows">The policy.</param>
    /// <param name="most">Most places to look at.</param>
    /// <returns>Places that are left to look at.</returns>
    public int Rejudge(Allows allows, int most)
    {
        var end = Math.Min(_table.Capacity, _rejudged + most);
        for (; _rejudged < end; _rejudged++)
        {
            if (_table[_rejudged].IsLive && !allows(_table[_rejudged]))
            {
                _table.Close(_rejudged);
                Forbidden++;
            }
        }

        return _table.Capacity - _rejudged;
    }

    /// <summary>The sessions there are, as <c>conntrack -L</c> has them.</summary>
    public IEnumerable<SessionView> List(ulong nowNs)
    {
        for (var row = 0; row < _table.Capacity; row++)
        {
            if (_table[row].IsLive && _table[row].DeadlineNs > nowNs)
            {
                yield return SessionView.Of(_table[row], nowNs);
            }
        }
    }
}
