namespace SmartNic.Features;

/// <summary>How a tenant's packets are kept apart by the sessions that they belong to.</summary>
public sealed record SessionConfig
{
    /// <summary>Most sessions of a tenant when the file says nothing.</summary>
    public const uint DefaultLimit = 4096;

    /// <summary>A tenant whose packets belong to none.</summary>
    public static SessionConfig None { get; } = new();

    /// <summary>They do.</summary>
    public bool IsTracked { get; init; }

    /// <summary>The zone whose sessions they share; null for one of its own, numbered by its VNI.
    /// </summary>
    public uint? Zone { get; init; }

    /// <summary>Most sessions that it may have opened.</summary>
    public uint Limit { get; init; } = DefaultLimit;

    /// <summary>What becomes of a packet that would open one more.</summary>
    public SessionsFull OnFull { get; init; }
}
