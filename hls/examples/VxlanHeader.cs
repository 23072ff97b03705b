using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A tunnel: from where to where, and which network it carries.</summary>
public struct Tunnel
{
    /// <summary>MAC address of this endpoint.</summary>
    public U48 SourceMac;

    /// <summary>MAC address of the next hop.</summary>
    public U48 DestinationMac;

    /// <summary>IPv4 address of this endpoint.</summary>
    public uint Source;

    /// <summary>IPv4 address of the remote endpoint.</summary>
    public uint Destination;

    /// <summary>Time to live.</summary>
    public byte Ttl;

    /// <summary>VXLAN network identifier.</summary>
    public U24 Vni;
}

/// <summary>The 50 bytes in front of the inner frame, in network order.</summary>
public struct OuterHeader
{
    /// <summary>Bytes 0 to 7.</summary>
    public ulong H0;

    /// <summary>Bytes 8 to 15.</summary>
    public ulong H1;

    /// <summary>Bytes 16 to 23.</summary>
    public ulong H2;

    /// <summary>Bytes 24 to 31.</summary>
    public ulong H3;

    /// <summary>Bytes 32 to 39.</summary>
    public ulong H4;

    /// <summary>Bytes 40 to 47.</summary>
    public ulong H5;

    /// <summary>Bytes 48 and 49.</summary>
    public ushort H6;
}

/// <summary>Outer Ethernet, IPv4, UDP and VXLAN header (RFC 7348, section 5).</summary>
public static class VxlanHeader
{
    const uint EtherType = 0x0800;
    const uint VersionAndLength = 0x4500;
    const uint DontFragment = 0x4000;
    const uint Udp = 17;
    const uint VxlanPort = 4789;
    const uint VniIsValid = 0x08000000;

    /// <summary>IPv4, UDP and VXLAN headers.</summary>
    const ushort AddedBytes = 20 + 8 + 8;

    /// <summary>Builds the header.</summary>
    /// <param name="tunnel">The tunnel.</param>
    /// <param name="innerBytes">Length of the inner frame.</param>
    /// <param name="entropy">Hash of the inner flow: 14 bits of the source port.</param>
    [Kernel("snic_vxlan_header")]
    public static OuterHeader Run(Tunnel tunnel, U14 innerBytes, U14 entropy)
    {
        ushort length = (ushort)(innerBytes + AddedBytes);
        uint lifeAndProtocol = ((uint)tunnel.Ttl << 8) | Udp;
        uint sum = ((VersionAndLength + DontFragment) + ((uint)length + lifeAndProtocol))
            + (Halves(tunnel.Source) + Halves(tunnel.Destination));
        uint folded = (sum & 0xFFFF) + (sum >> 16);
        ushort checksum = (ushort)~((folded & 0xFFFF) + (folded >> 16));
        ushort sourcePort = (ushort)(0xC000 | (uint)entropy);

        OuterHeader h = default;
        h.H0 = ((ulong)tunnel.DestinationMac << 16) | (ulong)(tunnel.SourceMac >> 32);
        h.H1 = ((ulong)(uint)tunnel.SourceMac << 32) | (EtherType << 16) | VersionAndLength;
        h.H2 = ((ulong)length << 48) | (DontFragment << 16) | lifeAndProtocol;
        h.H3 = ((ulong)checksum << 48) | ((ulong)tunnel.Source << 16)
            | (tunnel.Destination >> 16);
        h.H4 = ((ulong)(ushort)tunnel.Destination << 48) | ((ulong)sourcePort << 32)
            | (VxlanPort << 16) | (ushort)(length - 20);
        h.H5 = ((ulong)VniIsValid << 16) | (ulong)(tunnel.Vni >> 8);
        h.H6 = (ushort)((uint)tunnel.Vni << 8);
        return h;
    }

    static uint Halves(uint word) => (word >> 16) + (word & 0xFFFF);
}
