using SmartNic.Driver.Tables;

namespace SmartNic.Driver;

/// <content>Taking over a board that forwards, and keeping what must outlive this driver.</content>
public abstract partial class BoardDriver
{
    // Number of the last transaction that began.
    private ulong _begun;

    /// <summary>How the board was found.</summary>
    public BoardFound Found { get; private set; }

    /// <summary>Owners of entries that the board had when it was taken over.</summary>
    public int AdoptedOwners => _world.AdoptedOwners.Count;

    /// <summary>Number of the transaction in force on the board; 0 since a reset.</summary>
    public ulong Transaction { get; private set; }

    private void Adopt(GatewayState? state)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var reader = new TableReader(_bar, Board.Interfaces, _wait);
        if (reader.HashKey(0) == 0 && reader.HashKey(1) == 0)
        {
            // Nobody filled the board since its reset: nothing forwards, and its memories may hold
            // what was before. To clear them needs writes only, many times quicker than reading.
            _writer.ClearAll();
        }
        else
        {
            _world.Adopt(reader, _generation);
        }

        var nowNs = _nowNs();
        Found = BoardFound.Unknown;
        if (state is not null)
        {
            Recognise(state, nowNs);
        }

        _counters.Adopt(_world.AdoptedOwners);
        var ms = (long)System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Log.Adopted(_log, AdoptedOwners, _world.Features.Words.Many, Found, ms);
    }

    /// <summary>Gives what is on the board the names that the state has for it.</summary>
    private void Recognise(GatewayState state, ulong nowNs)
    {
        _begun = Math.Max(_begun, state.Transaction);
        if (_world.IsIn(state.Current, _generation, nowNs))
        {
            (Found, Current) = (BoardFound.Current, state.Current.Config);
        }
        else if (state.Next is { } next && _world.IsIn(next, _generation, nowNs))
        {
            (Found, Current) = (BoardFound.Next, next.Config);
        }
        else
        {
            _world.ForgetNames();
            _world.Name(state.Current);
            if (state.Next is not null)
            {
                _world.Name(state.Next);
            }

            _world.Prefer(state.Current);
        }

        // A board that was reset, or loaded anew, counts from zero: what was kept is of before.
        var isReset = Transaction < state.InForce || nowNs < state.TimeNs;
        if (isReset)
        {
            Log.CountersForgotten(_log);
            _counters.StartAll();
        }
        else
        {
            _counters.Restore(state.Counters);
        }

        if (state.Next is not null && Found != BoardFound.Unknown)
        {
            KeepCurrent(nowNs);
        }
    }

    /// <summary>
    /// Before the first write of a transaction: keeps both worlds, because only the board knows
    /// which it is in when this driver is killed.
    /// </summary>
    /// <returns>Null, or why it cannot be kept.</returns>
    private string? KeepPlan(IConfig config, bool isChanged, ulong nowNs)
    {
        if (isChanged)
        {
            _begun++;
        }

        if (_store is null)
        {
            return null;
        }

        var now = _world.Known(Current ?? _world.Features.Empty, isPlan: false);
        var next = _world.Known(config, isPlan: true);
        return Keep(() => _store.Save(
            isChanged ? State(now, next, nowNs) : State(next, null, nowNs)));
    }

    /// <summary>The same for a change, which costs by the change.</summary>
    private string? KeepChange(IChange change, ulong nowNs)
    {
        if (!_world.HasWork)
        {
            return null;
        }

        _begun++;
        return _store is null ? null : Keep(() =>
        {
            var kept = new StateChange(_begun, change);
            if (!_store.TryAppend(kept))
            {
                // What is in force is kept whole, and behind it there is room.
                KeepWhole(nowNs);
                if (!_store.TryAppend(kept))
                {
                    throw new IOException("no change finds room behind its state");
                }
            }
        });
    }

    /// <summary>
    /// After a transaction. When it fails, the state still has both worlds, which is enough.
    /// </summary>
    private void KeepCurrent(ulong nowNs)
    {
        if (_store is null || Current is null)
        {
            return;
        }

        try
        {
            KeepWhole(nowNs);
        }
        catch (IOException e)
        {
            Log.NotKept(_log, e.Message);
        }
    }

    private void KeepWhole(ulong nowNs) =>
        _store!.Save(State(_world.Known(Current!, isPlan: false), null, nowNs));

    private GatewayState State(KnownWorld now, KnownWorld? next, ulong nowNs) =>
        new(now, next, _counters.Record(), nowNs)
        {
            Transaction = _begun,
            InForce = Transaction,
        };

    private static string? Keep(Action save)
    {
        try
        {
            save();
            return null;
        }
        catch (IOException e)
        {
            return $"the state cannot be kept: {e.Message}";
        }
    }
}
