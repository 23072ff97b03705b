using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>An outer source address that a tenant receives from; tenant 0: our own.</summary>
public struct SourceEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>Tenant index; 0 for a local endpoint.</summary>
    public U12 Tenant;

    /// <summary>IPv4 address, host order.</summary>
    public uint Ip;
}

/// <summary>Four source slots.</summary>
public struct SourceBucket
{
    /// <summary>The slots.</summary>
    public SourceEntry E0, E1, E2, E3;
}

/// <summary>Outer source addresses by tenant; tenant 0 has our own.</summary>
public struct SourceTables
{
    /// <summary>Two memories of buckets; a key is in one of its two.</summary>
    [Depth(4096)]
    public Table<SourceBucket> A, B;
}
