// Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.
namespace SmartNic.Registers;

/// <summary>The specification that this library was built from.</summary>
public static class RegisterSpecHash
{
    /// <summary>What SPEC_HASH_HI:SPEC_HASH_LO of a matching board reads.</summary>
    public const ulong Value = 0x78918D3178DDC024;
}

/// <summary>Identity, generation and time; shared by all interfaces.</summary>
public static class GlobalRegisters
{
    /// <summary>Byte offset of the (first) block in the BAR.</summary>
    public const uint Base = 0x0;

    /// <summary>Bytes of a block.</summary>
    public const uint Size = 0x10000;

    /// <summary>
    /// ro: "SNIC".
    /// </summary>
    public const uint Magic = 0x0;

    /// <summary>
    /// What MAGIC reads.
    /// </summary>
    public const uint MagicValue = 0x534E4943;

    /// <summary>
    /// ro: version of the register map.
    /// </summary>
    public const uint Version = 0x4;

    /// <summary>
    /// What VERSION reads.
    /// </summary>
    public const uint VersionValue = 0x1;

    /// <summary>
    /// Bits 15:8 of VERSION: changes break drivers.
    /// </summary>
    public static uint VersionMajor(uint word) =>
        (word >> 8) & 0xFF;

    /// <summary>
    /// Bits 7:0 of VERSION: additions.
    /// </summary>
    public static uint VersionMinor(uint word) =>
        (word >> 0) & 0xFF;

    /// <summary>
    /// ro: hash of the specification, bits 31:0.
    /// </summary>
    public const uint SpecHashLo = 0x8;

    /// <summary>
    /// ro: hash of the specification, bits 63:32.
    /// </summary>
    public const uint SpecHashHi = 0xC;

    /// <summary>
    /// ro: number of interfaces.
    /// </summary>
    public const uint IfCount = 0x10;

    /// <summary>
    /// ro: byte offset of interface block 0.
    /// </summary>
    public const uint IfOffset = 0x14;

    /// <summary>
    /// What IF_OFFSET reads.
    /// </summary>
    public const uint IfOffsetValue = 0x10000;

    /// <summary>
    /// ro: byte distance of interface blocks.
    /// </summary>
    public const uint IfStride = 0x18;

    /// <summary>
    /// What IF_STRIDE reads.
    /// </summary>
    public const uint IfStrideValue = 0x10000;

    /// <summary>
    /// ro: bits of a stream beat, 64..512.
    /// </summary>
    public const uint DataW = 0x1C;

    /// <summary>
    /// ro: tenant indices, index 0 (no tenant) included.
    /// </summary>
    public const uint Tenants = 0x20;

    /// <summary>
    /// rw: no function; for tests of the bus.
    /// </summary>
    public const uint Scratch = 0x24;

    /// <summary>
    /// rw: the world that new packets see.
    /// </summary>
    public const uint Generation = 0x28;

    /// <summary>
    /// A word for GENERATION; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="generation">taken by a packet when its header enters the kernel</param>
    public static uint GenerationWord(uint generation) =>
        ((generation & 0x1) << 0);

    /// <summary>
    /// ro: progress of a change of GENERATION or FENCE.
    /// </summary>
    public const uint Drained = 0x2C;

    /// <summary>
    /// Bits 0:0 of DRAINED: 1: no header of before the last change is in any pipeline.
    /// </summary>
    public static uint DrainedDrained(uint word) =>
        (word >> 0) & 0x1;

    /// <summary>
    /// ro: free-running clock in ns, bits 31:0.
    /// </summary>
    public const uint TimeNsLo = 0x30;

    /// <summary>
    /// ro: free-running clock in ns, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint TimeNsHi = 0x34;

    /// <summary>
    /// rw: secret key of the hashes, generation 0, bits 31:0.
    /// </summary>
    public const uint HashKey0Lo = 0x38;

