namespace SmartNic.Kernels;

/// <content>What is wrong with outer headers.</content>
public static partial class Reasons
{
    /// <summary>Outer IP version is not that of its EtherType, or the header is too short (RFC 791
    /// section 3.1, RFC 8200 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterHeader = (Reason)Outcome.Malformed + 1;

    /// <summary>Outer IPv4 header checksum is wrong (RFC 791 section 3.1).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterChecksum = (Reason)Outcome.Malformed + 2;

    /// <summary>Outer IP length is below its header or exceeds the frame (RFC 791 section 3.1,
    /// RFC 8200 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterLength = (Reason)Outcome.Malformed + 3;

    /// <summary>UDP length is below its tunnel's header or exceeds the IP packet (RFC 768).
    /// </summary>
    [CountedIn(Directions.Rx)]
    public const Reason UdpLength = (Reason)Outcome.Malformed + 4;

    /// <summary>The VXLAN I flag is not set (RFC 7348 section 5).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason VxlanFlags = (Reason)Outcome.Malformed + 5;

    /// <summary>GRE is shorter than its header with what its flags announce (RFC 2890 section 2).
    /// </summary>
    [CountedIn(Directions.Rx)]
    public const Reason GreLength = (Reason)Outcome.Malformed + 8;

    /// <summary>The UDP checksum is there and wrong (RFC 768, RFC 6935 section 5), or what lies
    /// behind the datagram is not zero.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason UdpChecksum = (Reason)Outcome.Malformed + 10;

    /// <summary>Neither a tunnel that ends at the endpoint nor for the slow path.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason NotTunnel = (Reason)Outcome.Unsupported + 0;

    /// <summary>Outer packet is a fragment (RFC 7348 section 4.3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterFragment = (Reason)Outcome.Unsupported + 1;

    /// <summary>Geneve of a version other than 0 (RFC 8926 section 3.4).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason GeneveVersion = (Reason)Outcome.Unsupported + 2;

    /// <summary>A Geneve option that must be understood is not (RFC 8926 section 3.4).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason CriticalOption = (Reason)Outcome.Unsupported + 3;

    /// <summary>The tunnel carries what is not taken from one of its kind: from Geneve all but
    /// Ethernet (RFC 8926 section 3.4), from GRE all but Ethernet and IP (RFC 2784 section 2.4).
    /// </summary>
    [CountedIn(Directions.Rx)]
    public const Reason UnknownPayload = (Reason)Outcome.Unsupported + 4;

    /// <summary>The inner frame begins behind byte 152: options are too long.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason HeaderTooLong = (Reason)Outcome.Unsupported + 5;

    /// <summary>The checksum of GRE is wrong (RFC 2784 section 2.5), or what lies behind the packet
    /// is not zero.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason GreChecksum = (Reason)Outcome.Unsupported + 6;

    /// <summary>Outer source is no address of a station (RFC 1122 section 3.2.1.3, RFC 4291
    /// section 2).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason InvalidSource = (Reason)Outcome.Source + 0;

    /// <summary>Longer than what fits on the wire with its outer headers (RFC 7348 section 4.3).
    /// </summary>
    [CountedIn(Directions.Tx)]
    public const Reason Oversize = (Reason)Outcome.TooBig + 0;
}
