namespace SmartNic.Driver;

/// <summary>An entry or a register that the board has otherwise than is in force.</summary>
/// <param name="Where">Its name: a table, or a register.</param>
/// <param name="Location">Where in the table it is: <c>a[12].3</c>, or <c>[7]</c> and the
/// generation; empty for a register.</param>
/// <param name="Interface">Interface whose copy differs.</param>
/// <param name="What">The fields that differ: what each is and should be.</param>
public sealed record EntryDifference(string Where, string Location, int Interface, string What)
{
    /// <summary>The entry was written again, and read back as it should be.</summary>
    public bool IsRepaired { get; init; }

    /// <summary>Index of the memory's entry.</summary>
    internal int Entry { get; init; }

    /// <summary>The same as a sentence.</summary>
    public override string ToString() =>
        $"{Where} {(Location.Length > 0 ? $"{Location} on interface {Interface}" : "register")}: "
        + What + (IsRepaired ? "; repaired" : "");
}
