using static SmartNic.Registers.RegisterKind;

namespace SmartNic.Registers;

/// <summary>Registers of the packet rings (hw/ring), beside those of the gateway.</summary>
internal static class RingRegistersSpec
{
    /// <summary>"RING" in ASCII.</summary>
    public const uint Magic = 0x52494E47;

    /// <summary>Offset of the block: address bit 23, which splits the BAR in two halves.</summary>
    public const uint Base = 0x80_0000;

    private const uint EntryBytes = 16;

    // The slow port's longest frame, 9216 bytes, and its metadata header.
    private const uint MaxFrameBytes = 9248;

    public static BlockSpec Block()
    {
        var block = new BlockBuilder("ring", Base, GatewaySpec.BlockSize, isPerInterface: false,
                "Packet rings in host memory behind the slow ports; there on boards with DMA.")
            .Constant("ID", 0x00, Magic, "\"RING\"; reads 0 on a board without rings")
            .Constant("ENTRY_BYTES", 0x04, EntryBytes, "bytes of a ring entry")
            .Constant("MAX_FRAME_BYTES", 0x08, MaxFrameBytes, "longest frame, header included")
            .Reserved(0x0C, 0x3F);
        Ring(block, "RX", 0x40, "from the board")
            .Wide("RX_DROPS", 0x70, "frames without room")
            .Reserved(0x78, 0x7F);
        return Ring(block, "TX", 0x80, "to the board")
            .Reserved(0xB0, GatewaySpec.BlockSize - 1)
            .Build();
    }

    private static BlockBuilder Ring(
        BlockBuilder block, string name, uint at, string direction) => block
        .Word(name + "_BASE_LO", at, Storage, "bus address of entry 0, bits 31:0")
        .Word(name + "_BASE_HI", at + 0x04, Storage, "bits 63:32")
        .Fields(name + "_CONTROL", at + 0x08, Storage, "ring " + direction, f => f
            .Reserved(31, 5)
            .Field("size", 4, 1, "the ring has 2^size entries")
            .Bit("enable", 0, "0: ends after the present entry, then head is 0"))
        .Fields(name + "_TAIL", at + 0x0C, Storage, "entries given to the board", f => f
            .Reserved(31, 16)
            .Field("count", 15, 0, "counts up for ever; 0 before the ring is enabled"))
        .Fields(name + "_STATUS", at + 0x10, Status, "state of the ring", f => f
            .Reserved(31, 10)
            .Field("code", 9, 6, "error of the DMA operation that stopped it")
            .Field("cause", 5, 2, "1 entry not read, 2 entry not written, 3 tail beyond the ring")
            .Bit("stopped", 1, "1: an error stopped it; disable and enable it again")
            .Bit("busy", 0, "0: disabled, and host memory is not used any more"))
        .Fields(name + "_HEAD", at + 0x14, Status, "entries done", f => f
            .Reserved(31, 16)
            .Field("count", 15, 0, "counts up for ever"))
        .Wide(name + "_PACKETS", at + 0x18, "frames moved")
        .Wide(name + "_BYTES", at + 0x20, "their bytes")
        .Wide(name + "_ERRORS", at + 0x28, "entries with an error");
}
