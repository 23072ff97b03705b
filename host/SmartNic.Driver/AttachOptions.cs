namespace SmartNic.Driver;

/// <summary>How to take over a board.</summary>
public sealed record AttachOptions
{
    /// <summary>
    /// True for a board that was made in this process and never programmed: its tables are not
    /// walked.
    /// </summary>
    public bool TablesAreEmpty { get; init; }

    /// <summary>Where the secret keys of the tables' hashes come from; null for random
    /// ones.</summary>
    public Func<ulong>? HashKeys { get; init; }

    /// <summary>Told about the walk over the tables: entries done, entries in all.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>How long to wait for the pipelines to drain, or for an access to finish.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