    /// <summary>
    /// rw: secret key of the hashes, generation 0, bits 63:32.
    /// </summary>
    public const uint HashKey0Hi = 0x3C;

    /// <summary>
    /// rw: secret key of the hashes, generation 1, bits 31:0.
    /// </summary>
    public const uint HashKey1Lo = 0x40;

    /// <summary>
    /// rw: secret key of the hashes, generation 1, bits 63:32.
    /// </summary>
    public const uint HashKey1Hi = 0x44;

    /// <summary>
    /// rw: number that the next flip takes, bits 31:0.
    /// </summary>
    public const uint NextTransactionLo = 0x48;

    /// <summary>
    /// rw: number that the next flip takes, bits 63:32.
    /// </summary>
    public const uint NextTransactionHi = 0x4C;

    /// <summary>
    /// ro: number that is in force, bits 31:0.
    /// </summary>
    public const uint TransactionLo = 0x50;

    /// <summary>
    /// ro: number that is in force, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint TransactionHi = 0x54;

    /// <summary>
    /// rw: another number starts DRAINED over; nothing else changes.
    /// </summary>
    public const uint Fence = 0x58;
}

/// <summary>Tables, counters and ports of one interface.</summary>
public static class InterfaceRegisters
{
    /// <summary>Byte offset of the (first) block in the BAR.</summary>
    public const uint Base = 0x10000;

    /// <summary>Bytes of a block.</summary>
    public const uint Size = 0x10000;

    /// <summary>
    /// wo: writes TABLE_DATA to an entry.
    /// </summary>
    public const uint TableCommit = 0x40;

    /// <summary>
    /// A word for TABLE_COMMIT; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="table">table id</param>
    /// <param name="index">entry; beyond the depth nothing happens, a read gives 0</param>
    public static uint TableCommitWord(uint table, uint index) =>
        ((table & 0xFF) << 24) | ((index & 0xFFFFFF) << 0);

    /// <summary>
    /// wo: copies an entry to TABLE_DATA.
    /// </summary>
    public const uint TableRead = 0x44;

    /// <summary>
    /// A word for TABLE_READ; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="table">table id</param>
    /// <param name="index">entry; beyond the depth nothing happens, a read gives 0</param>
    public static uint TableReadWord(uint table, uint index) =>
        ((table & 0xFF) << 24) | ((index & 0xFFFFFF) << 0);

    /// <summary>
    /// ro: progress of commit and read.
    /// </summary>
    public const uint TableStatus = 0x48;

    /// <summary>
    /// Bits 0:0 of TABLE_STATUS: 1: TABLE_DATA is in use; further writes wait in the bus.
    /// </summary>
    public static uint TableStatusBusy(uint word) =>
        (word >> 0) & 0x1;

    /// <summary>
    /// wo: reads a counter.
    /// </summary>
    public const uint CounterSelect = 0x60;

    /// <summary>
    /// A word for COUNTER_SELECT; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="direction">0 rx, 1 tx</param>
    /// <param name="index">{0, tenant, class}, or {1, reason} for all</param>
    public static uint CounterSelectWord(uint direction, uint index) =>
        ((direction & 0x1) << 31) | ((index & 0x1FFFF) << 0);

    /// <summary>
    /// ro: progress of select and clear.
    /// </summary>
    public const uint CounterStatus = 0x64;

    /// <summary>
    /// Bits 0:0 of COUNTER_STATUS: 1: the four words below are not valid yet.
    /// </summary>
    public static uint CounterStatusBusy(uint word) =>
        (word >> 0) & 0x1;

    /// <summary>
    /// ro: packets, bits 31:0.
    /// </summary>
    public const uint CounterPacketsLo = 0x68;

    /// <summary>
    /// ro: packets, bits 47:32.
    /// </summary>
    public const uint CounterPacketsHi = 0x6C;

    /// <summary>
    /// Bits 15:0 of COUNTER_PACKETS_HI: wraps at 2^48.
    /// </summary>
    public static uint CounterPacketsHiValue(uint word) =>
        (word >> 0) & 0xFFFF;

