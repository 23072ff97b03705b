namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one table, and the plan of a transaction in it: begin, put and remove
/// entries by their keys, find places, and then either write and tidy, or roll back. Each step
/// costs by what changes, not by the table. What a key and a value are, the kinds of tables say.
/// </summary>
internal interface ITable
{
    /// <summary>Name, without <c>_a</c> and <c>_b</c>.</summary>
    string Name { get; }

    /// <summary>Entries in force.</summary>
    int Used { get; }

    /// <summary>Entries that it has room for.</summary>
    int Capacity { get; }

    /// <summary>Entries that the plan adds or changes.</summary>
    int Added { get; }

    /// <summary>Entries that the plan removes or changes.</summary>
    int Removed { get; }

    /// <summary>Starts the plan of a transaction from a generation to the other.</summary>
    void Begin(int oldGeneration);

    /// <summary>Ends the plan: finds a place for all that comes.</summary>
    /// <param name="unplaced">Told who has entries without a place.</param>
    /// <returns>Null, or what is wrong with what is wanted.</returns>
    string? Place(List<Unplaced> unplaced);

    /// <summary>Forgets the plan.</summary>
    void Rollback();

    /// <summary>Writes the plan; packets of the old generation see no difference at any time.
    /// </summary>
    void WritePlan(TableWriter writer);

    /// <summary>After the flip and the drain: makes both generations equal.</summary>
    void Tidy(TableWriter writer);

    /// <summary>The entries in force, each with its place.</summary>
    IEnumerable<TableRow> Rows();

    /// <summary>
    /// Between transactions: what another owner left, and the next transaction would write, is
    /// written now. No packet sees a difference.
    /// </summary>
    void WriteLeftovers(TableWriter writer);

    /// <summary>Compares what the board has with what is in force, but for leftovers.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    IReadOnlyList<EntryDifference> Audit(TableReader reader, int iface);

    /// <summary>Writes entries that differ again.</summary>
    void Repair(TableWriter writer, IReadOnlyList<EntryDifference> found);
}
