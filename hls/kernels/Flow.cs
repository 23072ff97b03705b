using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What names a tenant's flow: the 5-tuple, addresses of IPv6 folded to 32 bits.</summary>
public struct Flow
{
    /// <summary>The frame carries IPv4 or IPv6.</summary>
    public bool Ip;

    /// <summary>IPv6 neighbour solicitation (RFC 4861 section 4.3).</summary>
    public bool Solicits;

    /// <summary>Source address, folded.</summary>
    public uint Source;

    /// <summary>Destination address, folded.</summary>
    public uint Destination;

    /// <summary>IP protocol number.</summary>
    public byte Protocol;

    /// <summary>Source and destination port of an unfragmented TCP or UDP packet, else 0.</summary>
    public uint Ports;

    /// <summary>Reads IPv4 with options, or IPv6 without extension headers.</summary>
    public static Flow Parse(Window w, ushort type, int available)
    {
        Flow f = default;
        int header = 40;
        bool whole = true;
        if (type == Kernels.Protocol.Ipv4)
        {
            int ihl = w.U8(0) & 15;
            if ((w.U8(0) >> 4) != 4 | ihl < 5)
            {
                return f;
            }

            header = ihl << 2;
            f.Source = w.U32(12);
            f.Destination = w.U32(16);
            f.Protocol = w.U8(9);
            whole = (w.U16(6) & 0x3FFF) == 0;
        }
        else if (type == Kernels.Protocol.Ipv6)
        {
            f.Source = w.U32(8) ^ w.U32(12) ^ w.U32(16) ^ w.U32(20);
            f.Destination = w.U32(24) ^ w.U32(28) ^ w.U32(32) ^ w.U32(36);
            f.Protocol = w.U8(6);
            f.Solicits = f.Protocol == Kernels.Protocol.Icmpv6 & available >= 64
                & w.U8(40) == Kernels.Protocol.NeighbourSolicitation;
        }
        else
        {
            return f;
        }

        f.Ip = true;
        bool ports = f.Protocol is Kernels.Protocol.Tcp or Kernels.Protocol.Udp;
        if (ports & whole & available >= header + 4)
        {
            f.Ports = w.Skip(header).U32(0);
        }

        return f;
    }
}
