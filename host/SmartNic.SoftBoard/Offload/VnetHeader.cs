using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SmartNic.Packets;

namespace SmartNic.SoftBoard.Offload;

/// <summary>
/// What a device left to do with a frame: <c>struct virtio_net_hdr</c> of a packet socket
/// (packet(7), PACKET_VNET_HDR; virtio 1.2 section 5.1.6), in the host's byte order. Linux hands
/// frames between its own devices with checksums that nobody has added up, and up to 64 KiB long.
/// </summary>
/// <param name="Flags">Bit 0: the checksum is to be completed.</param>
/// <param name="Kind">0, or what the frame is to be cut into.</param>
/// <param name="SegmentBytes">Payload of each piece.</param>
/// <param name="ChecksumStart">First byte that the checksum covers: the transport header.</param>
/// <param name="ChecksumOffset">Where it is put, from there.</param>
internal readonly record struct VnetHeader(
    byte Flags, byte Kind, ushort SegmentBytes, ushort ChecksumStart, ushort ChecksumOffset)
{
    /// <summary>Bytes of the header.</summary>
    public const int Bytes = 10;

    private const byte ToComplete = 1;
    private const byte CongestionBit = 0x80;
    private const byte Tcp4 = 1;
    private const byte Tcp6 = 4;
    private const byte Udp = 5;

    /// <summary>Whether only a part of the checksum is there.</summary>
    public bool NeedsChecksum => (Flags & ToComplete) != 0;

    /// <summary>Whether the frame stands for several.</summary>
    public bool IsSegmented => Kind != 0;

    /// <summary>Whether these are of TCP, over IPv4 or IPv6.</summary>
    public bool IsTcp => (Kind & ~CongestionBit) is Tcp4 or Tcp6;

    /// <summary>Whether these are datagrams of UDP.</summary>
    public bool IsUdp => Kind == Udp;

    /// <summary>Reads the header in front of a frame.</summary>
    public static VnetHeader Read(ReadOnlySpan<byte> bytes) => new(
        bytes[0],
        bytes[1],
        MemoryMarshal.Read<ushort>(bytes[4..]),
        MemoryMarshal.Read<ushort>(bytes[6..]),
        MemoryMarshal.Read<ushort>(bytes[8..]));

    /// <summary>The same for a frame with bytes put in front of its transport header.</summary>
    public VnetHeader Shifted(int bytes) => this with
    {
        ChecksumStart = (ushort)(ChecksumStart + bytes),
    };

    /// <summary>Adds the checksum up; the frame has that of its pseudo-header.</summary>
    /// <returns>False when it would not lie within the frame.</returns>
    public bool TryComplete(Span<byte> frame)
    {
        int at = ChecksumStart + ChecksumOffset;
        if (at + sizeof(ushort) > frame.Length)
        {
            return false;
        }

        ushort sum = InternetChecksum.Of(frame[ChecksumStart..]);

        // All ones is the same sum, and zero means none (RFC 768).
        BinaryPrimitives.WriteUInt16BigEndian(frame[at..], sum == 0 ? ushort.MaxValue : sum);
        return true;
    }
}
