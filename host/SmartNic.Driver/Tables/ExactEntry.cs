namespace SmartNic.Driver.Tables;

/// <summary>One slot of an exact-match table, as the driver keeps it.</summary>
internal struct ExactEntry
{
    /// <summary>Key, packed by the table's layout.</summary>
    public ulong Key;

    /// <summary>Value for packets of generation 0, packed by the table's layout.</summary>
    public uint Value0;

    /// <summary>Value for packets of generation 1.</summary>
    public uint Value1;

    /// <summary>Bit g: alive for packets of generation g; zero: the slot is free.</summary>
    public byte Gen;

    /// <summary>The value that packets of a generation find.</summary>
    public readonly uint ValueOf(int generation) => generation == 0 ? Value0 : Value1;

    /// <summary>Sets the value that packets of a generation find.</summary>
    public void SetValue(int generation, uint value)
    {
        if (generation == 0)
        {
            Value0 = value;
        }
        else
        {
            Value1 = value;
        }
    }
}
