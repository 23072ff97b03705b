// Frames of the bench. Everything about a frame follows from (seed, interface, direction, number),
// so that whoever receives one can make it again and compare every byte.
#pragma once
#include <cstdint>
#include <cstring>
#include <vector>

#include "core.hpp"
#include "gen/world.hpp"

using Bytes = std::vector<uint8_t>;

inline uint64_t mix(uint64_t x) {  // splitmix64
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

struct Random {
    uint64_t state;
    uint64_t next() { return state = mix(state); }
    int below(int n) { return static_cast<int>((next() >> 20) % n); }
    bool percent(int p) { return below(100) < p; }
};

enum class Kind {
    // from the host
    Forward, Unknown, Broadcast, Unbound, Bad, Short, Oversize, NoRoute, HighQueue,
    // from the host by the packet ring
    InjectWire, InjectHost, InjectFar, InjectBad,
    // from the wire
    Tunnel, TunnelFar, UnknownVni, Foreign, Arp, RxBad, RxShort, RxOversize, Count
};

struct Stamp {
    uint64_t low = 0;
    uint32_t high = 0;
    bool operator==(const Stamp& o) const { return low == o.low && high == o.high; }
};

struct Frame {
    Kind kind;
    Bytes bytes;
    int queue = 0;      // TX tid
    bool bad = false;
    Stamp stamp;        // RX
};

// Who sent a frame, in the number that it carries.
constexpr uint32_t FromHost = 0x80000000, FromSlow = 0x40000000;

inline void big(Bytes& b, size_t at, int bytes, uint64_t value) {
    for (int i = bytes - 1; i >= 0; i--, value >>= 8) b[at + i] = static_cast<uint8_t>(value);
}

inline uint64_t big(const Bytes& b, size_t at, int bytes) {
    uint64_t value = 0;
    for (int i = 0; i < bytes; i++) value = value << 8 | b[at + i];
    return value;
}

inline int anyLength(Random& r) {
    int dice = r.below(100);
    return dice < 70 ? 60 + r.below(70) : dice < 98 ? 60 + r.below(1455) : 1515 + r.below(7400);
}

// An Ethernet frame with the number behind its header, then a pattern.
inline Bytes ethernet(Random& r, int length, uint64_t mac, uint32_t number) {
    Bytes b(length);
    for (int i = 0; i < length; i += 8) {
        uint64_t word = r.next();
        std::memcpy(&b[i], &word, length - i < 8 ? length - i : 8);
    }
    big(b, 0, 6, mac);
    big(b, 6, 6, 0x020000000101);
    big(b, 12, 2, 0x88B5);
    big(b, 14, 4, number);
    return b;
}

inline Bytes injected(const Bytes& frame, int action, int tenant, int queue) {
    Bytes b(32);
    b[0] = 1;
    b[1] = static_cast<uint8_t>(action);
    big(b, 4, 2, tenant);
    big(b, 14, 2, queue);
    b.insert(b.end(), frame.begin(), frame.end());
    return b;
}

inline Bytes tunnelled(const Bytes& inner, uint32_t destination, int vni) {
    Bytes b(50);
    big(b, 0, 6, world::EndpointMac);
    big(b, 6, 6, world::RemoteMac);
    big(b, 12, 2, 0x0800);
    b[14] = 0x45;
    big(b, 16, 2, 36 + inner.size());
    b[22] = 64;
    b[23] = 17;
    big(b, 26, 4, world::Remote);
    big(b, 30, 4, destination);
    uint32_t sum = 0;
    for (int i = 14; i < 34; i += 2) sum += static_cast<uint32_t>(big(b, i, 2));
    sum = (sum & 0xFFFF) + (sum >> 16);
    big(b, 24, 2, ~((sum & 0xFFFF) + (sum >> 16)) & 0xFFFF);
    big(b, 36, 2, world::UdpPort);
    big(b, 38, 2, 16 + inner.size());
    b[42] = 8;
    big(b, 46, 3, vni);
    b.insert(b.end(), inner.begin(), inner.end());
    return b;
}

inline Frame hostFrame(uint64_t seed, int port, uint32_t number) {
    Random r{mix(seed ^ mix(number * 16 + port + 0x7E57))};
    uint32_t id = number | FromHost;
    int dice = r.below(100);
    Frame f;
    f.queue = world::Queue;
    f.kind = dice < 45 ? Kind::Forward : dice < 60 ? Kind::Unknown : dice < 65 ? Kind::Broadcast
        : dice < 70 ? Kind::Unbound : dice < 74 ? Kind::Bad : dice < 78 ? Kind::Short
        : dice < 79 ? (r.below(4) ? Kind::NoRoute : Kind::Oversize)
        : dice < 95 || IdBits < 13 ? Kind::NoRoute : Kind::HighQueue;
    uint64_t mac = f.kind == Kind::Unknown ? 0x02000000FF00 | (number & 255)
        : f.kind == Kind::Broadcast ? 0xFFFFFFFFFFFF
        : f.kind == Kind::NoRoute ? world::NoRouteMac : world::KnownMac;
    int length = f.kind == Kind::Oversize ? 9217 + r.below(300) : anyLength(r);
    f.bytes = ethernet(r, length, mac, id);
    switch (f.kind) {
        case Kind::Unbound: f.queue = 7; break;
        case Kind::HighQueue: f.queue = 4096 + world::Queue; break;
        case Kind::Bad: f.bad = true; break;
        case Kind::Short: f.bytes.resize(1 + r.below(13)); break;
        default: break;
    }
    return f;
}

// What the host's slow path sends, through the packet ring.
inline Frame slowFrame(uint64_t seed, int port, uint32_t number) {
    Random r{mix(seed ^ mix(number * 16 + port + 0x5104))};
    int dice = r.below(100);
    Frame f;
    f.kind = dice < 50 ? Kind::InjectWire : dice < 75 ? Kind::InjectHost
        : dice < 88 ? Kind::InjectFar : Kind::InjectBad;
    f.bytes = ethernet(r, anyLength(r), world::KnownMac, number | FromSlow);
    switch (f.kind) {
        case Kind::InjectWire: f.bytes = injected(f.bytes, 2, 0, 0); break;
        case Kind::InjectHost:
            f.bytes = injected(f.bytes, 3, world::Tenant, world::Queue); break;
        case Kind::InjectFar:
            f.bytes = injected(f.bytes, 3, world::FarTenant, world::FarQueue); break;
        default: f.bytes = injected(f.bytes, 3, world::Tenant, 9); break;
    }
    f.bytes[3] = static_cast<uint8_t>(port);
    return f;
}

inline Frame wireFrame(uint64_t seed, int port, uint32_t number) {
    Random r{mix(seed ^ mix(number * 16 + port + 0xF00D))};
    int dice = r.below(100);
    Frame f;
    f.kind = dice < 70 ? Kind::Tunnel : dice < 75 ? Kind::TunnelFar : dice < 80 ? Kind::UnknownVni
        : dice < 84 ? Kind::Foreign : dice < 90 ? Kind::Arp : dice < 94 ? Kind::RxBad
        : dice < 99 ? Kind::RxShort : r.below(4) ? Kind::Tunnel : Kind::RxOversize;
    f.stamp = {r.next(), static_cast<uint32_t>(r.next())};
    Bytes inner = ethernet(r, anyLength(r), world::KnownMac, number);
    int vni = f.kind == Kind::TunnelFar ? world::FarVni
        : f.kind == Kind::UnknownVni ? 9 : world::Vni;
    f.bytes = tunnelled(inner, f.kind == Kind::Foreign ? world::Remote : world::Endpoint, vni);
    if (f.kind == Kind::Arp) {
        f.bytes = inner;
        big(f.bytes, 0, 6, 0xFFFFFFFFFFFF);
        big(f.bytes, 12, 2, 0x0806);
        big(f.bytes, 14, 8, 0x0001080006040001);
        big(f.bytes, 38, 4, world::Endpoint);
        big(f.bytes, 42, 4, number);
    } else if (f.kind == Kind::RxShort) {
        f.bytes.resize(1 + r.below(13));
    } else if (f.kind == Kind::RxOversize) {
        f.bytes.resize(9217 + r.below(300));
    }
    f.bad = f.kind == Kind::RxBad;
    return f;
}
