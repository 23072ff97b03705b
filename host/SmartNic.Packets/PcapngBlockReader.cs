using System.Buffers.Binary;

namespace SmartNic.Packets;

/// <summary>Cuts a pcapng file into blocks and checks the frame of each.</summary>
internal sealed class PcapngBlockReader(CaptureInput input)
{
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const uint ByteOrderMagicSwapped = 0x4D3C2B1A;
    private const int OverheadBytes = 12;

    private byte[] buffer = new byte[4096];
    private int bodyLength;
    private long start;

    public uint Type { get; private set; }

    public ByteOrder Order { get; private set; }

    /// <summary>Bytes between the block's two length fields.</summary>
    public ReadOnlySpan<byte> Body => buffer.AsSpan(0, bodyLength);

    /// <summary>Offset of the body in the file.</summary>
    public long BodyOffset => start + 8;

    /// <summary>Reads the section header that starts the file; its type is read already.</summary>
    public void ReadFirst()
    {
        start = 0;
        Type = PcapngReader.SectionHeader;
        ReadRest();
    }

    /// <summary>Reads the next block; false at the end of the file.</summary>
    public bool Next()
    {
        Span<byte> type = stackalloc byte[4];
        start = input.Offset;
        input.InPacket = false;
        if (!input.TryRead(type[..1], "a block type")
            || !input.TryReadPacket(type[1..], "the rest of a block type"))
        {
            return false;
        }

        // The section header's type reads the same in both byte orders; it may change the order.
        Type = Order.U32(type, 0);
        if (PcapngReader.IsPacket(Type))
        {
            input.PacketNumber++;
            input.InPacket = true;
        }

        return ReadRest();
    }

    public CaptureException Error(int bodyAt, string message) =>
        input.Error(BodyOffset + bodyAt, message);

    public CaptureException PacketError(int bodyAt, string message) =>
        input.PacketError(BodyOffset + bodyAt, message);

    /// <summary>Reads a block; false when the file ends within it, and that is passed over.
    /// </summary>
    private bool ReadRest()
    {
        Span<byte> word = stackalloc byte[4];
        if (!Read(word, "a block length"))
        {
            return false;
        }

        var bodyStart = 0;
        if (Type == PcapngReader.SectionHeader)
        {
            input.Read(buffer.AsSpan(0, 4), "the byte-order magic");
            Order = OrderOf(buffer);
            bodyStart = 4;
        }

        var total = Order.U32(word, 0);
        var least = OverheadBytes + (bodyStart == 0 ? 0 : 16);
        if (total % 4 != 0 || total < least || total > CaptureLimits.MaxBlockBytes)
        {
            throw input.Error(start + 4, $"block of type 0x{Type:X8} has length {total}; expected "
                + $"a multiple of 4 from {least} to {CaptureLimits.MaxBlockBytes}");
        }

        bodyLength = (int)total - OverheadBytes;
        if (buffer.Length < bodyLength)
        {
            Array.Resize(ref buffer, bodyLength + (bodyLength / 2));
        }

        if (!Read(buffer.AsSpan(bodyStart, bodyLength - bodyStart), "a block body"))
        {
            return false;
        }

        var at = input.Offset;
        if (!Read(word, "the closing length of a block"))
        {
            return false;
        }

        if (Order.U32(word, 0) != total)
        {
            throw input.Error(at, $"closing length of the block is {Order.U32(word, 0)}; expected "
                + $"{total}, as at its start");
        }

        CheckVersion();
        return true;
    }

    /// <summary>
    /// A block that the end of the file cuts is taken for a packet, which nearly all are.
    /// </summary>
    private bool Read(Span<byte> target, string expected)
    {
        if (Type != PcapngReader.SectionHeader)
        {
            return input.TryReadPacket(target, expected);
        }

        input.Read(target, expected);
        return true;
    }

    private void CheckVersion()
    {
        if (Type == PcapngReader.SectionHeader && Order.U16(buffer, 4) != 1)
        {
            throw Error(4, $"pcapng version {Order.U16(buffer, 4)}; expected 1");
        }
    }

    private ByteOrder OrderOf(ReadOnlySpan<byte> magic) =>
        BinaryPrimitives.ReadUInt32BigEndian(magic) switch
        {
            ByteOrderMagic => new ByteOrder(bigEndian: true),
            ByteOrderMagicSwapped => new ByteOrder(bigEndian: false),
            var other => throw input.Error(start + 8, $"byte-order magic is 0x{other:X8}; "
                + "expected 0x1A2B3C4D in either byte order"),
        };
}
