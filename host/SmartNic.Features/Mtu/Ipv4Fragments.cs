using System.Buffers.Binary;
using SmartNic.Packets;

namespace SmartNic.Features;

/// <summary>Cuts an IPv4 packet into fragments (RFC 791 section 3.2).</summary>
internal static class Ipv4Fragments
{
    /// <summary>Bytes in front of each frame: its length.</summary>
    public const int LengthBytes = 2;

    private const byte CopiedOption = 0x80;
    private const byte EndOfOptions = 0;
    private const byte NoOption = 1;
    private const ushort MoreFragments = 0x2000;
    private const int MostHeaderBytes = 60;

    /// <summary>
    /// Writes the fragments as frames in their order, one behind the other, each behind its length.
    /// </summary>
    /// <param name="to">Takes them.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="packet">What it carries: IPv4 that may be cut.</param>
    /// <param name="mtu">Most bytes of a fragment.</param>
    /// <param name="count">How many there are; 0 when its options contradict themselves, it goes on
    /// behind the longest packet, or nothing fits.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(
        Span<byte> to, ReadOnlySpan<byte> frame, in IpPacket packet, int mtu, out int count)
    {
        count = 0;
        Span<byte> later = stackalloc byte[MostHeaderBytes];
        if (!TryLaterHeader(packet, later, out var laterBytes)
            || mtu < packet.HeaderBytes + 8
            || (packet.FragmentOffset * 8) + packet.Payload.Length > ushort.MaxValue)
        {
            return 0;
        }

        scoped ReadOnlySpan<byte> header = packet.Bytes[..packet.HeaderBytes];
        var data = packet.Payload;
        var flags = BinaryPrimitives.ReadUInt16BigEndian(packet.Bytes[6..]);
        var offset = (int)packet.FragmentOffset;
        var written = 0;
        do
        {
            var isLast = data.Length <= mtu - header.Length;
            var bytes = isLast ? data.Length : (mtu - header.Length) / 8 * 8;
            var length = packet.LinkBytes + header.Length + bytes;
            BinaryPrimitives.WriteUInt16BigEndian(to[written..], (ushort)length);
            var piece = to.Slice(written + LengthBytes, length);
            frame[..packet.LinkBytes].CopyTo(piece);
            var ip = piece[packet.LinkBytes..];
            header.CopyTo(ip);
            data[..bytes].CopyTo(ip[header.Length..]);
            BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(header.Length + bytes));
            BinaryPrimitives.WriteUInt16BigEndian(ip[6..], (ushort)(
                (isLast ? flags & 0xE000 : (flags & 0xE000) | MoreFragments) | offset));
            ip[10] = ip[11] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(
                ip[10..], InternetChecksum.Of(ip[..header.Length]));
            written += LengthBytes + length;
            offset += bytes / 8;
            data = data[bytes..];
            header = later[..laterBytes];
            count++;
        }
        while (data.Length > 0);
        return written;
    }

    /// <summary>The header of every fragment but the first: options without the copied flag are
    /// gone.</summary>
    private static bool TryLaterHeader(in IpPacket packet, Span<byte> header, out int bytes)
    {
        bytes = FrameFields.Ipv4Bytes;
        packet.Bytes[..FrameFields.Ipv4Bytes].CopyTo(header);
        var options = packet.Bytes[FrameFields.Ipv4Bytes..packet.HeaderBytes];
        while (options.Length > 0 && options[0] != EndOfOptions)
        {
            var length = options[0] == NoOption ? 1 : options.Length < 2 ? 0 : (int)options[1];
            if (length > options.Length || length < (options[0] == NoOption ? 1 : 2))
            {
                return false;
            }

            if ((options[0] & CopiedOption) != 0)
            {
                options[..length].CopyTo(header[bytes..]);
                bytes += length;
            }

            options = options[length..];
        }

        while (bytes % 4 != 0)
        {
            header[bytes++] = EndOfOptions;
        }

        header[0] = (byte)(0x40 | (bytes / 4));
        return true;
    }
}
