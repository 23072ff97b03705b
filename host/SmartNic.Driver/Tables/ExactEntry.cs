namespace SmartNic.Driver.Tables;

/// <summary>One slot of an exact-match table, as the driver keeps it.</summary>
internal struct ExactEntry
{
    /// <summary>Key, packed by the table's layout.</summary>
    public ulong Key;

    /// <summary>Value, packed by the table's layout.</summary>
    public uint Value;

    /// <summary>Bit g: alive for packets of generation g; zero: the slot is free.</summary>
    public byte Gen;

    /// <summary>
    /// Set while a transaction is planned: the new world has this entry as it is.
    /// </summary>
    public bool Keep;
}
