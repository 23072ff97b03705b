namespace SmartNic.Driver.Counters;

/// <summary>Counters of one direction: of one tenant by class, or of all by reason.</summary>
/// <param name="size">Number of counters.</param>
internal sealed class Counts(int size)
{
    /// <summary>Packets of each.</summary>
    public ulong[] Packets { get; } = new ulong[size];

    /// <summary>Bytes of each.</summary>
    public ulong[] Bytes { get; } = new ulong[size];

    /// <summary>Adds other counts to these.</summary>
    public void Add(Counts other)
    {
        for (var n = 0; n < size; n++)
        {
            Packets[n] += other.Packets[n];
            Bytes[n] += other.Bytes[n];
        }
    }

    /// <summary>Takes other counts away from these; wraps at 2^64.</summary>
    public void Subtract(Counts other)
    {
        for (var n = 0; n < size; n++)
        {
            Packets[n] -= other.Packets[n];
            Bytes[n] -= other.Bytes[n];
        }
    }
}
