namespace SmartNic.Driver;

/// <summary>How to take over a board.</summary>
public sealed record AttachOptions
{
    /// <summary>
    /// True for a board that was made in this process and never programmed: its tables are not
    /// read, and its counters are zero.
    /// </summary>
    public bool TablesAreEmpty { get; init; }

    /// <summary>
    /// What the driver before this one kept: names for what is on the board. Null when nothing is
    /// known; then names come from the next configuration, where what it wishes is on the board.
    /// </summary>
    public GatewayState? State { get; init; }

    /// <summary>Where to keep what must outlive this driver; null for nowhere.</summary>
    public IStateStore? Store { get; init; }

    /// <summary>Where the secret keys of the tables' hashes come from; null for random
    /// ones.</summary>
    public Func<ulong>? HashKeys { get; init; }

    /// <summary>How long to wait for the pipelines to drain, or for an access to finish.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
