// One interface of the bench: Corundum's 32 slots, the MAC, and the check of every frame.
#pragma once
#include <memory>

#include "Vmqnic_app_block.h"
#include "nic.hpp"

using Top = Vmqnic_app_block;
constexpr int Slots = 32;
constexpr uint16_t HostTag = 1 << (TagBits - 1);   // first bit of a tag that Corundum waits for
constexpr int Named = 1 << (DestBits - 1);         // queues that tdest can name, and its first bit
constexpr bool FarIsNamed = world::FarQueue < Named;
constexpr uint64_t DropMark = 0x5049;  // seconds of the time of day of the bench: marks our stamps
constexpr long Patience = 60000;       // clocks without any completion while slots are taken

inline long now = 0;
inline uint64_t seed = 1;
inline long loseAt = 0, macCompletions = 0;

struct Slot {
    bool taken = false, onWire = false;
    uint16_t tag = 0;
    uint32_t number = 0;
    Kind kind{};
    long since = 0;
    Stamp stamp;
};

struct Completion {
    uint16_t tag;
    Stamp stamp;
    long due;
};

struct Totals {
    long sent = 0, received = 0, wire = 0, ours = 0, below = 0, toHost = 0, toSlow = 0, unknown = 0;
    long injected = 0;
};

struct Interface {
    int n;
    Random random;
    FrameSource tx, rx;
    FrameSink wire, host;
    Pins below, up;
    Pace belowPace, upPace;
    Slot slots[Slots];
    std::deque<Completion> mac;
    bool belowOffered = false;
    uint32_t generation = 0, txNumber = 0, rxNumber = 0, slowNumber = 0;
    uint32_t lastOut[6] = {}, lastWire = 0;
    long lastProgress = 0;
    Totals total;

    Interface(Top& t, int index) : n(index), random{mix(seed * 31 + index)} {
        auto pins = [&](auto& data, auto& keep, auto& valid, auto& ready, auto& last) {
            return Pins{field(data, n, W), field(keep, n, Keep), field(valid, n, 1),
                        field(ready, n, 1), field(last, n, 1), {}, {}, {}};
        };
        tx.pins = pins(t.s_axis_if_tx_tdata, t.s_axis_if_tx_tkeep, t.s_axis_if_tx_tvalid,
                       t.s_axis_if_tx_tready, t.s_axis_if_tx_tlast);
        tx.pins.id = field(t.s_axis_if_tx_tid, n, IdBits);
        tx.pins.user = field(t.s_axis_if_tx_tuser, n, TagBits + 1);
        rx.pins = pins(t.s_axis_if_rx_tdata, t.s_axis_if_rx_tkeep, t.s_axis_if_rx_tvalid,
                       t.s_axis_if_rx_tready, t.s_axis_if_rx_tlast);
        rx.pins.user = field(t.s_axis_if_rx_tuser, n, RxUserBits);
        wire.pins = pins(t.m_axis_if_tx_tdata, t.m_axis_if_tx_tkeep, t.m_axis_if_tx_tvalid,
                         t.m_axis_if_tx_tready, t.m_axis_if_tx_tlast);
        wire.pins.id = field(t.m_axis_if_tx_tid, n, IdBits);
        wire.pins.dest = field(t.m_axis_if_tx_tdest, n, 4);
        wire.pins.user = field(t.m_axis_if_tx_tuser, n, TagBits + 1);
        wire.name = "m_axis_if_tx";
        host.pins = pins(t.m_axis_if_rx_tdata, t.m_axis_if_rx_tkeep, t.m_axis_if_rx_tvalid,
                         t.m_axis_if_rx_tready, t.m_axis_if_rx_tlast);
        host.pins.id = field(t.m_axis_if_rx_tid, n, 1);
        host.pins.dest = field(t.m_axis_if_rx_tdest, n, DestBits);
        host.pins.user = field(t.m_axis_if_rx_tuser, n, RxUserBits);
        host.name = "m_axis_if_rx";
        below.valid = field(t.s_axis_if_tx_cpl_valid, n, 1);
        below.ready = field(t.s_axis_if_tx_cpl_ready, n, 1);
        below.id = field(t.s_axis_if_tx_cpl_tag, n, TagBits);
        below.user = field(t.s_axis_if_tx_cpl_ts, n, TsBits);
        up.valid = field(t.m_axis_if_tx_cpl_valid, n, 1);
        up.ready = field(t.m_axis_if_tx_cpl_ready, n, 1);
        up.id = field(t.m_axis_if_tx_cpl_tag, n, TagBits);
        up.user = field(t.m_axis_if_tx_cpl_ts, n, TsBits);
        host.pace.longest = 40000;  // long enough for full queues
        uint64_t salt = 0;
        for (Pace* p : {&tx.pace, &rx.pace, &wire.pace, &host.pace, &belowPace, &upPace}) {
            p->random.state = mix(random.next() + salt++);
        }
    }

