namespace SmartNic.Driver;

/// <summary>
/// An owner of entries that a configuration went without, because a table has no room.
/// </summary>
/// <param name="Kind">What owners are called.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Which table, and how full it is.</param>
/// <param name="StaysAsItWas">
/// True when the owner was in force and stays as it was; false when it is not in force at all.
/// </param>
public sealed record SkippedOwner(string Kind, string Name, string Reason, bool StaysAsItWas)
{
    /// <summary>The same as a sentence.</summary>
    public override string ToString() =>
        $"{Kind} {Name} was skipped, and {(StaysAsItWas ? "stays as it was" : "is not in force")}"
        + $": {Reason}";
}
