namespace SmartNic.Kernels;

/// <content>What is wrong with outer headers.</content>
public static partial class Reasons
{
    /// <summary>Outer IP version is not 4, or the header length is below 20 bytes (RFC 791 section
    /// 3.1).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterHeader = (Reason)Outcome.Malformed + 1;

    /// <summary>Outer IPv4 header checksum is wrong (RFC 791 section 3.1).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterChecksum = (Reason)Outcome.Malformed + 2;

    /// <summary>Outer IP length is below its header or exceeds the frame (RFC 791 section 3.1).
    /// </summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterLength = (Reason)Outcome.Malformed + 3;

    /// <summary>UDP length is below 16 bytes or exceeds the IP packet (RFC 768).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason UdpLength = (Reason)Outcome.Malformed + 4;

    /// <summary>The VXLAN I flag is not set (RFC 7348 section 5).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason VxlanFlags = (Reason)Outcome.Malformed + 5;

    /// <summary>Neither VXLAN (the endpoint's UDP port over IPv4, RFC 7348 section 5) nor for the
    /// slow path.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason NotVxlan = (Reason)Outcome.Unsupported + 0;

    /// <summary>Outer packet is a fragment (RFC 7348 section 4.3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason OuterFragment = (Reason)Outcome.Unsupported + 1;

    /// <summary>Outer source is no address of a host (RFC 1122 section 3.2.1.3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason InvalidSource = (Reason)Outcome.Source + 0;

    /// <summary>Longer than what fits on the wire with 50 bytes of outer headers (RFC 7348 section
    /// 4.3).</summary>
    [CountedIn(Directions.Tx)]
    public const Reason Oversize = (Reason)Outcome.TooBig + 0;
}
