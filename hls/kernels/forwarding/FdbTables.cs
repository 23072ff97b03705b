using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>(tenant, inner destination MAC) to next hop.</summary>
public struct FdbEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>Inner destination MAC address.</summary>
    public U48 Mac;

    /// <summary>Index into the next-hop table, for packets of generation 0.</summary>
    public U12 NextHop0;

    /// <summary>Index into the next-hop table, for packets of generation 1.</summary>
    public U12 NextHop1;
}

/// <summary>Four forwarding slots.</summary>
public struct FdbBucket
{
    /// <summary>The slots.</summary>
    public FdbEntry E0, E1, E2, E3;
}

/// <summary>Next hops by tenant and inner destination MAC address.</summary>
public struct FdbTables
{
    /// <summary>Two memories of buckets; a key is in one of its two.</summary>
    [Depth(4096)]
    public Table<FdbBucket> A, B;
}
