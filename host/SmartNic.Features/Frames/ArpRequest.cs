using System.Buffers.Binary;

namespace SmartNic.Features;

/// <summary>An ARP request for an IPv4 address on Ethernet (RFC 826), read from a frame.</summary>
/// <param name="SenderMac">Hardware address of the one who asks.</param>
/// <param name="SenderIp">Its address; 0 in a probe (RFC 5227 section 2.1.1).</param>
/// <param name="TargetIp">The address asked for.</param>
internal readonly record struct ArpRequest(ulong SenderMac, uint SenderIp, uint TargetIp)
{
    /// <summary>Ethernet header and ARP body.</summary>
    public const int FrameBytes = FrameFields.EthernetBytes + 28;

    // Ethernet (1), IPv4 (0x0800), 6 and 4 address bytes, then the operation.
    private const ulong RequestStart = 0x0001_0800_0604_0001;
    private const ulong ReplyStart = 0x0001_0800_0604_0002;

    /// <summary>An announcement: a host tells its own address and waits for no answer.</summary>
    public bool IsGratuitous => SenderIp == TargetIp;

    /// <summary>Reads a request; false for every other frame.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out ArpRequest request)
    {
        request = default;
        if (frame.Length < FrameBytes
            || BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) != FrameFields.TypeArp)
        {
            return false;
        }

        ReadOnlySpan<byte> arp = frame[FrameFields.EthernetBytes..];
        if (BinaryPrimitives.ReadUInt64BigEndian(arp) != RequestStart)
        {
            return false;
        }

        request = new ArpRequest(
            Address.ReadMac(arp[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(arp[14..]),
            BinaryPrimitives.ReadUInt32BigEndian(arp[24..]));
        return true;
    }

    /// <summary>Writes the answer "the target is at <paramref name="mac"/>".</summary>
    /// <returns>Bytes written: the minimum frame, zero padded.</returns>
    public int WriteReply(Span<byte> frame, ulong mac)
    {
        frame = frame[..FrameFields.MinimumFrameBytes];
        frame.Clear();
        Address.WriteMac(frame, SenderMac);
        Address.WriteMac(frame[6..], mac);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], FrameFields.TypeArp);
        Span<byte> arp = frame[FrameFields.EthernetBytes..];
        BinaryPrimitives.WriteUInt64BigEndian(arp, ReplyStart);
        Address.WriteMac(arp[8..], mac);
        BinaryPrimitives.WriteUInt32BigEndian(arp[14..], TargetIp);
        Address.WriteMac(arp[18..], SenderMac);
        BinaryPrimitives.WriteUInt32BigEndian(arp[24..], SenderIp);
        return frame.Length;
    }
}
