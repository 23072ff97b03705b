using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>An IPv4 header without options (RFC 791, section 3.1), as words in network
/// order.</summary>
public struct Ipv4Header
{
    /// <summary>Version, header length, type of service, total length.</summary>
    public uint W0;

    /// <summary>Identification, flags, fragment offset.</summary>
    public uint W1;

    /// <summary>Time to live, protocol, header checksum.</summary>
    public uint W2;

    /// <summary>Source address.</summary>
    public uint Source;

    /// <summary>Destination address.</summary>
    public uint Destination;
}

/// <summary>What the header's checksum is, and should be.</summary>
public struct ChecksumResult
{
    /// <summary>The checksum that belongs into the header.</summary>
    public ushort Checksum;

    /// <summary>The header holds it already.</summary>
    public bool IsRight;
}

/// <summary>Header checksum of IPv4: ones' complement sum of 16-bit words (RFC 1071).</summary>
public static class Ipv4Checksum
{
    /// <summary>Computes and checks in one.</summary>
    [Kernel("snic_ipv4_checksum")]
    public static ChecksumResult Run(Ipv4Header header)
    {
        // Words of 32 bits first, the carries folded in once at the end (RFC 1071, section 2).
        U34 pair = (U33)header.W0 + (U33)header.W1 + ((U34)(header.W2 & 0xFFFF0000u) + 0u);
        ulong sum = pair + ((ulong)header.Source + header.Destination);
        uint once = (uint)(sum & 0xFFFF) + (uint)(sum >> 16);
        uint twice = (once & 0xFFFF) + (once >> 16);
        ushort total = (ushort)((twice & 0xFFFF) + (twice >> 16));
        ChecksumResult r = default;
        r.Checksum = (ushort)~total;
        r.IsRight = r.Checksum == (ushort)header.W2;
        return r;
    }
}