    /// <summary>
    /// ro: bytes, bits 31:0.
    /// </summary>
    public const uint CounterBytesLo = 0x70;

    /// <summary>
    /// ro: bytes, bits 55:32.
    /// </summary>
    public const uint CounterBytesHi = 0x74;

    /// <summary>
    /// Bits 23:0 of COUNTER_BYTES_HI: wraps at 2^56.
    /// </summary>
    public static uint CounterBytesHiValue(uint word) =>
        (word >> 0) & 0xFFFFFF;

    /// <summary>
    /// wo: sets a counter to zero and gives what it was.
    /// </summary>
    public const uint CounterClear = 0x78;

    /// <summary>
    /// A word for COUNTER_CLEAR; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="direction">0 rx, 1 tx</param>
    /// <param name="index">{0, tenant, class}, or {1, reason} for all</param>
    public static uint CounterClearWord(uint direction, uint index) =>
        ((direction & 0x1) << 31) | ((index & 0x1FFFF) << 0);

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint WireInPacketsLo = 0x80;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireInPacketsHi = 0x84;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint WireInBytesLo = 0x88;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireInBytesHi = 0x8C;

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint WireOutPacketsLo = 0x90;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireOutPacketsHi = 0x94;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint WireOutBytesLo = 0x98;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireOutBytesHi = 0x9C;

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint HostInPacketsLo = 0xA0;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostInPacketsHi = 0xA4;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint HostInBytesLo = 0xA8;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostInBytesHi = 0xAC;

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint HostOutPacketsLo = 0xB0;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostOutPacketsHi = 0xB4;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint HostOutBytesLo = 0xB8;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostOutBytesHi = 0xBC;

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint SlowInPacketsLo = 0xC0;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowInPacketsHi = 0xC4;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint SlowInBytesLo = 0xC8;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowInBytesHi = 0xCC;

    /// <summary>
    /// ro: frames since reset, bits 31:0.
    /// </summary>
    public const uint SlowOutPacketsLo = 0xD0;

    /// <summary>
    /// ro: frames since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowOutPacketsHi = 0xD4;

    /// <summary>
    /// ro: their bytes, no FCS, bits 31:0.
    /// </summary>
    public const uint SlowOutBytesLo = 0xD8;

    /// <summary>
    /// ro: their bytes, no FCS, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowOutBytesHi = 0xDC;

    /// <summary>
    /// ro: copies since reset, bits 31:0.
    /// </summary>
    public const uint WireCopiesLo = 0xE0;

    /// <summary>
    /// ro: copies since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireCopiesHi = 0xE4;

    /// <summary>
    /// ro: copies without room, bits 31:0.
    /// </summary>
    public const uint WireCopiesLostLo = 0xE8;

    /// <summary>
    /// ro: copies without room, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint WireCopiesLostHi = 0xEC;

    /// <summary>
    /// ro: copies since reset, bits 31:0.
    /// </summary>
    public const uint HostCopiesLo = 0xF0;

    /// <summary>
    /// ro: copies since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostCopiesHi = 0xF4;

    /// <summary>
    /// ro: copies without room, bits 31:0.
    /// </summary>
    public const uint HostCopiesLostLo = 0xF8;

    /// <summary>
    /// ro: copies without room, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint HostCopiesLostHi = 0xFC;

    /// <summary>
    /// ro: copies since reset, bits 31:0.
    /// </summary>
    public const uint SlowCopiesLo = 0x100;

    /// <summary>
    /// ro: copies since reset, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowCopiesHi = 0x104;

    /// <summary>
    /// ro: copies without room, bits 31:0.
    /// </summary>
    public const uint SlowCopiesLostLo = 0x108;

    /// <summary>
    /// ro: copies without room, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint SlowCopiesLostHi = 0x10C;

