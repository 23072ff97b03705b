// The host's side of the packet rings in an array of bytes: entries, buffers, phases, tails.
// Doorbells are handed to the bench, which writes them in its own time.
#pragma once
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

#include "../../control/test/gen/board.hpp"

struct RingHost {
    static constexpr uint64_t Bus = 0x12'3456'0000;
    static constexpr int SizeLog2 = 4, Entries = 1 << SizeLog2, Room = 9248, Buffer = 9280;
    static constexpr int Side = Entries * (16 + Buffer);
    struct Registers {
        uint32_t baseLo, baseHi, control, tail;
    };
    static constexpr Registers Rx{ring_registers::RxBaseLo, ring_registers::RxBaseHi,
                                  ring_registers::RxControl, ring_registers::RxTail};
    static constexpr Registers Tx{ring_registers::TxBaseLo, ring_registers::TxBaseHi,
                                  ring_registers::TxControl, ring_registers::TxTail};
    static constexpr uint32_t Block = ring_registers::Base;

    std::function<void(uint32_t, uint32_t)> doorbell;
    std::vector<uint8_t> memory = std::vector<uint8_t>(2 * Side);
    uint16_t rxHead = 0, rxTail = 0, txHead = 0, txTail = 0;
    long misses = 0, errors = 0;

    template <class Bus_> void start(Bus_& bus) {
        for (int side = 0; side < 2; side++) {
            const Registers& ring = side ? Tx : Rx;
            uint64_t base = Bus + static_cast<uint64_t>(side) * Side;
            bus.write(Block + ring.baseLo, static_cast<uint32_t>(base));
            bus.write(Block + ring.baseHi, static_cast<uint32_t>(base >> 32));
            bus.write(Block + ring.tail, 0);
            bus.write(Block + ring.control, SizeLog2 << 1 | 1);
        }
        while (static_cast<uint16_t>(rxTail - rxHead) < Entries) give(0, rxTail, Room);
        bus.write(Block + Rx.tail, rxTail);
    }

    bool canSend() {
        uint64_t word;
        while (txHead != txTail && done(1, txHead, word)) {
            errors += (word >> 16 & 255) != 0;
            txHead++;
        }
        return static_cast<uint16_t>(txTail - txHead) < Entries;
    }
    void send(const std::vector<uint8_t>& frame) {
        std::memcpy(buffer(1, txTail), frame.data(), frame.size());
        give(1, txTail, static_cast<uint32_t>(frame.size()));
        doorbell(Block + Tx.tail, txTail);
    }
    bool allSent() { return canSend() && txHead == txTail; }

    bool receive(std::vector<uint8_t>& frame) {
        uint64_t word;
        if (!done(0, rxHead, word)) return false;
        errors += (word >> 16 & 255) != 0;
        const uint8_t* from = buffer(0, rxHead);
        frame.assign(from, from + (word & 0xFFFF));
        rxHead++;
        give(0, rxTail, Room);
        doorbell(Block + Rx.tail, rxTail);
        return true;
    }

    // snic::HostAccess
    static int access(void* self, uint64_t address, uint8_t* data, uint32_t length, int write) {
        auto& host = *static_cast<RingHost*>(self);
        uint64_t at = address - Bus;
        if (at + length > host.memory.size()) {
            host.misses++;
            return 4;
        }
        if (write) std::memcpy(&host.memory[at], data, length);
        else std::memcpy(data, &host.memory[at], length);
        return 0;
    }

  private:
    uint8_t* entry(int side, uint16_t n) { return &memory[side * Side + n % Entries * 16]; }
    uint8_t* buffer(int side, uint16_t n) {
        return &memory[side * Side + Entries * 16 + n % Entries * Buffer];
    }
    static uint64_t phase(uint16_t n) { return (n & Entries) == 0; }
    bool done(int side, uint16_t n, uint64_t& word) {
        std::memcpy(&word, entry(side, n) + 8, 8);
        return (word >> 32 & 1) == phase(n);
    }
    void give(int side, uint16_t& tail, uint32_t length) {
        uint64_t address = Bus + static_cast<uint64_t>(buffer(side, tail) - memory.data());
        uint64_t word = length | (phase(tail) ^ 1) << 32;
        std::memcpy(entry(side, tail), &address, 8);
        std::memcpy(entry(side, tail) + 8, &word, 8);
        tail++;
    }
};
