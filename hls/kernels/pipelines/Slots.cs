namespace SmartNic.Kernels;

/// <summary>
/// What became of a packet from the wire: the counter slot it is counted in, below 16 for the
/// tenant, from <see cref="BadFrame"/> on for nobody, as no tenant is known. All but Host, Slow and
/// Yellow are drops; the JSON name of a reason is the name in snake case.
/// </summary>
public enum RxSlot : byte
{
    /// <summary>Decapsulated and delivered to the tenant: green, or not metered.</summary>
    Host = 0,

    /// <summary>Handed to the slow path (ARP, solicitation or ping for an endpoint).</summary>
    Slow = 1,

    /// <summary>Decapsulated and delivered to the tenant: yellow.</summary>
    Yellow = 2,

    /// <summary>Inner frame is shorter than an Ethernet header.</summary>
    InnerLength = 3,

    /// <summary>Outer source is not one of the tenant's remotes, or is our own.</summary>
    ForeignSource = 4,

    /// <summary>Inner frame has a VLAN tag (RFC 7348 section 6.1).</summary>
    InnerVlan = 5,

    /// <summary>
    /// Congestion was met on the way, and the inner packet cannot say so (RFC 6040 section 4.2).
    /// </summary>
    EcnNotCapable = 6,

    /// <summary>Yellow by the tenant's meter, and the tenant drops these.</summary>
    YellowDropped = 7,

    /// <summary>Red by the tenant's meter.</summary>
    RateExceeded = 8,

    /// <summary>The output queue had no room (decided by egress).</summary>
    QueueFull = 15,

    /// <summary>Marked bad by the MAC, shorter than an Ethernet header, or oversize.</summary>
    BadFrame = 16,

    /// <summary>Neither a tunnel that ends at the endpoint nor for the slow path.</summary>
    NotVxlan = 17,

    /// <summary>Outer IP version is not that of its EtherType, or the header is too short.</summary>
    OuterHeader = 18,

    /// <summary>Outer IPv4 header checksum is wrong.</summary>
    OuterChecksum = 19,

    /// <summary>Outer packet is a fragment.</summary>
    OuterFragment = 20,

    /// <summary>Outer IP length is below its header or exceeds the frame.</summary>
    OuterLength = 21,

    /// <summary>Outer destination, or ARP target, is not an endpoint of this interface.</summary>
    ForeignAddress = 22,

    /// <summary>Outer source is no address of a station (RFC 1122 section 3.2.1.3, RFC 4291 section 2).</summary>
    InvalidSource = 23,

    /// <summary>UDP length is below 16 bytes or exceeds the IP packet.</summary>
    UdpLength = 24,

    /// <summary>The VXLAN I flag is not set (RFC 7348 section 5).</summary>
    VxlanFlags = 25,

    /// <summary>No tenant has this VNI.</summary>
    UnknownVni = 26,

    /// <summary>The wire's limit of packets to the slow path is used up.</summary>
    SlowPathLimit = 27,

    /// <summary>GRE packet is shorter than its header with a key (RFC 2890 section 2).</summary>
    GreLength = 28,

    /// <summary>Geneve of a version other than 0 (RFC 8926 section 3.4).</summary>
    GeneveVersion = 29,

    /// <summary>A Geneve option that must be understood is not (RFC 8926 section 3.4).</summary>
    CriticalOption = 30,

    /// <summary>The tunnel carries something else than Ethernet frames.</summary>
    NotEthernet = 31,

    /// <summary>The inner frame begins behind byte 152: options are too long.</summary>
    HeaderTooLong = 32,
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

    /// <summary>The frame has a VLAN tag (RFC 7348 section 6.1).</summary>
    InnerVlan = 3,

    /// <summary>An injected packet found no next hop, or a next hop is not valid.</summary>
    NoRoute = 4,

    /// <summary>Longer than what fits on the wire with its outer headers.</summary>
    Oversize = 5,

    /// <summary>The tenant's limit of packets to the slow path is used up.</summary>
    SlowPathLimit = 6,

    /// <summary>The output queue had no room (decided by egress).</summary>
    QueueFull = 15,

    /// <summary>Marked bad, or shorter than an Ethernet header.</summary>
    BadFrame = 16,

    /// <summary>The host queue is bound to no tenant.</summary>
    UnknownPort = 17,

    /// <summary>The metadata header is not understood, or names no bound tenant.</summary>
    BadInjection = 18,
}

/// <summary>What happens to frames from the wire that the tenant's meter calls yellow.</summary>
public enum YellowAction : byte
{
    /// <summary>Delivered as they are.</summary>
    Pass = 0,

    /// <summary>Delivered with another DSCP.</summary>
    Remark = 1,

    /// <summary>Dropped.</summary>
    Drop = 2,
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

    /// <summary>Control message of a tunnel from the wire (RFC 8926 section 3.4, O bit).</summary>
    WireControl = 9,
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