    /// <summary>
    /// rw: an entry; word 0 holds its bits 31:0.
    /// </summary>
    public const uint TableData = 0x400;

    /// <summary>
    /// Words of TABLE_DATA.
    /// </summary>
    public const int TableDataCount = 67;
}

/// <summary>Packet rings in host memory behind the slow ports; there on boards with DMA.</summary>
public static class RingRegisters
{
    /// <summary>Byte offset of the (first) block in the BAR.</summary>
    public const uint Base = 0x800000;

    /// <summary>Bytes of a block.</summary>
    public const uint Size = 0x10000;

    /// <summary>
    /// ro: "RING"; reads 0 on a board without rings.
    /// </summary>
    public const uint Id = 0x0;

    /// <summary>
    /// What ID reads.
    /// </summary>
    public const uint IdValue = 0x52494E47;

    /// <summary>
    /// ro: bytes of a ring entry.
    /// </summary>
    public const uint EntryBytes = 0x4;

    /// <summary>
    /// What ENTRY_BYTES reads.
    /// </summary>
    public const uint EntryBytesValue = 0x10;

    /// <summary>
    /// ro: longest frame, header included.
    /// </summary>
    public const uint MaxFrameBytes = 0x8;

    /// <summary>
    /// What MAX_FRAME_BYTES reads.
    /// </summary>
    public const uint MaxFrameBytesValue = 0x2420;

    /// <summary>
    /// rw: bus address of entry 0, bits 31:0.
    /// </summary>
    public const uint RxBaseLo = 0x40;

    /// <summary>
    /// rw: bits 63:32.
    /// </summary>
    public const uint RxBaseHi = 0x44;

    /// <summary>
    /// rw: ring from the board.
    /// </summary>
    public const uint RxControl = 0x48;

    /// <summary>
    /// A word for RX_CONTROL; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="size">the ring has 2^size entries</param>
    /// <param name="enable">0: ends after the present entry, then head is 0</param>
    public static uint RxControlWord(uint size, uint enable) =>
        ((size & 0xF) << 1) | ((enable & 0x1) << 0);

    /// <summary>
    /// rw: entries given to the board.
    /// </summary>
    public const uint RxTail = 0x4C;

    /// <summary>
    /// A word for RX_TAIL; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="count">counts up for ever; 0 before the ring is enabled</param>
    public static uint RxTailWord(uint count) =>
        ((count & 0xFFFF) << 0);

    /// <summary>
    /// ro: state of the ring.
    /// </summary>
    public const uint RxStatus = 0x50;

    /// <summary>
    /// Bits 9:6 of RX_STATUS: error of the DMA operation that stopped it.
    /// </summary>
    public static uint RxStatusCode(uint word) =>
        (word >> 6) & 0xF;

    /// <summary>
    /// Bits 5:2 of RX_STATUS: 1 entry not read, 2 entry not written, 3 tail beyond the ring.
    /// </summary>
    public static uint RxStatusCause(uint word) =>
        (word >> 2) & 0xF;

    /// <summary>
    /// Bits 1:1 of RX_STATUS: 1: an error stopped it; disable and enable it again.
    /// </summary>
    public static uint RxStatusStopped(uint word) =>
        (word >> 1) & 0x1;

    /// <summary>
    /// Bits 0:0 of RX_STATUS: 0: disabled, and host memory is not used any more.
    /// </summary>
    public static uint RxStatusBusy(uint word) =>
        (word >> 0) & 0x1;

    /// <summary>
    /// ro: entries done.
    /// </summary>
    public const uint RxHead = 0x54;

    /// <summary>
    /// Bits 15:0 of RX_HEAD: counts up for ever.
    /// </summary>
    public static uint RxHeadCount(uint word) =>
        (word >> 0) & 0xFFFF;

    /// <summary>
    /// ro: frames moved, bits 31:0.
    /// </summary>
    public const uint RxPacketsLo = 0x58;

    /// <summary>
    /// ro: frames moved, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint RxPacketsHi = 0x5C;

