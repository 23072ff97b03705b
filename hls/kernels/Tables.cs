using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

// Entries of the match tables, packed with the first field in the least significant bits.
// Exact-match tables are two memories (a, b) of buckets of four entries; Gen says for which
// generations an entry is alive, and a value is there once for each, so that an entry whose value
// changes needs no second place. Direct-index tables have two banks, see Generation.Bank.

/// <summary>One local tunnel endpoint.</summary>
public struct EndpointEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>IPv4 address, host order.</summary>
    public uint Ip;
}

/// <summary>Four endpoint slots.</summary>
public struct EndpointBucket
{
    /// <summary>The slots.</summary>
    public EndpointEntry E0, E1, E2, E3;
}

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

/// <summary>Host queue to tenant: who sends on this queue.</summary>
public struct HostPort
{
    /// <summary>The queue is bound.</summary>
    public bool Valid;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>The tenant's VNI.</summary>
    public U24 Vni;
}

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

/// <summary>A remote tunnel endpoint and the way to it.</summary>
public struct NextHop
{
    /// <summary>The entry may be used.</summary>
    public bool Valid;

    /// <summary>Outer source address, a local endpoint.</summary>
    public uint SourceIp;

    /// <summary>Outer destination address.</summary>
    public uint DestinationIp;

    /// <summary>Outer source MAC.</summary>
    public U48 SourceMac;

    /// <summary>Outer destination MAC: that of the next hop.</summary>
    public U48 DestinationMac;

    /// <summary>Outer time to live.</summary>
    public byte Ttl;
}

/// <summary>Two-rate three-colour meter (RFC 2698) of one tenant; times as in Meter.</summary>
public struct MeterConfig
{
    /// <summary>Off: every packet is green.</summary>
    public bool Enabled;

    /// <summary>A meter first seen with this epoch starts with full buckets.</summary>
    public bool StartFull;

    /// <summary>Names this configuration; a state of another epoch starts anew.</summary>
    public ushort Epoch;

    /// <summary>1 / CIR in units of 2^-20 ns a byte.</summary>
    public U37 CirTimePerByte;

    /// <summary>1 / PIR in units of 2^-20 ns a byte.</summary>
    public U37 PirTimePerByte;

    /// <summary>CBS / CIR in units of 2^-20 ns.</summary>
    public U51 CbsTime;

    /// <summary>PBS / PIR in units of 2^-20 ns.</summary>
    public U51 PbsTime;

    /// <summary>When not StartFull: the time at which both buckets were empty.</summary>
    public ulong StartNs;
}
