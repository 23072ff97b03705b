namespace SmartNic.Kernels;

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

    /// <summary>IP of a tenant that is longer than its way lets through.</summary>
    TooBig = 10,

    /// <summary>TCP SYN of a tenant that invites segments longer than its way lets through, or may
    /// do so.</summary>
    TcpMss = 11,
}
