namespace SmartNic.Driver.Tables;

/// <summary>An exact-match table, whatever its keys and values.</summary>
internal interface IExactTable : ITable
{
    /// <summary>Its two memories.</summary>
    ExactLayout Layout { get; }

    /// <summary>Key of the hashes, of the entries in force.</summary>
    ulong HashKey { get; }

    /// <summary>True when the plan places every entry anew, for another hash key.</summary>
    bool IsRekeyed { get; }

    /// <summary>Entries of the plan, those in force included; kept after a rollback.</summary>
    int Wanted { get; }

    /// <summary>
    /// Whether the planned entries, all at new places, would fit beside those in force: up to a
    /// load of 47 % of each.
    /// </summary>
    bool FitsTwice { get; }

    /// <summary>Starts the plan of a whole world.</summary>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="newKey">
    /// Key of the hashes in the new one; one that is not in force places every entry anew.
    /// </param>
    void BeginWorld(int oldGeneration, ulong newKey);

    /// <summary>Reads the table back; writes nothing.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <param name="hashKey">Key of its hashes.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    void Adopt(TableReader reader, int generation, ulong hashKey);
}