    std::string where(const std::string& what, const Slot& s) const {
        return "interface " + std::to_string(n) + " slot " + std::to_string(&s - slots) + ": "
            + what + " (kind " + std::to_string(static_cast<int>(s.kind)) + ", frame "
            + std::to_string(s.number) + ", clock " + std::to_string(now) + ")";
    }

    void steady() {
        for (Pace* p : {&tx.pace, &rx.pace, &wire.pace, &host.pace, &belowPace, &upPace}) {
            p->steady = true;
        }
    }

    int taken() const {
        int count = 0;
        for (const Slot& s : slots) count += s.taken;
        return count;
    }

    void drive(bool more) {
        if (!tx.active && more && taken() < Slots) {
            Slot* s = &slots[random.below(Slots)];
            while (s->taken) s = s == &slots[Slots - 1] ? slots : s + 1;
            Frame f = hostFrame(seed, n, txNumber);
            *s = {true, false, 0, txNumber++, f.kind, now, {}};
            uint32_t name = generation++ << 5 | static_cast<uint32_t>(s - slots);
            s->tag = static_cast<uint16_t>(HostTag | (name & (HostTag - 1)));
            tx.start(std::move(f), static_cast<uint64_t>(s->tag) << 1, 0);
            total.sent++;
        }
        if (!rx.active && more) {
            Frame f = wireFrame(seed, n, rxNumber++);
            uint64_t low = f.stamp.low << 1, high = (static_cast<uint64_t>(f.stamp.high) << 1)
                | (f.stamp.low >> 63);
            rx.start(std::move(f), low, high);
            total.received++;
        }
        tx.drive(now);
        rx.drive(now);
        wire.drive(now);
        host.drive(now);
        up.ready.set(upPace.go(now));
        if (!belowOffered && !mac.empty() && mac.front().due <= now && belowPace.go(now)) {
            below.id.set(mac.front().tag);
            below.user.set(mac.front().stamp.low);
            below.user.set(mac.front().stamp.high, 64);
            below.valid.set(1);
            belowOffered = true;
        }
    }

    // A frame of the packet ring: nobody waits for its completion, but the MAC sends one.
    void onOwnWire(uint16_t tag) {
        if (wire.bytes.size() < 18) fail("a frame of our own on the wire is too short");
        uint32_t number = static_cast<uint32_t>(big(wire.bytes, 14, 4)) & ~FromSlow;
        if (number < lastWire) fail("a frame of our own came to the wire twice, or out of order");
        lastWire = number + 1;
        Frame f = slowFrame(seed, n, number);
        if (f.kind != Kind::InjectWire || wire.bytes.size() != f.bytes.size() - 32
            || !std::equal(f.bytes.begin() + 32, f.bytes.end(), wire.bytes.begin())) {
            fail("a wrong frame of our own on the wire, number " + std::to_string(number));
        }
        mac.push_back({tag, {}, now + random.below(400)});
    }

    void onWire() {
        uint16_t tag = static_cast<uint16_t>(wire.user[0] >> 1);
        Slot& s = slots[tag & 31];
        if (wire.user[0] & 1) fail(where("a bad frame on the wire", s));
        if (wire.id != 0 || wire.dest != 0) fail(where("tid or tdest on the wire is not 0", s));
        total.wire++;
        if (!(tag & HostTag)) return onOwnWire(tag);
        if (!s.taken || s.tag != tag) fail(where("a tag on the wire that nobody waits for", s));
        if (s.onWire) fail(where("on the wire twice", s));
        Frame f = hostFrame(seed, n, s.number);
        if (f.kind != Kind::Forward) fail(where("must not reach the wire", s));
        if (wire.bytes.size() != f.bytes.size() + 50
            || !std::equal(f.bytes.begin(), f.bytes.end(), wire.bytes.begin() + 50)) {
            fail(where("wrong bytes on the wire", s));
        }
        if (big(wire.bytes, 46, 3) != world::Vni) fail(where("wrong VNI", s));
        s.onWire = true;
        s.stamp = {random.next(), static_cast<uint32_t>(random.next())};
        if (++macCompletions == loseAt) return;
        mac.push_back({tag, s.stamp, now + random.below(400)});
    }

