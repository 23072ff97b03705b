namespace SmartNic.Driver;

/// <summary>What has to outlive a driver.</summary>
/// <param name="Current">The last configuration that was put in force.</param>
/// <param name="Next">
/// The one of a transaction that had begun and whose end is not recorded: the board has either of
/// the two. Null when there is none.
/// </param>
/// <param name="Counters">Of the board's counters.</param>
/// <param name="TimeNs">The board's time when this was written.</param>
public sealed record GatewayState(
    KnownWorld Current, KnownWorld? Next, CounterRecord Counters, ulong TimeNs)
{
    /// <summary>Number of the last transaction that began; 0 before the first one.</summary>
    public ulong Transaction { get; init; }

    /// <summary>Number of the transaction that was in force on the board when this was written. A
    /// board that has a lower one was reset, or is another.</summary>
    public ulong InForce { get; init; }

    /// <summary>The next world is a change that was kept behind the current one.</summary>
    public bool IsChange { get; init; }

    /// <summary>
    /// What a board without tables is to have: a change was acknowledged, or had begun; a
    /// configuration that had only begun was not.
    /// </summary>
    public KnownWorld Restored => IsChange ? Next! : Current;

    /// <summary>
    /// This state when changes came after it, which come only after a state without a next world.
    /// The last of them may not be in force; that it began says that those before it are.
    /// </summary>
    /// <param name="changes">In the order of their transactions.</param>
    public GatewayState After(IReadOnlyList<StateChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        IChange[] all = [.. changes.Select(c => c.Change)];
        var before = Current with { Config = Current.Config.After(all[..^1]) };
        return this with
        {
            Current = before,
            Next = before with { Config = before.Config.After(all[^1..]) },
            Transaction = changes[^1].Transaction,
            IsChange = true,
        };
    }
}

/// <summary>A change of the configuration in force, as it is kept.</summary>
/// <param name="Transaction">Number of its transaction.</param>
/// <param name="Change">The change.</param>
public sealed record StateChange(ulong Transaction, IChange Change);

/// <summary>Keeps the state of one board.</summary>
public interface IStateStore
{
    /// <summary>
    /// Keeps a state in place of the one before and its changes; on return it is durable.
    /// </summary>
    /// <exception cref="IOException">It cannot be kept; the one before is still there.</exception>
    void Save(GatewayState state);

    /// <summary>Keeps a change behind the state; on return it is durable.</summary>
    /// <returns>False, and nothing is kept, when the whole state is to be kept before it: none was
    /// kept yet, or the last one has a next world, or there are too many changes behind it. Behind
    /// a state without a next world the first change always finds room.</returns>
    /// <exception cref="IOException">It cannot be kept.</exception>
    bool TryAppend(StateChange change);
}

/// <summary>How a driver found its board.</summary>
public enum BoardFound
{
    /// <summary>Made in this process: nothing to take over.</summary>
    None,

    /// <summary>Exactly in the last configuration that was put in force.</summary>
    Current,

    /// <summary>Exactly in the one of the transaction that was under way.</summary>
    Next,

    /// <summary>Something else, or nothing, or no state says what it is.</summary>
    Unknown,
}
