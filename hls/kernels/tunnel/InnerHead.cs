using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Another DSCP and ECN: what changes in an IP header.</summary>
public struct MarkEdit
{
    /// <summary>Bits that flip in its first two bytes.</summary>
    public ushort First;

    /// <summary>Bits that flip in the checksum of IPv4.</summary>
    public ushort Checksum;
}

/// <summary>
/// The front of a tenant's frame from the wire, as far as it may be written again: Ethernet, up to
/// two VLAN tags, and the first 12 bytes of an IP header.
/// </summary>
public struct InnerHead
{
    /// <summary>Bytes of the frame that are kept.</summary>
    public const int Bytes = 40;

    /// <summary>It has a VLAN tag.</summary>
    public bool Tagged;

    /// <summary>It has two.</summary>
    public bool TaggedTwice;

    /// <summary>A whole IPv4 or IPv6 header follows.</summary>
    public bool IsIp;

    /// <summary>It is that of IPv6.</summary>
    public bool IsIp6;

    /// <summary>DSCP (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>ECN field (RFC 3168).</summary>
    public U2 Ecn;

    /// <summary>First two bytes of the IP header.</summary>
    public ushort First;

    /// <summary>Header checksum of IPv4.</summary>
    public ushort Sum;

    /// <summary>The first 40 bytes of the frame.</summary>
    public ulong W0, W1, W2, W3, W4;

    /// <summary>Reads the front of a frame.</summary>
    /// <param name="w">At its first byte.</param>
    /// <param name="length">Bytes of the frame.</param>
    public static InnerHead Parse(Window w, int length)
    {
        InnerHead h = default;
        h.W0 = w.U64(0);
        h.W1 = w.U64(8);
        h.W2 = w.U64(16);
        h.W3 = w.U64(24);
        h.W4 = w.U64(32);
        ushort type = w.U16(12);
        int l2 = Protocol.EthernetBytes;
        h.Tagged = type is Protocol.CTag or Protocol.STag;
        if (h.Tagged)
        {
            w = w.Skip(4);
            l2 += 4;
            type = w.U16(12);
            h.TaggedTwice = type == Protocol.CTag;
            if (h.TaggedTwice)
            {
                w = w.Skip(4);
                l2 += 4;
                type = w.U16(12);
            }
        }

        int available = length - l2;
        h.First = w.U16(14);
        h.Sum = w.U16(24);
        int version = h.First >> 12;
        bool ip4 = type == Protocol.Ipv4 & version == 4 & available >= 20;
        h.IsIp6 = type == Protocol.Ipv6 & version == 6 & available >= 40;
        h.IsIp = ip4 | h.IsIp6;
        byte traffic = h.IsIp6 ? (byte)(h.First >> 4) : (byte)h.First;
        h.Dscp = (U6)(traffic >> 2);
        h.Ecn = (U2)traffic;
        return h;
    }

    /// <summary>
    /// What changes with this DSCP and ECN; the checksum by RFC 1624 equation 3. Nothing changes
    /// without IP.
    /// </summary>
    public readonly MarkEdit Edit(U6 dscp, U2 ecn)
    {
        ushort traffic = (ushort)(((uint)dscp << 2) | (uint)ecn);
        ushort after = IsIp6 ? (ushort)((First & 0xF00F) | (traffic << 4))
            : (ushort)((First & 0xFF00) | traffic);
        MarkEdit e = default;
        e.First = IsIp ? (ushort)(First ^ after) : (ushort)0;
        e.Checksum = IsIp & !IsIp6
            ? (ushort)(Sum ^ Hls.Language.Checksum.Update(Sum, First, after))
            : (ushort)0;
        return e;
    }

    /// <summary>
    /// Cuts the frame out of its tunnel. If anything changes in its IP header, its front is edited
    /// as far as that.
    /// </summary>
    public readonly void Deliver(
        ref Verdict v, byte strip, U14 length, in MarkEdit plain, in MarkEdit other, bool isOther)
    {
        ushort first = isOther ? other.First : plain.First;
        ushort sum = isOther ? other.Checksum : plain.Checksum;
        uint front = first == 0 ? 0u : TaggedTwice ? 34u : Tagged ? 30u : 26u;
        v.EditBytes = (U7)front;
        v.Resume = (byte)(strip + front);
        v.Length = (U14)((uint)length - front);
        v.Edit[0] = W0;
        v.Edit[1] = W1 ^ (Tagged ? 0 : (ulong)first);
        v.Edit[2] = W2 ^ (!Tagged ? 0 : TaggedTwice ? first : (ulong)first << 32);
        v.Edit[3] = W3 ^ (TaggedTwice ? 0 : Tagged ? (ulong)sum << 16 : (ulong)sum << 48);
        v.Edit[4] = W4 ^ (TaggedTwice ? (ulong)sum << 48 : 0);
    }
}
