namespace SmartNic.Driver;

/// <content>Reading counters without keeping others from the board.</content>
public abstract partial class BoardDriver
{
    /// <summary>
    /// Indices that are read in one turn: on a board that takes 50 us an access, others wait
    /// a few tens of milliseconds.
    /// </summary>
    private const int IndicesPerTurn = 8;

    private readonly Lock _sweeping = new();

    // Begun so far; all are over while nobody sweeps.
    private long _sweeps;

    /// <summary>
    /// Reads every counter: those of owners in use, and then what was counted by reason for all.
    /// Others get their turn in between, so that counts of two owners may be of moments that far
    /// apart, and those of all are the youngest.
    /// </summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public CounterSnapshot ReadCounters()
    {
        SweepCounters();
        return LastCounters();
    }

    /// <summary>The counters as they were read last; those of ports as they are now.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public CounterSnapshot LastCounters()
    {
        using (_turn.Take())
        {
            return OnBoard(() => _counters.Snapshot(_world.Owners.NameOf));
        }
    }

    /// <summary>
    /// Reads every counter, so that none wraps twice unseen: at least once in 20 days, which is
    /// how long 64-byte frames at 100 Gb/s take for 2^48. Who calls while another one reads shares
    /// the next reading with all who do.
    /// </summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void SweepCounters()
    {
        var next = Interlocked.Read(ref _sweeps) + 1;
        lock (_sweeping)
        {
            // The one that was under way may have read before what this caller wants to see.
            if (Interlocked.Read(ref _sweeps) < next)
            {
                Interlocked.Increment(ref _sweeps);
                Sweep();
            }
        }
    }

    /// <summary>
    /// Reads the counters of one owner, in one turn, also while all are read.
    /// </summary>
    /// <returns>False when there is no such owner.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public bool RefreshCounters(string owner)
    {
        using (_turn.Take())
        {
            if (_world.Owners.Find(owner) is not { } index)
            {
                return false;
            }

            OnBoard(() => Refresh([index]));
            KeepNews();
            return true;
        }
    }

    /// <summary>Reads what is counted by reason for all, in one turn.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void RefreshReasons()
    {
        using (_turn.Take())
        {
            OnBoard(ReadReasons);
            KeepNews();
        }
    }

    private void Sweep()
    {
        IReadOnlyList<ushort> indices;
        using (_turn.Take())
        {
            indices = _counters.Indices;
        }

        foreach (var chunk in indices.Chunk(IndicesPerTurn))
        {
            using (_turn.Take())
            {
                OnBoard(() => Refresh(chunk));
            }
        }

        RefreshReasons();
    }

    private void KeepNews()
    {
        if (_counters.HasNews && !IsLost)
        {
            KeepCurrent(OnBoard(_nowNs));
        }
    }

    private bool ReadReasons()
    {
        _counters.RefreshReasons();
        return true;
    }

    private bool Refresh(ushort[] indices)
    {
        foreach (var index in indices)
        {
            _counters.Refresh(index, _world.Owners.NameOf(index) is null);
        }

        return true;
    }
}
