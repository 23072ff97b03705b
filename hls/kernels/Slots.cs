namespace SmartNic.Kernels;

/// <summary>
/// What became of a packet from the wire: the counter slot it is counted in. Everything from
/// <see cref="BadFrame"/> on is a drop; the JSON name of a reason is the name in snake case.
/// </summary>
public enum RxSlot : byte
{
    /// <summary>Decapsulated and delivered to the tenant.</summary>
    Host = 0,

    /// <summary>Handed to the slow path (ARP, solicitation or ping for an endpoint).</summary>
    Slow = 1,

    /// <summary>Marked bad by the MAC, shorter than an Ethernet header, or oversize.</summary>
    BadFrame = 2,

    /// <summary>Neither VXLAN (UDP port 4789 over IPv4) nor for the slow path.</summary>
    NotVxlan = 3,

    /// <summary>Outer IP version is not 4 or the header length is below 20 bytes.</summary>
    OuterHeader = 4,

    /// <summary>Outer IPv4 header checksum is wrong.</summary>
    OuterChecksum = 5,

    /// <summary>Outer packet is a fragment.</summary>
    OuterFragment = 6,

    /// <summary>Outer IP length is below its header or exceeds the frame.</summary>
    OuterLength = 7,

    /// <summary>UDP length is below 16 bytes or exceeds the IP packet.</summary>
    UdpLength = 8,

    /// <summary>The VXLAN I flag is not set (RFC 7348 section 5).</summary>
    VxlanFlags = 9,

    /// <summary>Outer destination, or ARP target, is not a local endpoint.</summary>
    ForeignAddress = 10,

    /// <summary>No tenant has this VNI.</summary>
    UnknownVni = 11,

    /// <summary>Inner frame is shorter than an Ethernet header.</summary>
    InnerLength = 12,

    /// <summary>Red by the tenant's meter.</summary>
    RateExceeded = 13,

    /// <summary>The wire's limit of packets to the slow path is used up.</summary>
    SlowPathLimit = 14,

    /// <summary>The output queue had no room (decided by egress).</summary>
    QueueFull = 15,
}

/// <summary>What became of a packet from a tenant or from the slow path; see RxSlot.</summary>
public enum TxSlot : byte
{
    /// <summary>Sent to the wire.</summary>
    Wire = 0,

    /// <summary>Handed to the slow path.</summary>
    Slow = 1,

    /// <summary>Injected by the slow path and delivered to a tenant.</summary>
    Host = 2,

    /// <summary>Marked bad, or shorter than an Ethernet header.</summary>
    BadFrame = 3,

    /// <summary>Longer than what fits on the wire with 50 bytes of outer headers.</summary>
    Oversize = 4,

    /// <summary>The host queue is bound to no tenant.</summary>
    UnknownPort = 5,

    /// <summary>The metadata header is not understood, or names no bound tenant.</summary>
    BadInjection = 6,

    /// <summary>An injected packet found no next hop, or a next hop is not valid.</summary>
    NoRoute = 7,

    /// <summary>The tenant's limit of packets to the slow path is used up.</summary>
    SlowPathLimit = 8,

    /// <summary>The output queue had no room (decided by egress).</summary>
    QueueFull = 15,
}

/// <summary>Why a packet went to the slow path: byte 2 of the metadata header.</summary>
public enum PuntReason : byte
{
    /// <summary>Not a punt.</summary>
    None = 0,

    /// <summary>ARP request from the wire for a local endpoint.</summary>
    WireArp = 1,

    /// <summary>IPv6 neighbour solicitation from the wire.</summary>
    WireNeighbour = 2,

    /// <summary>ICMP or ICMPv6 echo request from the wire.</summary>
    WirePing = 3,

    /// <summary>ARP request of a tenant.</summary>
    Arp = 4,

    /// <summary>IPv6 neighbour solicitation of a tenant.</summary>
    Neighbour = 5,

    /// <summary>Broadcast of a tenant.</summary>
    Broadcast = 6,

    /// <summary>Multicast of a tenant.</summary>
    Multicast = 7,

    /// <summary>Inner destination MAC is not in the forwarding table.</summary>
    UnknownUnicast = 8,
}

/// <summary>What the slow path asks for: byte 1 of an injected frame's header.</summary>
public enum InjectAction : byte
{
    /// <summary>Look up (tenant, MAC) again; a miss is a drop, never a second punt.</summary>
    Lookup = 0,

    /// <summary>Encapsulate to the next hop named in the header.</summary>
    Encapsulate = 1,

    /// <summary>Send to the wire as it is.</summary>
    Wire = 2,

    /// <summary>Deliver to the host queue named in the header.</summary>
    Host = 3,
}
