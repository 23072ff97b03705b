namespace SmartNic.Driver;

/// <summary>What became of a configuration that was to be applied.</summary>
/// <param name="Changed">True when the board was written.</param>
/// <param name="EntriesAdded">Table entries that are new or have a new value.</param>
/// <param name="EntriesRemoved">Table entries that are gone or had another value.</param>
/// <param name="Errors">Why it was refused; empty when the configuration is now in force.</param>
public sealed record ApplyResult(
    bool Changed, int EntriesAdded, int EntriesRemoved, IReadOnlyList<string> Errors)
{
    /// <summary>Owners that the configuration went without; see
    /// <see cref="IConfig.LeavesOut"/>.</summary>
    public IReadOnlyList<SkippedOwner> Skipped { get; init; } = [];

    /// <summary>True when the configuration is in force, but for who was skipped.</summary>
    public bool Ok => Errors.Count == 0;
}
