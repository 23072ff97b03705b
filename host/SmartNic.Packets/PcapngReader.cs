namespace SmartNic.Packets;

/// <summary>
/// Reads pcapng, from after its first block type on (draft-ietf-opsawg-pcapng): section header,
/// interface description, enhanced packet, simple packet and the obsolete packet block. Other
/// blocks are checked for their frame only and passed over.
/// </summary>
internal sealed class PcapngReader : CaptureReader
{
    public const uint SectionHeader = 0x0A0D0D0A;
    private const uint InterfaceDescription = 1;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;

    private readonly List<PcapngInterface> interfaces = [];
    private readonly PcapngBlockReader blocks;
    private int frameStart;
    private int frameLength;

    public PcapngReader(CaptureInput input) : base(input)
    {
        blocks = new PcapngBlockReader(input);
        blocks.ReadFirst();
    }

    public override ReadOnlySpan<byte> Frame => blocks.Body.Slice(frameStart, frameLength);

    public static bool IsPacket(uint type) =>
        type is EnhancedPacket or SimplePacket or ObsoletePacket;

    public override bool Next()
    {
        while (blocks.Next())
        {
            switch (blocks.Type)
            {
                case SectionHeader:
                    interfaces.Clear();
                    break;
                case InterfaceDescription:
                    AddInterface();
                    break;
                case EnhancedPacket:
                    if (ReadStamped(interfaceId: Need(20).U32(blocks.Body, 0)))
                    {
                        return true;
                    }

                    break;
                case ObsoletePacket:
                    if (ReadStamped(interfaceId: Need(20).U16(blocks.Body, 0)))
                    {
                        return true;
                    }

                    break;
                case SimplePacket:
                    if (ReadSimple())
                    {
                        return true;
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private void AddInterface()
    {
        if (interfaces.Count >= CaptureLimits.MaxInterfaces)
        {
            throw blocks.Error(0, $"more than {CaptureLimits.MaxInterfaces} interfaces");
        }

        interfaces.Add(PcapngInterface.Parse(blocks));
    }

    /// <summary>False for a packet that is cut and passed over.</summary>
    private bool ReadStamped(uint interfaceId)
    {
        var order = blocks.Order;
        var from = Interface(interfaceId);
        var units = ((ulong)order.U32(blocks.Body, 4) << 32) | order.U32(blocks.Body, 8);
        if (!from.TryToNs(units, out var ns))
        {
            throw blocks.PacketError(4, $"stamp {units} is outside of the years 1970 to 2554");
        }

        TimeNs = ns;
        HasTime = true;
        return TakeFrame(from, 20, order.U32(blocks.Body, 12), order.U32(blocks.Body, 16));
    }

    private bool ReadSimple()
    {
        var original = Need(4).U32(blocks.Body, 0);
        var from = Interface(0);
        var captured = from.SnapLength == 0 ? original : Math.Min(from.SnapLength, original);
        TimeNs = 0;
        HasTime = false;
        return TakeFrame(from, 4, captured, original);
    }

    private bool TakeFrame(PcapngInterface from, int start, uint captured, uint original)
    {
        if (!PacketLengths.IsWhole(Input, blocks.BodyOffset, captured, original))
        {
            return false;
        }

        if (captured > blocks.Body.Length - start)
        {
            throw blocks.PacketError(0, $"captured length {captured} exceeds its block, which has "
                + $"{blocks.Body.Length - start} bytes for it");
        }

        frameStart = start;
        frameLength = (int)captured;
        LinkType = from.LinkType;
        return true;
    }

    private PcapngInterface Interface(uint id)
    {
        if (id >= interfaces.Count)
        {
            throw blocks.PacketError(0, $"interface {id} is not described; the section has "
                + $"{interfaces.Count} interface description blocks before this packet");
        }

        return interfaces[(int)id];
    }

    private ByteOrder Need(int bytes)
    {
        if (blocks.Body.Length < bytes)
        {
            throw blocks.PacketError(0, $"packet block has a body of {blocks.Body.Length} bytes; "
                + $"expected at least {bytes}");
        }

        return blocks.Order;
    }
}
