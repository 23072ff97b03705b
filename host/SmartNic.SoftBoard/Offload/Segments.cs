using System.Buffers.Binary;
using SmartNic.Kernels;
using SmartNic.Packets;

namespace SmartNic.SoftBoard.Offload;

/// <summary>
/// Cuts a long frame of TCP or UDP into the frames that a network card would send for it: headers
/// and a piece of the payload each, with lengths, numbers, flags and checksums of its own
/// (RFC 9293; Linux, Documentation/networking/segmentation-offloads.rst).
/// </summary>
internal ref struct Segments
{
    private const byte LastOnly = 0x09;     // FIN, PSH
    private const byte FirstOnly = 0x80;    // CWR
    private const int UdpChecksumAt = 6;

    private readonly ReadOnlySpan<byte> _frame;
    private readonly Span<byte> _buffer;
    private readonly VnetHeader _header;
    private readonly SegmentLayout _layout;
    private int _index;

    private Segments(
        ReadOnlySpan<byte> frame, Span<byte> buffer, VnetHeader header, SegmentLayout layout)
    {
        _frame = frame;
        _buffer = buffer;
        _header = header;
        _layout = layout;
    }

    /// <summary>Begins with a frame.</summary>
    /// <param name="frame">The long frame.</param>
    /// <param name="header">What is to be done with it.</param>
    /// <param name="buffer">Room for a piece, Protocol.MaxFrameBytes.</param>
    /// <param name="segments">Gives the pieces.</param>
    /// <returns>False when it cannot be cut: unknown headers, or pieces that are too long.
    /// </returns>
    public static bool TryBegin(
        ReadOnlySpan<byte> frame, in VnetHeader header, Span<byte> buffer,
        out Segments segments)
    {
        segments = default;
        if (!SegmentLayout.TryFind(frame, header, out SegmentLayout layout)
            || layout.Payload + header.SegmentBytes > buffer.Length)
        {
            return false;
        }

        segments = new Segments(frame, buffer, header, layout);
        return true;
    }

    /// <summary>The next piece, valid until the one after it.</summary>
    /// <returns>False behind the last one.</returns>
    public bool TryNext(out ReadOnlySpan<byte> segment)
    {
        int from = _layout.Payload + (_index * _header.SegmentBytes);
        segment = default;
        if (_index > 0 && from >= _frame.Length)
        {
            return false;
        }

        int bytes = Math.Min(_header.SegmentBytes, _frame.Length - from);
        Span<byte> piece = _buffer[..(_layout.Payload + bytes)];
        _frame[.._layout.Payload].CopyTo(piece);
        _frame.Slice(from, bytes).CopyTo(piece[_layout.Payload..]);
        WriteIp(piece[_layout.Ip..]);
        WriteTransport(piece, isLast: from + bytes == _frame.Length);
        if (_layout.OuterIp != 0)
        {
            WriteTunnel(piece);
        }

        _index++;
        segment = piece;
        return true;
    }

    /// <summary>An IP header and what is behind it to the end.</summary>
    private readonly void WriteIp(Span<byte> ip)
    {
        if (ip[0] >> 4 == 6)
        {
            BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)(ip.Length - 40));
            return;
        }

        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)ip.Length);
        int id = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]) + _index;
        BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)id);
        ip[10] = ip[11] = 0;
        ushort sum = InternetChecksum.Of(ip[..((ip[0] & 15) * 4)]);
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], sum);
    }

    private static void WriteLength(Span<byte> udp) =>
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length);

    private readonly void WriteTransport(Span<byte> piece, bool isLast)
    {
        Span<byte> transport = piece[_layout.Transport..];
        if (_header.IsUdp)
        {
            WriteLength(transport);
        }
        else
        {
            uint number = BinaryPrimitives.ReadUInt32BigEndian(transport[4..]);
            BinaryPrimitives.WriteUInt32BigEndian(
                transport[4..], number + (uint)(_index * _header.SegmentBytes));
            int away = (isLast ? 0 : LastOnly) | (_index == 0 ? 0 : FirstOnly);
            transport[13] &= (byte)~away;
        }

        WriteChecksum(
            piece[_layout.Ip..], transport, _header.ChecksumOffset,
            _header.IsUdp ? Protocol.Udp : Protocol.Tcp);
    }

    /// <summary>The headers of the tunnel; a checksum only where there was one.</summary>
    private readonly void WriteTunnel(Span<byte> piece)
    {
        Span<byte> udp = piece[_layout.OuterUdp..];
        WriteIp(piece[_layout.OuterIp..]);
        WriteLength(udp);
        if ((udp[UdpChecksumAt] | udp[UdpChecksumAt + 1]) != 0)
        {
            WriteChecksum(piece[_layout.OuterIp..], udp, UdpChecksumAt, Protocol.Udp);
        }
    }

    private static void WriteChecksum(
        ReadOnlySpan<byte> ip, Span<byte> transport, int at, byte protocol)
    {
        ReadOnlySpan<byte> addresses = ip[0] >> 4 == 4 ? ip.Slice(12, 8) : ip.Slice(8, 32);
        transport[at] = transport[at + 1] = 0;
        ushort sum = InternetChecksum.Of(addresses, protocol, transport);
        BinaryPrimitives.WriteUInt16BigEndian(
            transport[at..], sum == 0 ? ushort.MaxValue : sum);
    }
}
