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
/// The front of what a tenant gets from the wire, as far as it may be written again: Ethernet, up
/// to two VLAN tags, and the first 12 bytes of an IP header; or an IP header alone.
/// </summary>
public struct InnerHead
{
    /// <summary>Bytes of it that are kept.</summary>
    public const int Bytes = 40;

    /// <summary>None, or what is wrong with IP without Ethernet.</summary>
    public Reason Refused;

    /// <summary>It is IP without Ethernet.</summary>
    public bool IsBare;

    /// <summary>It has a VLAN tag.</summary>
    public bool Tagged;

    /// <summary>It has two.</summary>
    public bool TaggedTwice;

    /// <summary>A whole IPv4 or IPv6 header follows.</summary>
    public bool IsIp;

    /// <summary>It is that of IPv6.</summary>
    public bool IsIp6;

    /// <summary>Bytes of the IP packet as its header has it.</summary>
    public int IpBytes;

    /// <summary>DSCP (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>ECN field (RFC 3168).</summary>
    public U2 Ecn;

    /// <summary>First two bytes of the IP header.</summary>
    public ushort First;

    /// <summary>Header checksum of IPv4.</summary>
    public ushort Sum;

    /// <summary>The first 40 bytes.</summary>
    public ulong W0, W1, W2, W3, W4;

    /// <summary>Keeps the front of a frame, or of a packet.</summary>
    /// <param name="w">At its first byte.</param>
    public static InnerHead Keep(Window w)
    {
        InnerHead h = default;
        h.W0 = w.U64(0);
        h.W1 = w.U64(8);
        h.W2 = w.U64(16);
        h.W3 = w.U64(24);
        h.W4 = w.U64(32);
        return h;
    }

    /// <summary>What the kept bytes say.</summary>
    /// <param name="carries">What they are the front of.</param>
    /// <param name="length">Bytes of the whole.</param>
    public readonly InnerHead Read(Carried carries, int length)
    {
        InnerHead h = this;
        ushort type = (ushort)(W1 >> 16);
        h.IsBare = carries != Carried.Ethernet;
        h.Tagged = !h.IsBare & type is Protocol.CTag or Protocol.STag;
        h.TaggedTwice = h.Tagged & (ushort)(W2 >> 48) == Protocol.CTag;
        int l2 = h.IsBare ? 0 : h.TaggedTwice ? 22 : h.Tagged ? 18 : Protocol.EthernetBytes;
        type = carries == Carried.Ipv4 ? Protocol.Ipv4
            : carries == Carried.Ipv6 ? Protocol.Ipv6
            : h.TaggedTwice ? (ushort)(W2 >> 16)
            : h.Tagged ? (ushort)(W2 >> 48)
            : type;

        // The first eight bytes of the IP header, where there is one.
        ulong first = h.IsBare ? W0
            : h.TaggedTwice ? (W2 << 48) | (W3 >> 16)
            : h.Tagged ? (W2 << 16) | (W3 >> 48)
            : (W1 << 48) | (W2 >> 16);
        h.Sum = h.IsBare ? (ushort)(W1 >> 32)
            : h.TaggedTwice ? (ushort)(W4 >> 48)
            : h.Tagged ? (ushort)(W3 >> 16)
            : (ushort)(W3 >> 48);
        h.First = (ushort)(first >> 48);
        int available = length - l2;
        int version = h.First >> 12;
        bool ip4 = type == Protocol.Ipv4 & version == 4 & available >= 20;
        h.IsIp6 = type == Protocol.Ipv6 & version == 6 & available >= 40;
        h.IsIp = ip4 | h.IsIp6;
        h.IpBytes = h.IsIp6 ? 40 + (ushort)(first >> 16) : (ushort)(first >> 32);
        h.Refused = !h.IsBare ? Reason.None
            : !h.IsIp ? Reasons.InnerHeader
            : h.IpBytes > available | h.IpBytes < 20 ? Reasons.InnerLength
            : Reason.None;
        byte traffic = h.IsIp6 ? (byte)(h.First >> 4) : (byte)h.First;
        h.Dscp = (U6)(traffic >> 2);
        h.Ecn = (U2)traffic;
        return h;
    }

    /// <summary>IP without Ethernet gets a header of its own.</summary>
    public readonly void Rebuild(ref Verdict v, U48 destination, U48 source)
    {
        ushort type = IsIp6 ? Protocol.Ipv6 : Protocol.Ipv4;
        v.PrefixBytes = (U7)(IsBare ? (uint)Protocol.EthernetBytes : 0u);
        v.Prefix[0] = ((ulong)destination << 16) | ((ulong)source >> 32);
        v.Prefix[1] = ((ulong)source << 32) | ((ulong)type << 16);
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
    /// Cuts it out of its tunnel. If anything changes in its IP header, its front is edited
    /// as far as that.
    /// </summary>
    public readonly void Deliver(
        ref Verdict v, byte strip, U14 length, in MarkEdit plain, in MarkEdit other, bool isOther)
    {
        ushort first = isOther ? other.First : plain.First;
        ushort sum = isOther ? other.Checksum : plain.Checksum;
        uint front = first == 0 ? 0u
            : IsBare ? 12u
            : TaggedTwice ? 34u
            : Tagged ? 30u
            : 26u;
        uint made = IsBare ? (uint)Protocol.EthernetBytes : 0u;
        v.EditBytes = (U7)front;
        v.Resume = (byte)(strip + front);
        v.Length = (U14)((uint)length - made - front);
        v.Edit[0] = W0 ^ (IsBare ? (ulong)first << 48 : 0);
        v.Edit[1] = W1 ^ (IsBare ? (ulong)sum << 32 : Tagged ? 0 : (ulong)first);
        v.Edit[2] = W2 ^ (!Tagged ? 0 : TaggedTwice ? first : (ulong)first << 32);
        v.Edit[3] = W3 ^ (IsBare | TaggedTwice ? 0 : Tagged ? (ulong)sum << 16 : (ulong)sum << 48);
        v.Edit[4] = W4 ^ (TaggedTwice ? (ulong)sum << 48 : 0);
    }
}