    /// <summary>
    /// ro: their bytes, bits 31:0.
    /// </summary>
    public const uint RxBytesLo = 0x60;

    /// <summary>
    /// ro: their bytes, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint RxBytesHi = 0x64;

    /// <summary>
    /// ro: entries with an error, bits 31:0.
    /// </summary>
    public const uint RxErrorsLo = 0x68;

    /// <summary>
    /// ro: entries with an error, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint RxErrorsHi = 0x6C;

    /// <summary>
    /// ro: frames without room, bits 31:0.
    /// </summary>
    public const uint RxDropsLo = 0x70;

    /// <summary>
    /// ro: frames without room, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint RxDropsHi = 0x74;

    /// <summary>
    /// rw: bus address of entry 0, bits 31:0.
    /// </summary>
    public const uint TxBaseLo = 0x80;

    /// <summary>
    /// rw: bits 63:32.
    /// </summary>
    public const uint TxBaseHi = 0x84;

    /// <summary>
    /// rw: ring to the board.
    /// </summary>
    public const uint TxControl = 0x88;

    /// <summary>
    /// A word for TX_CONTROL; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="size">the ring has 2^size entries</param>
    /// <param name="enable">0: ends after the present entry, then head is 0</param>
    public static uint TxControlWord(uint size, uint enable) =>
        ((size & 0xF) << 1) | ((enable & 0x1) << 0);

    /// <summary>
    /// rw: entries given to the board.
    /// </summary>
    public const uint TxTail = 0x8C;

    /// <summary>
    /// A word for TX_TAIL; excess bits of an argument are cut off.
    /// </summary>
    /// <param name="count">counts up for ever; 0 before the ring is enabled</param>
    public static uint TxTailWord(uint count) =>
        ((count & 0xFFFF) << 0);

    /// <summary>
    /// ro: state of the ring.
    /// </summary>
    public const uint TxStatus = 0x90;

    /// <summary>
    /// Bits 9:6 of TX_STATUS: error of the DMA operation that stopped it.
    /// </summary>
    public static uint TxStatusCode(uint word) =>
        (word >> 6) & 0xF;

    /// <summary>
    /// Bits 5:2 of TX_STATUS: 1 entry not read, 2 entry not written, 3 tail beyond the ring.
    /// </summary>
    public static uint TxStatusCause(uint word) =>
        (word >> 2) & 0xF;

    /// <summary>
    /// Bits 1:1 of TX_STATUS: 1: an error stopped it; disable and enable it again.
    /// </summary>
    public static uint TxStatusStopped(uint word) =>
        (word >> 1) & 0x1;

    /// <summary>
    /// Bits 0:0 of TX_STATUS: 0: disabled, and host memory is not used any more.
    /// </summary>
    public static uint TxStatusBusy(uint word) =>
        (word >> 0) & 0x1;

    /// <summary>
    /// ro: entries done.
    /// </summary>
    public const uint TxHead = 0x94;

    /// <summary>
    /// Bits 15:0 of TX_HEAD: counts up for ever.
    /// </summary>
    public static uint TxHeadCount(uint word) =>
        (word >> 0) & 0xFFFF;

    /// <summary>
    /// ro: frames moved, bits 31:0.
    /// </summary>
    public const uint TxPacketsLo = 0x98;

    /// <summary>
    /// ro: frames moved, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint TxPacketsHi = 0x9C;

    /// <summary>
    /// ro: their bytes, bits 31:0.
    /// </summary>
    public const uint TxBytesLo = 0xA0;

    /// <summary>
    /// ro: their bytes, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint TxBytesHi = 0xA4;

    /// <summary>
    /// ro: entries with an error, bits 31:0.
    /// </summary>
    public const uint TxErrorsLo = 0xA8;

    /// <summary>
    /// ro: entries with an error, bits 63:32, latched by reading LO.
    /// </summary>
    public const uint TxErrorsHi = 0xAC;
}
