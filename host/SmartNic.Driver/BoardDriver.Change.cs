using SmartNic.Driver.Tables;

namespace SmartNic.Driver;

/// <content>Changes of single entries, which cost by the change and not by the tables.</content>
public abstract partial class BoardDriver
{
    /// <summary>
    /// Changes that wait until somebody asks for the configuration: to make it costs by all of it,
    /// so it is made once for many.
    /// </summary>
    private const int MostWaiting = 4096;

    private readonly Lock _folding = new();
    private readonly List<IChange> _waiting = [];
    private IConfig? _current;

    /// <summary>The configuration in force; null before the first one.</summary>
    public IConfig? Current
    {
        get
        {
            lock (_folding)
            {
                Fold();
                return _current;
            }
        }

        private set
        {
            lock (_folding)
            {
                _current = value;
                _waiting.Clear();
            }
        }
    }

    /// <summary>
    /// Puts a change of the configuration in force, in one transaction: no packet sees a part of
    /// it. One that does not fit is refused and changes nothing. When a table has no room, it is
    /// planned as a whole configuration, which says what happens then.
    /// </summary>
    /// <exception cref="DeviceLostException">The device was lost on the way.</exception>
    protected ApplyResult Change(IChange change)
    {
        using (_turn.Take())
        {
            return ChangeInTurn(change);
        }
    }

    private ApplyResult ChangeInTurn(IChange change)
    {
        ThrowIfLost();
        if (_current is null)
        {
            return Refuse(["there is no configuration in force that could be changed"]);
        }

        var nowNs = OnBoard(_nowNs);
        var plan = _world.Plan(change, _generation, nowNs);
        if (plan.IsFull)
        {
            return ApplyInTurn(Current!.After([change]));
        }

        return plan.Errors.Count > 0
            ? Refuse(plan.Errors)
            : CarryOut(() => KeepChange(change, nowNs), () => Follow(change), []);
    }

    private void Follow(IChange change)
    {
        lock (_folding)
        {
            _waiting.Add(change);
            if (_waiting.Count >= MostWaiting)
            {
                Fold();
            }
        }
    }

    private void Fold()
    {
        if (_waiting.Count > 0)
        {
            _current = _current!.After(_waiting);
            _waiting.Clear();
        }
    }
}
