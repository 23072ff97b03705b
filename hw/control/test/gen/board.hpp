// Generated from GatewaySpec and the kernels by SmartNic.Registers.Tool. Do not edit.
#pragma once
#include <cstdint>

// Identity, generation and time; shared by all interfaces.
// Byte offsets in the block.
namespace global_registers {
constexpr uint32_t Base = 0x0, Size = 0x10000;
constexpr uint32_t Magic = 0x0;
constexpr uint32_t Version = 0x4;
constexpr uint32_t SpecHashLo = 0x8;
constexpr uint32_t SpecHashHi = 0xC;
constexpr uint32_t IfCount = 0x10;
constexpr uint32_t IfOffset = 0x14;
constexpr uint32_t IfStride = 0x18;
constexpr uint32_t DataW = 0x1C;
constexpr uint32_t Tenants = 0x20;
constexpr uint32_t Scratch = 0x24;
constexpr uint32_t Generation = 0x28;
constexpr uint32_t Drained = 0x2C;
constexpr uint32_t TimeNsLo = 0x30;
constexpr uint32_t TimeNsHi = 0x34;
constexpr uint32_t HashKey0Lo = 0x38;
constexpr uint32_t HashKey0Hi = 0x3C;
constexpr uint32_t HashKey1Lo = 0x40;
constexpr uint32_t HashKey1Hi = 0x44;
constexpr uint32_t NextTransactionLo = 0x48;
constexpr uint32_t NextTransactionHi = 0x4C;
constexpr uint32_t TransactionLo = 0x50;
constexpr uint32_t TransactionHi = 0x54;
constexpr uint32_t Fence = 0x58;
}  // namespace global_registers

// Tables, counters and ports of one interface.
// Byte offsets in the block.
namespace interface_registers {
constexpr uint32_t Base = 0x10000, Size = 0x10000;
constexpr uint32_t TableCommit = 0x40;
constexpr uint32_t TableRead = 0x44;
constexpr uint32_t TableStatus = 0x48;
constexpr uint32_t CounterSelect = 0x60;
constexpr uint32_t CounterStatus = 0x64;
constexpr uint32_t CounterPacketsLo = 0x68;
constexpr uint32_t CounterPacketsHi = 0x6C;
constexpr uint32_t CounterBytesLo = 0x70;
constexpr uint32_t CounterBytesHi = 0x74;
constexpr uint32_t CounterClear = 0x78;
constexpr uint32_t WireInPacketsLo = 0x80;
constexpr uint32_t WireInPacketsHi = 0x84;
constexpr uint32_t WireInBytesLo = 0x88;
constexpr uint32_t WireInBytesHi = 0x8C;
constexpr uint32_t WireOutPacketsLo = 0x90;
constexpr uint32_t WireOutPacketsHi = 0x94;
constexpr uint32_t WireOutBytesLo = 0x98;
constexpr uint32_t WireOutBytesHi = 0x9C;
constexpr uint32_t HostInPacketsLo = 0xA0;
constexpr uint32_t HostInPacketsHi = 0xA4;
constexpr uint32_t HostInBytesLo = 0xA8;
constexpr uint32_t HostInBytesHi = 0xAC;
constexpr uint32_t HostOutPacketsLo = 0xB0;
constexpr uint32_t HostOutPacketsHi = 0xB4;
constexpr uint32_t HostOutBytesLo = 0xB8;
constexpr uint32_t HostOutBytesHi = 0xBC;
constexpr uint32_t SlowInPacketsLo = 0xC0;
constexpr uint32_t SlowInPacketsHi = 0xC4;
constexpr uint32_t SlowInBytesLo = 0xC8;
constexpr uint32_t SlowInBytesHi = 0xCC;
constexpr uint32_t SlowOutPacketsLo = 0xD0;
constexpr uint32_t SlowOutPacketsHi = 0xD4;
constexpr uint32_t SlowOutBytesLo = 0xD8;
constexpr uint32_t SlowOutBytesHi = 0xDC;
constexpr uint32_t WireCopiesLo = 0xE0;
constexpr uint32_t WireCopiesHi = 0xE4;
constexpr uint32_t WireCopiesLostLo = 0xE8;
constexpr uint32_t WireCopiesLostHi = 0xEC;
constexpr uint32_t HostCopiesLo = 0xF0;
constexpr uint32_t HostCopiesHi = 0xF4;
constexpr uint32_t HostCopiesLostLo = 0xF8;
constexpr uint32_t HostCopiesLostHi = 0xFC;
constexpr uint32_t SlowCopiesLo = 0x100;
constexpr uint32_t SlowCopiesHi = 0x104;
constexpr uint32_t SlowCopiesLostLo = 0x108;
constexpr uint32_t SlowCopiesLostHi = 0x10C;
constexpr uint32_t TableData = 0x400;
}  // namespace interface_registers

