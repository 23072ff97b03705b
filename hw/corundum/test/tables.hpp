// The little world of the bench, written through the application BAR (hw/control/REGISTERS.md).
#pragma once
#include "frames.hpp"

inline uint32_t rotate(uint32_t x, int n) { return n == 0 ? x : x << n | x >> (32 - n); }

constexpr uint64_t HashKey = 0x0123456789ABCDEF;

inline uint32_t hash(uint64_t x) {  // Hashes.Mix64 of the kernels, the half that buckets come from
    uint32_t half[2] = {static_cast<uint32_t>(x), static_cast<uint32_t>(x >> 32)};
    uint32_t key[2] = {static_cast<uint32_t>(HashKey), static_cast<uint32_t>(HashKey >> 32)};
    for (int i = 0; i < 8; i++) {
        uint32_t in = half[i % 2];
        half[1 - i % 2] ^= rotate(key[i % 2], i / 2 * 7)
            ^ (rotate(in, 1) & rotate(in, 8)) ^ rotate(in, 2) ^ rotate(in, 19);
    }
    return half[0];
}

// An entry, its first field in the lowest bits.
struct Entry {
    uint32_t words[16] = {};
    int at = 0;
    Entry& put(uint64_t value, int bits) {
        for (int i = 0; i < bits; i++, at++) {
            if (value >> i & 1) words[at / 32] |= 1u << (at % 32);
        }
        return *this;
    }
};

// A meter in one colour: time per byte in ns, burst in bytes.
inline Entry meter(double nsPerByte, double burstBytes) {
    uint64_t perByte = static_cast<uint64_t>(nsPerByte * 1048576);
    uint64_t burst = static_cast<uint64_t>(nsPerByte * burstBytes * 1048576);
    return Entry{}.put(1, 1).put(1, 1).put(1, 16).put(perByte, 37).put(perByte, 37)
        .put(burst, 51).put(burst, 51).put(0, 64);
}

template <class Bus> void program(Bus& bus, int port) {
    uint32_t base = 0x10000 + port * 0x10000;
    auto write = [&](int table, uint32_t index, const Entry& e) {
        for (int i = 0; i * 32 < e.at; i++) bus.write(base + 4 * i, e.words[i]);
        bus.write(base + 0x40, static_cast<uint32_t>(table) << 24 | index);
    };
    auto vni = [&](uint32_t value, int tenant, int queue) {
        write(2, hash(value) & 2047, Entry{}.put(3, 2).put(value, 24)
            .put(tenant, 12).put(queue, 12).put(tenant, 12).put(queue, 12));
    };
    auto forward = [&](uint64_t mac, int hop) {
        uint32_t bucket = hash(static_cast<uint64_t>(world::Tenant) << 48 | mac) & 4095;
        write(6, bucket,
            Entry{}.put(3, 2).put(world::Tenant, 12).put(mac, 48).put(hop, 12).put(hop, 12));
    };
    bus.write(0x38, static_cast<uint32_t>(HashKey));
    bus.write(0x3C, static_cast<uint32_t>(HashKey >> 32));
    write(0, hash(world::Endpoint) & 63, Entry{}.put(3, 2).put(world::Endpoint, 32)
        .put(4789, 16).put(port, 4).put(4789, 16).put(port, 4));
    vni(world::Vni, world::Tenant, world::Queue);
    vni(world::FarVni, world::FarTenant, world::FarQueue);
    // any outer source, inner tags kept
    write(12, world::Tenant, Entry{}.put(1, 1).put(1, 1).put(0, 8));
    write(12, world::FarTenant, Entry{}.put(1, 1).put(1, 1).put(0, 8));
    write(4, world::Tenant, meter(2.0, 20000));
    write(5, world::Queue, Entry{}.put(1, 1).put(world::Tenant, 12).put(world::Vni, 24)
        .put(1, 1));
    write(5, world::FarQueue, Entry{}.put(1, 1).put(world::FarTenant, 12).put(world::FarVni, 24)
        .put(1, 1));
    forward(world::KnownMac, 1);
    forward(world::NoRouteMac, 2);
    write(8, 1, Entry{}.put(1, 1).put(world::Endpoint, 32).put(world::Remote, 32)
        .put(0x020000000001, 48).put(0x020000000002, 48).put(64, 8)
        .put(4789, 16));
    // punts come slower on a narrow stream; some of them must still meet the limit
    constexpr double nsPerByte = W == 512 ? 8 : W == 256 ? 14 : W == 128 ? 28 : 64;
    write(9, world::Tenant, meter(nsPerByte, 64 * 32));
}
