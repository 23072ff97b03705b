namespace SmartNic.Features;

/// <summary>Offsets and constants of the headers that the slow path reads and writes.</summary>
/// <remarks>Offsets within a header carry the header's name; all are in bytes.</remarks>
internal static class FrameFields
{
    /// <summary>Destination, source, type: an Ethernet header without tags.</summary>
    public const int EthernetBytes = 14;

    /// <summary>IEEE 802.3 minimum without FCS; shorter answers are padded with zeros.</summary>
    public const int MinimumFrameBytes = 60;

    public const ushort TypeIpv4 = 0x0800;
    public const ushort TypeArp = 0x0806;
    public const ushort TypeIpv6 = 0x86DD;

    public const int Ipv4Bytes = 20;
    public const int Ipv6Bytes = 40;
    public const byte ProtocolIcmp = 1;
    public const byte ProtocolIcmpv6 = 58;

    /// <summary>Hop limit of neighbour discovery: proof that no router was passed
    /// (RFC 4861 section 7.1.1).</summary>
    public const byte NeighbourHopLimit = 255;

    /// <summary>Hop limit of everything else that we originate (RFC 1700).</summary>
    public const byte DefaultHopLimit = 64;
}
