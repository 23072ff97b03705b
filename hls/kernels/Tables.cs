using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

// Entries of the match tables, packed with the first field in the least significant bits.
// Exact-match tables are two memories (a, b) of buckets of four entries; Gen says for which
// generations an entry is alive, and a value is there once for each, so that an entry whose value
// changes needs no second place. Direct-index tables have two banks, see Generation.Bank.

/// <summary>How a local endpoint is reached.</summary>
public struct EndpointValue
{
    /// <summary>UDP destination port of its tunnels.</summary>
    public ushort UdpPort;

    /// <summary>Interface whose wire it is reached on.</summary>
    public U4 Interface;
}

/// <summary>One local tunnel endpoint.</summary>
public struct EndpointEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>IPv4 address, host order.</summary>
    public uint Ip;

    /// <summary>For packets of generation 0.</summary>
    public EndpointValue Value0;

    /// <summary>For packets of generation 1.</summary>
    public EndpointValue Value1;
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

/// <summary>What a tenant may receive from the wire.</summary>
public struct ReceivePolicy
{
    /// <summary>From any outer source but our own; else only from those listed.</summary>
    public bool AnySource;

    /// <summary>Frames with VLAN tags too.</summary>
    public bool KeepsTags;

    /// <summary>What happens to yellow frames, a YellowAction.</summary>
    public U2 OnYellow;

    /// <summary>DSCP for YellowAction.Remark.</summary>
    public U6 Dscp;
}

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

/// <summary>Host queue to tenant: who sends on this queue.</summary>
public struct HostPort
{
    /// <summary>The queue is bound.</summary>
    public bool Valid;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>The tenant's VNI.</summary>
    public U24 Vni;

    /// <summary>Frames with VLAN tags are sent.</summary>
    public bool KeepsTags;
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

    /// <summary>UDP destination port.</summary>
    public ushort UdpPort;
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
