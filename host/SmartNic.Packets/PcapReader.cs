namespace SmartNic.Packets;

/// <summary>Reads pcap, from after its magic number on (draft-ietf-opsawg-pcap).</summary>
internal sealed class PcapReader : CaptureReader
{
    private const int FileHeaderRest = 20;
    private const int RecordHeaderBytes = 16;
    private const uint FcsPresent = 1u << 26;

    private readonly ByteOrder order;
    private readonly uint unitNs;
    private byte[] buffer = new byte[2048];
    private int length;

    public PcapReader(CaptureInput input, bool bigEndian, uint unitNs) : base(input)
    {
        order = new ByteOrder(bigEndian);
        this.unitNs = unitNs;
        Span<byte> header = stackalloc byte[FileHeaderRest];
        input.Read(header, "the rest of the pcap file header");
        var major = order.U16(header, 0);
        var minor = order.U16(header, 2);
        if (major != 2 || minor != 4)
        {
            throw input.Error(4, $"pcap version {major}.{minor}; expected 2.4");
        }

        var link = order.U32(header, 16);
        if ((link & FcsPresent) != 0 && link >> 28 != 0)
        {
            throw input.Error(20, $"packets end in an FCS of {(link >> 28) * 2} bytes; "
                + "expected packets without FCS (cut it off: editcap -C)");
        }

        LinkType = (ushort)link;
        HasTime = true;
    }

    public override ReadOnlySpan<byte> Frame => buffer.AsSpan(0, length);

    public override bool Next()
    {
        while (NextRecord(out var isWhole))
        {
            if (isWhole)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a record; false at the end of the file.</summary>
    private bool NextRecord(out bool isWhole)
    {
        Span<byte> header = stackalloc byte[RecordHeaderBytes];
        isWhole = false;
        var start = Input.Offset;
        Input.PacketNumber++;
        Input.InPacket = true;
        if (!Input.TryRead(header[..1], "a packet header"))
        {
            Input.PacketNumber--;
            return false;
        }

        if (!Input.TryReadPacket(header[1..], "the rest of a packet header"))
        {
            return false;
        }

        var fraction = order.U32(header, 4);
        if (fraction >= 1_000_000_000 / unitNs)
        {
            throw Input.PacketError(start + 4, $"fraction of a second is {fraction} units of "
                + $"{unitNs} ns; expected less than {1_000_000_000 / unitNs}");
        }

        var captured = order.U32(header, 8);
        isWhole = PacketLengths.IsWhole(Input, start + 8, captured, order.U32(header, 12));
        TimeNs = (order.U32(header, 0) * 1_000_000_000UL) + (fraction * unitNs);
        length = (int)captured;
        PacketLengths.Reserve(ref buffer, length);

        // A packet is counted as cut once, also where the file ends within its shortened bytes.
        return isWhole ? Input.TryReadPacket(buffer.AsSpan(0, length), "the packet")
            : Input.TrySkip(buffer.AsSpan(0, length));
    }
}