    void onCompletion() {
        uint16_t tag = static_cast<uint16_t>(up.id.get());
        Slot& s = slots[tag & 31];
        Stamp stamp{up.user.get(0, 64), static_cast<uint32_t>(up.user.get(64, 32))};
        if (!s.taken || s.tag != tag) fail(where("a completion that nobody waits for", s));
        if (s.onWire) {
            if (!(stamp == s.stamp)) fail(where("the MAC's stamp was changed", s));
            total.below++;
        } else {
            long clock = static_cast<long>(stamp.low);
            if (stamp.high != DropMark || clock < s.since || clock > now) {
                fail(where("a wrong stamp for a frame that was not sent", s));
            }
            total.ours++;
        }
        s.taken = false;
        lastProgress = now;
    }

    void onHost() {
        if (host.id != 0 || host.dest < Named || (host.user[0] & 1)) {
            fail("wrong steering to the host");
        }
        uint32_t number = 0;
        int from = 0;
        Frame f = whole(host.bytes, false, number, from);
        bool isFar = f.kind == Kind::TunnelFar || f.kind == Kind::InjectFar;
        int queue = static_cast<int>(host.dest) - Named;
        if (queue != (isFar ? world::FarQueue : world::Queue)) {
            fail("a frame for queue " + std::to_string(queue));
        }
        Stamp stamp{host.user[0] >> 1 | host.user[1] << 63,
                    static_cast<uint32_t>(host.user[1] >> 1)};
        bool none = stamp == Stamp{};
        if (from || !Ptp ? !none : !(stamp == f.stamp) && !(none && rxNumber - number > 2048)) {
            fail("wrong PTP stamp on frame " + std::to_string(number) + ", "
                + std::to_string(rxNumber - number) + " frames later"
                + (none ? ": none" : stamp.low == f.stamp.low ? ": the upper part" : ""));
        }
        total.unknown += Ptp && !from && none;
        total.toHost++;
    }

    // A frame of the receive ring, header first.
    void onSlow(Bytes frame) {
        if (frame[0] != 1 || frame[1] != 0) fail("a frame of the ring without its header");
        frame.erase(frame.begin(), frame.begin() + 32);
        uint32_t number = 0;
        int from = 0;
        whole(frame, true, number, from);
        total.toSlow++;
    }

    // The frame that another one was, which must have come whole, once and in order.
    Frame whole(const Bytes& frame, bool slow, uint32_t& number, int& from) {
        uint32_t id = static_cast<uint32_t>(big(frame, big(frame, 12, 2) == 0x0806 ? 42 : 14, 4));
        from = id & FromHost ? 1 : id & FromSlow ? 2 : 0;
        number = id & ~(FromHost | FromSlow);
        uint32_t& last = lastOut[slow * 3 + from];
        if (number < last) fail("a frame came to the host twice, or out of order");
        last = number + 1;
        Frame f = from == 1 ? hostFrame(seed, n, number)
            : from == 2 ? slowFrame(seed, n, number) : wireFrame(seed, n, number);
        bool punt = f.kind == Kind::Unknown || f.kind == Kind::Broadcast || f.kind == Kind::Arp;
        bool injects = f.kind == Kind::InjectHost || (FarIsNamed && f.kind == Kind::InjectFar);
        bool tunnel = f.kind == Kind::Tunnel || (FarIsNamed && f.kind == Kind::TunnelFar);
        bool right = slow ? punt : injects || tunnel;
        size_t skip = injects ? 32 : tunnel ? 50 : 0;
        if (!right || frame.size() != f.bytes.size() - skip
            || !std::equal(frame.begin(), frame.end(), f.bytes.begin() + skip)) {
            fail("wrong frame to the host, number " + std::to_string(number));
        }
        return f;
    }

    // before the edge: what happens in this clock
    void sample() {
        if (wire.sample()) onWire();
        if (up.valid.get() && up.ready.get()) onCompletion();
        if (host.sample()) onHost();
        if (taken() == 0) lastProgress = now;
        if (now - lastProgress > Patience) stuck();
    }

    void advance(bool txTaken, bool rxTaken, bool belowTaken) {
        if (txTaken) tx.next();
        if (rxTaken) rx.next();
        if (belowTaken) {
            mac.pop_front();
            below.valid.set(0);
            belowOffered = false;
        }
    }

    [[noreturn]] void stuck() const {
        for (const Slot& s : slots) {
            if (s.taken) fail(where("lost", s));
        }
        fail("no progress");
    }
};
