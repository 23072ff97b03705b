using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What a VNI leads to.</summary>
public struct VniValue
{
    /// <summary>Tenant index, 1..4095.</summary>
    public U12 Tenant;

    /// <summary>Host queue that takes the tenant's frames.</summary>
    public U12 Queue;
}

/// <summary>VNI to tenant.</summary>
public struct VniEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>VXLAN network identifier.</summary>
    public U24 Vni;

    /// <summary>For packets of generation 0.</summary>
    public VniValue Value0;

    /// <summary>For packets of generation 1.</summary>
    public VniValue Value1;
}

/// <summary>Four VNI slots.</summary>
public struct VniBucket
{
    /// <summary>The slots.</summary>
    public VniEntry E0, E1, E2, E3;
}

/// <summary>Tenants by VNI.</summary>
public struct VniTables
{
    /// <summary>Two memories of buckets; a key is in one of its two.</summary>
    [Depth(2048)]
    public Table<VniBucket> A, B;
}
