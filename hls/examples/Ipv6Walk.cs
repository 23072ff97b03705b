using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>What is behind the extension headers.</summary>
public struct UpperLayer
{
    /// <summary>It was reached.</summary>
    public bool Found;

    /// <summary>Its protocol number.</summary>
    public byte Protocol;

    /// <summary>Where it starts, from the IPv6 header on.</summary>
    public byte Offset;

    /// <summary>The packet is a fragment, and not the first one: no upper header is
    /// there.</summary>
    public bool IsLaterFragment;

    /// <summary>Ports of TCP, UDP and SCTP: source in the upper half.</summary>
    public uint Ports;
}

/// <summary>
/// Walks the extension headers of IPv6 (RFC 8200, section 4): hop-by-hop, routing, fragment
/// and destination options, up to three of them within 96 bytes. Authentication ends the walk.
/// </summary>
public static class Ipv6Walk
{
    const byte HopByHop = 0;
    const byte Routing = 43;
    const byte Fragment = 44;
    const byte Destination = 60;

    /// <summary>The upper layer of a packet.</summary>
    /// <param name="ip">The packet, from the IPv6 header on.</param>
    [Kernel("snic_ipv6_walk")]
    public static UpperLayer Run(Window ip)
    {
        UpperLayer upper = default;
        // What each place says as a fragment header: one bit to choose later, not thirteen.
        byte late = 0;
        for (int i = 0; i < 8; i++)
        {
            if (ip.U16(42 + i * 8) >> 3 != 0)
                late |= (byte)(1 << i);
        }

        byte next = ip.U8(6);
        int at = 40;
        for (int i = 0; i < 3 && IsExtension(next); i++)
        {
            Window header = ip.Skip(at);
            int length = next == Fragment ? 8 : 8 + (header.U8(1) << 3);
            if (next == Fragment && (late >> (at - 40 >> 3) & 1) != 0)
            {
                upper.IsLaterFragment = true;
                return upper;
            }

            next = header.U8(0);
            at += length;
            if (at > 96)
            {
                return upper;
            }
        }

        upper.Found = !IsExtension(next);
        upper.Protocol = next;
        upper.Offset = (byte)at;
        upper.Ports = next is 6 or 17 or 132 ? ip.Skip(at).U32(0) : 0;
        return upper;
    }

    static bool IsExtension(byte next) =>
        next is HopByHop or Routing or Fragment or Destination;
}
