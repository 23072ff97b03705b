// Generated from LivenessWorld by SmartNic.Registers.Tool. Do not edit.
#pragma once
#include <cstdint>

namespace world {

constexpr int Interfaces = 2;
constexpr int Tenant = 1;
constexpr int FarTenant = 3;
constexpr int Vni = 100;
constexpr int FarVni = 300;
constexpr int Queue = 1;
constexpr int FarQueue = 300;
constexpr int UdpPort = 4789;
constexpr uint32_t Endpoint = 0xC0A8CB01;
constexpr uint32_t Remote = 0xC0A8CA01;
constexpr uint64_t EndpointMac = 0x020000000001;
constexpr uint64_t RemoteMac = 0x020000000002;
constexpr uint64_t KnownMac = 0x020000000102;
constexpr uint64_t NoRouteMac = 0x020000000103;
constexpr uint64_t HashKey = 0x123456789ABCDEF;

// An entry: TABLE_COMMIT after the words of TABLE_DATA, on one interface (-1: all of
// them) at one width of a stream beat (0: any).
struct Entry {
    int interface, width;
    uint32_t commit;
    int words;
    uint32_t data[11];
};

constexpr Entry Entries[] = {
    // rx_endpoint_a[37]
    {0, 0, 0x00000025, 10, {
        0x02A32C07, 0xAD404AD7, 0x00000004, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000}},
    // rx_endpoint_a[37]
    {1, 0, 0x00000025, 10, {
        0x02A32C07, 0xAD444AD7, 0x00000044, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000}},
    // rx_vni_a[1101]
    {-1, 0, 0x0200044D, 10, {
        0x04000193, 0x40040040, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000}},
    // rx_vni_a[490]
    {-1, 0, 0x020001EA, 10, {
        0x0C0004B3, 0x000C4B00, 0x0000004B, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000}},
    // rx_policy[1]
    {-1, 0, 0x0C000001, 1, {
        0x00000003}},
    // rx_policy[3]
    {-1, 0, 0x0C000003, 1, {
        0x00000003}},
    // rx_meter[1]
    {-1, 0, 0x04000001, 9, {
        0x00000007, 0x00000080, 0x00001000, 0x9C400000, 0x00000000, 0x0004E200, 0x00000000,
        0x00000000, 0x00000000}},
    // tx_port[1]
    {-1, 0, 0x05000001, 2, {
        0x000C8003, 0x00000020}},
    // tx_port[300]
    {-1, 0, 0x0500012C, 2, {
        0x00258007, 0x00000020}},
    // tx_fdb_a[345]
    {-1, 0, 0x06000159, 11, {
        0x00408007, 0x40800000, 0x00000400, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000, 0x00000000}},
    // tx_fdb_a[3377]
    {-1, 0, 0x06000D31, 11, {
        0x0040C007, 0x80800000, 0x00000800, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
        0x00000000, 0x00000000, 0x00000000, 0x00000000}},
    // tx_next_hop[1]
    {-1, 0, 0x08000001, 6, {
        0x81519603, 0x81519403, 0x00000003, 0x00040400, 0x04000000, 0x00256A80}},
    // tx_meter[1]
    {-1, 512, 0x09000001, 9, {
        0x00000007, 0x00000200, 0x00004000, 0x40000000, 0x00000000, 0x00020000, 0x00000000,
        0x00000000, 0x00000000}},
    // tx_meter[1]
    {-1, 256, 0x09000001, 9, {
        0x00000007, 0x00000380, 0x00007000, 0x70000000, 0x00000000, 0x00038000, 0x00000000,
        0x00000000, 0x00000000}},
    // tx_meter[1]
    {-1, 128, 0x09000001, 9, {
        0x00000007, 0x00000700, 0x0000E000, 0xE0000000, 0x00000000, 0x00070000, 0x00000000,
        0x00000000, 0x00000000}},
    // tx_meter[1]
    {-1, 64, 0x09000001, 9, {
        0x00000007, 0x00001000, 0x00020000, 0x00000000, 0x00000002, 0x00100000, 0x00000000,
        0x00000000, 0x00000000}},
};

}  // namespace world
