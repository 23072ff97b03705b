// Corundum's side of the streams at bit level: sources that hold what they offer, and sinks that
// check what AXI-Stream and Corundum ask of the other side.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>

#include "frames.hpp"

[[noreturn]] inline void fail(const std::string& what) {
    std::printf("FAIL %s\n", what.c_str());
    std::exit(1);
}

// A field of a packed port; ports are little endian in memory, whatever their type.
struct Field {
    uint8_t* base = nullptr;
    int at = 0, bits = 0;

    void set(uint64_t value, int from = 0, int count = 64) {
        if (count > bits - from) count = bits - from;
        for (int i = 0; i < count;) {
            int bit = at + from + i, low = bit & 7, n = 8 - low < count - i ? 8 - low : count - i;
            uint8_t mask = static_cast<uint8_t>(((1 << n) - 1) << low);
            uint8_t& byte = base[bit >> 3];
            byte = static_cast<uint8_t>((byte & ~mask) | ((value >> i << low) & mask));
            i += n;
        }
    }
    uint64_t get(int from = 0, int count = 64) const {
        uint64_t value = 0;
        if (count > bits - from) count = bits - from;
        for (int i = 0; i < count;) {
            int bit = at + from + i, low = bit & 7, n = 8 - low < count - i ? 8 - low : count - i;
            value |= static_cast<uint64_t>((base[bit >> 3] >> low) & ((1 << n) - 1)) << i;
            i += n;
        }
        return value;
    }
};

template <class T> Field field(T& port, int index, int bits) {
    return {reinterpret_cast<uint8_t*>(&port), index * bits, bits};
}

constexpr int Keep = W / 8;

struct Pins {
    Field data, keep, valid, ready, last, id, dest, user;
};

// Ready in runs: full, half, a little, none for a while.
struct Pace {
    Random random;
    int percent = 100;
    long until = 0;
    int longest = 3000;  // clocks without ready
    bool steady = false;
    bool go(long clock) {
        if (steady) return true;
        if (clock >= until) {
            static const int choice[] = {100, 100, 70, 30, 8, 0};
            percent = choice[random.below(6)];
            until = clock + 200 + random.below(percent == 0 ? longest : 6000);
        }
        return random.percent(percent);
    }
};

// Offers one frame after another, beat by beat; what is offered stays until it is taken.
struct FrameSource {
    Pins pins;
    Pace pace;
    Frame frame{};
    uint64_t userLow = 0, userHigh = 0;
    size_t at = 0;
    bool active = false, offered = false;

    void start(Frame f, uint64_t low, uint64_t high) {
        frame = std::move(f);
        userLow = low;
        userHigh = high;
        at = 0;
        active = true;
    }
    void drive(long clock) {
        if (!active || offered || !pace.go(clock)) return;
        size_t n = frame.bytes.size() - at < Keep ? frame.bytes.size() - at : Keep;
        bool last = at + n == frame.bytes.size();
        uint8_t* data = pins.data.base + pins.data.at / 8;
        std::memset(data, 0xEE, Keep);
        std::memcpy(data, &frame.bytes[at], n);
        pins.keep.set(n == 64 ? ~0ull : (1ull << n) - 1);
        pins.last.set(last);
        pins.id.set(frame.queue);
        pins.user.set(userLow | (last && frame.bad), 0);
        pins.user.set(userHigh, 64);
        pins.valid.set(1);
        offered = true;
    }
    bool taken() const { return offered && pins.ready.get(); }
    void next() {  // after the edge of a clock in which taken() was true
        at += Keep;
        offered = false;
        pins.valid.set(0);
        if (at >= frame.bytes.size()) active = false;
    }
};

// Takes beats, checks the rules of the stream, and gives whole frames.
struct FrameSink {
    const char* name;
    Pins pins;
    Pace pace;
    Bytes bytes, held;
    uint64_t id = 0, dest = 0, user[2] = {};
    bool inside = false, wait = false;

    void drive(long clock) { pins.ready.set(pace.go(clock)); }

    // true: `bytes`, `id`, `dest` and `user` are a frame
    bool sample() {
        if (!pins.valid.get()) {
            if (wait) fail(std::string(name) + ": valid was taken back");
            return false;
        }
        uint64_t keep = pins.keep.get();
        bool last = pins.last.get();
        const uint8_t* data = pins.data.base + pins.data.at / 8;
        Bytes now(data, data + Keep);
        now.push_back(last);
        if (wait && now != held) fail(std::string(name) + ": a beat changed while it waited");
        wait = !pins.ready.get();
        if (wait) {
            held = std::move(now);
            return false;
        }
        int n = __builtin_popcountll(keep);
        bool whole = n == Keep;
        if (n == 0 || (keep & (keep + 1)) != 0 || (!last && !whole)) {
            fail(std::string(name) + ": tkeep has a hole");
        }
        uint64_t tags[4] = {pins.id.get(), pins.dest.get(), pins.user.get(0, 64),
                            pins.user.bits > 64 ? pins.user.get(64, 64) : 0};
        if (!inside) bytes.clear();
        bool same = tags[0] == id && tags[1] == dest && tags[2] == user[0] && tags[3] == user[1];
        if (inside && !same) fail(std::string(name) + ": tid, tdest or tuser changed in a frame");
        id = tags[0], dest = tags[1], user[0] = tags[2], user[1] = tags[3];
        bytes.insert(bytes.end(), data, data + n);
        inside = !last;
        return last;
    }
};
