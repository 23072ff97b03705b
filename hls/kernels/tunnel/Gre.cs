namespace SmartNic.Kernels;

/// <summary>Bits of the first 16 of a GRE header (RFC 2784 section 2.1, RFC 2890 section 2).
/// </summary>
public static class Gre
{
    /// <summary>A checksum, and two reserved bytes, are there.</summary>
    public const ushort Checksum = 0x8000;

    /// <summary>A key is there.</summary>
    public const ushort Key = 0x2000;

    /// <summary>A sequence number is there.</summary>
    public const ushort Sequence = 0x1000;

    /// <summary>
    /// A receiver that does not know what they mean must drop the packet (RFC 2784 sections 2.2 and
    /// 2.3): source routes and recursion of RFC 1701, and the version. The other reserved bits are
    /// ignored.
    /// </summary>
    public const ushort MustBeZero = 0x4C07;

    /// <summary>Key present, version 0, Ethernet inside (RFC 7637 section 3.2): the first four
    /// bytes of NVGRE.</summary>
    public const uint Nvgre = ((uint)Key << 16) | Protocol.Bridging;
}
