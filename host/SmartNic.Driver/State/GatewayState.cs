namespace SmartNic.Driver;

/// <summary>What has to outlive a driver.</summary>
/// <param name="Current">The last configuration that was put in force.</param>
/// <param name="Next">
/// The one of a transaction that had begun and whose end is not recorded: the board has either of
/// the two. Null when there is none.
/// </param>
/// <param name="Counters">Of the board's counters.</param>
/// <param name="TimeNs">The board's time when this was written; a lower one means a reset.</param>
public sealed record GatewayState(
    KnownWorld Current, KnownWorld? Next, CounterRecord Counters, ulong TimeNs);

/// <summary>Keeps the state of one board.</summary>
public interface IStateStore
{
    /// <summary>Keeps a state in place of the one before; on return it is durable.</summary>
    /// <exception cref="IOException">It cannot be kept; the one before is still there.</exception>
    void Save(GatewayState state);
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