// Packet rings in host memory behind the slow ports; there on boards with DMA.
// Byte offsets in the block.
namespace ring_registers {
constexpr uint32_t Base = 0x800000, Size = 0x10000;
constexpr uint32_t Id = 0x0;
constexpr uint32_t EntryBytes = 0x4;
constexpr uint32_t MaxFrameBytes = 0x8;
constexpr uint32_t RxBaseLo = 0x40;
constexpr uint32_t RxBaseHi = 0x44;
constexpr uint32_t RxControl = 0x48;
constexpr uint32_t RxTail = 0x4C;
constexpr uint32_t RxStatus = 0x50;
constexpr uint32_t RxHead = 0x54;
constexpr uint32_t RxPacketsLo = 0x58;
constexpr uint32_t RxPacketsHi = 0x5C;
constexpr uint32_t RxBytesLo = 0x60;
constexpr uint32_t RxBytesHi = 0x64;
constexpr uint32_t RxErrorsLo = 0x68;
constexpr uint32_t RxErrorsHi = 0x6C;
constexpr uint32_t RxDropsLo = 0x70;
constexpr uint32_t RxDropsHi = 0x74;
constexpr uint32_t TxBaseLo = 0x80;
constexpr uint32_t TxBaseHi = 0x84;
constexpr uint32_t TxControl = 0x88;
constexpr uint32_t TxTail = 0x8C;
constexpr uint32_t TxStatus = 0x90;
constexpr uint32_t TxHead = 0x94;
constexpr uint32_t TxPacketsLo = 0x98;
constexpr uint32_t TxPacketsHi = 0x9C;
constexpr uint32_t TxBytesLo = 0xA0;
constexpr uint32_t TxBytesHi = 0xA4;
constexpr uint32_t TxErrorsLo = 0xA8;
constexpr uint32_t TxErrorsHi = 0xAC;
}  // namespace ring_registers

constexpr int Outcomes = 16;
constexpr int Reasons = 256;
constexpr uint32_t OfAll = 0x10000;

namespace outcome {
enum : int {
    Delivered = 0,
    DeliveredYellow = 1,
    SlowPath = 2,
    Answer = 3,
    Malformed = 4,
    Unsupported = 5,
    Unknown = 6,
    Source = 7,
    Policy = 8,
    Congestion = 9,
    CommittedRate = 10,
    Rate = 11,
    SlowPathLimit = 12,
    TooBig = 13,
    QueueFull = 14,
};
}  // namespace outcome

namespace reason {
enum : int {
    Host = 1,
    Wire = 2,
    Yellow = 16,
    Red = 17,
    Slow = 32,
    Answer = 48,
    BadFrame = 64,
    OuterHeader = 65,
    OuterChecksum = 66,
    OuterLength = 67,
    UdpLength = 68,
    VxlanFlags = 69,
    InnerLength = 70,
    BadInjection = 71,
    GreLength = 72,
    InnerHeader = 73,
    UdpChecksum = 74,
    FirewallUnreadable = 75,
    NotTunnel = 80,
    OuterFragment = 81,
    GeneveVersion = 82,
    CriticalOption = 83,
    UnknownPayload = 84,
    HeaderTooLong = 85,
    GreChecksum = 86,
    NotIp = 87,
    ForeignAddress = 96,
    UnknownVni = 97,
    UnknownPort = 98,
    NoRoute = 99,
    UnknownLink = 100,
    InvalidSource = 112,
    ForeignSource = 113,
    InnerVlan = 128,
    FirewallDenied = 129,
    FirewallNotIp = 130,
    EcnNotCapable = 144,
    YellowDropped = 160,
    RateExceeded = 176,
    SlowPathLimit = 192,
    Oversize = 208,
    MtuExceeded = 209,
    QueueFull = 224,
};
}  // namespace reason
