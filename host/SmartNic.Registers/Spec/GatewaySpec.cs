using SmartNic.Kernels;
using static SmartNic.Registers.RegisterKind;

namespace SmartNic.Registers;

/// <summary>The register map of the gateway: the only place where a register is defined.</summary>
public static class GatewaySpec
{
    /// <summary>"SNIC" in ASCII, at offset 0 of the BAR.</summary>
    public const uint Magic = 0x534E4943;

    /// <summary>Bytes of a block: distance of the interface blocks too.</summary>
    public const uint BlockSize = 0x10000;

    // Behind all else, so that an entry can be of any width.
    private const uint TableData = 0x400;

    /// <summary>The device as a whole.</summary>
    public static DeviceSpec Device { get; } =
        new("snic", [Global(), Interface(), RingRegistersSpec.Block()], GatewayTables.All,
            [.. ReasonConstants.All().Select(r => r.Info)]);

    private static BlockSpec Global() =>
        new BlockBuilder("global", 0, BlockSize, isPerInterface: false,
                "Identity, generation and time; shared by all interfaces.")
            .Constant("MAGIC", 0x00, Magic, "\"SNIC\"")
            .Fields("VERSION", 0x04, Constant, "version of the register map", f => f
                .Reserved(31, 16)
                .Field("major", 15, 8, "changes break drivers")
                .Field("minor", 7, 0, "additions"), reset: 0x0001)
            .Word("SPEC_HASH_LO", 0x08, SpecHash, "hash of the specification, bits 31:0")
            .Word("SPEC_HASH_HI", 0x0C, SpecHash, "hash of the specification, bits 63:32")
            .Word("IF_COUNT", 0x10, Parameter, "number of interfaces")
            .Constant("IF_OFFSET", 0x14, BlockSize, "byte offset of interface block 0")
            .Constant("IF_STRIDE", 0x18, BlockSize, "byte distance of interface blocks")
            .Word("DATA_W", 0x1C, Parameter, "bits of a stream beat, 64..512")
            .Word("TENANTS", 0x20, Parameter, "tenant indices, index 0 (no tenant) included")
            .Word("SCRATCH", 0x24, Storage, "no function; for tests of the bus")
            .Fields("GENERATION", 0x28, Storage, "the world that new packets see", f => f
                .Reserved(31, 1)
                .Bit("generation", 0, "taken by a packet when its header enters the kernel"))
            .Fields("DRAINED", 0x2C, Status, "progress of a change of GENERATION or FENCE", f => f
                .Reserved(31, 1)
                .Bit("drained", 0, "1: no header of before the last change is in any pipeline"))
            .Wide("TIME_NS", 0x30, "free-running clock in ns")
            .Word("HASH_KEY0_LO", 0x38, Storage, HashKey(0, "31:0"))
            .Word("HASH_KEY0_HI", 0x3C, Storage, HashKey(0, "63:32"))
            .Word("HASH_KEY1_LO", 0x40, Storage, HashKey(1, "31:0"))
            .Word("HASH_KEY1_HI", 0x44, Storage, HashKey(1, "63:32"))
            .Word("NEXT_TRANSACTION_LO", 0x48, Storage,
                "number that the next flip takes, bits 31:0")
            .Word("NEXT_TRANSACTION_HI", 0x4C, Storage,
                "number that the next flip takes, bits 63:32")
            .Wide("TRANSACTION", 0x50, "number that is in force")
            .Word("FENCE", 0x58, Storage,
                "another number starts DRAINED over; nothing else changes")
            .Reserved(0x5C, BlockSize - 1)
            .Build();

    private static int EntryWords => TableSpec.WidestWords(GatewayTables.All);

    private static string HashKey(int generation, string bits) =>
        $"secret key of the hashes, generation {generation}, bits {bits}";

    private static BlockSpec Interface() =>
        PortCounters(new BlockBuilder("interface", BlockSize, BlockSize, isPerInterface: true,
                "Tables, counters and ports of one interface.")
            .Reserved(0x00, 0x3F)
            .Fields("TABLE_COMMIT", 0x40, Strobe, "writes TABLE_DATA to an entry", TableAddress)
            .Fields("TABLE_READ", 0x44, Strobe, "copies an entry to TABLE_DATA", TableAddress)
            .Fields("TABLE_STATUS", 0x48, Status, "progress of commit and read", f => f
                .Reserved(31, 1)
                .Bit("busy", 0, "1: TABLE_DATA is in use; further writes wait in the bus"))
            .Reserved(0x4C, 0x5F)
            .Fields("COUNTER_SELECT", 0x60, Strobe, "reads a counter", CounterAddress)
            .Fields("COUNTER_STATUS", 0x64, Status, "progress of select and clear", f => f
                .Reserved(31, 1)
                .Bit("busy", 0, "1: the four words below are not valid yet"))
            .Word("COUNTER_PACKETS_LO", 0x68, Status, "packets, bits 31:0")
            .Fields("COUNTER_PACKETS_HI", 0x6C, Status, "packets, bits 47:32", f => f
                .Reserved(31, 16).Field("value", 15, 0, "wraps at 2^48"))
            .Word("COUNTER_BYTES_LO", 0x70, Status, "bytes, bits 31:0")
            .Fields("COUNTER_BYTES_HI", 0x74, Status, "bytes, bits 55:32", f => f
                .Reserved(31, 24).Field("value", 23, 0, "wraps at 2^56"))
            .Fields("COUNTER_CLEAR", 0x78, Strobe,
                "sets a counter to zero and gives what it was", CounterAddress)
            .Reserved(0x7C, 0x7F))
            .Reserved(0x110, TableData - 1)
            .Staging("TABLE_DATA", TableData, EntryWords, "an entry; word 0 holds its bits 31:0")
            .Reserved(TableData + (4 * (uint)EntryWords), BlockSize - 1)
            .Build();

    private static BlockBuilder PortCounters(BlockBuilder block)
    {
        string[] ports = ["WIRE_IN", "WIRE_OUT", "HOST_IN", "HOST_OUT", "SLOW_IN", "SLOW_OUT"];
        uint offset = 0x80;
        foreach (var port in ports)
        {
            block.Wide(port + "_PACKETS", offset, "frames since reset")
                .Wide(port + "_BYTES", offset + 8, "their bytes, no FCS");
            offset += 16;
        }

        foreach (var output in (string[])["WIRE", "HOST", "SLOW"])
        {
            block.Wide(output + "_COPIES", offset, "copies since reset")
                .Wide(output + "_COPIES_LOST", offset + 8, "copies without room");
            offset += 16;
        }

        return block;
    }

    private static void TableAddress(FieldBuilder fields) => fields
        .Field("table", 31, 24, "table id")
        .Field("index", 23, 0, "entry; beyond the depth nothing happens, a read gives 0");

    private static void CounterAddress(FieldBuilder fields) => fields
        .Bit("direction", 31, "0 rx, 1 tx")
        .Reserved(30, CounterIndex.Bits)
        .Field("index", CounterIndex.Bits - 1, 0, "{0, tenant, class}, or {1, reason} for all");
}
