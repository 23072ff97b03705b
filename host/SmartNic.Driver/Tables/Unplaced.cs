namespace SmartNic.Driver.Tables;

/// <summary>An owner whose entries find no place in a table.</summary>
/// <param name="Owner">Index of the owner; zero for the gateway itself.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Entries">Entries of the owner that need a place.</param>
/// <param name="Kept">Entries that are in force and stay.</param>
/// <param name="Come">New entries of all owners.</param>
/// <param name="Gone">Entries that go, but only after the transaction.</param>
/// <param name="Capacity">Slots of the table.</param>
internal sealed record Unplaced(
    int Owner, string Table, int Entries, int Kept, int Come, int Gone, int Capacity)
{
    /// <summary>What there is no room for, and why.</summary>
    public override string ToString()
    {
        var load = 100L * (Kept + Come + Gone) / Capacity;
        var going = Gone > 0 ? $", {Gone} that go only after it" : "";
        return $"table {Table} has no room for {Entries} new "
            + $"{(Entries == 1 ? "entry" : "entries")} of it: the transaction needs {load} % of "
            + $"{Capacity} slots ({Kept} entries that stay, {Come} new{going}), and "
            + $"{ExactLayout.FullPercent} % can be filled";
    }
}
