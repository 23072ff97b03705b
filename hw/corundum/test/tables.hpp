// Writes the world of the bench through the application BAR: everything about its entries, ids and
// places is in gen/world.hpp.
#pragma once
#include "../../control/test/gen/board.hpp"
#include "core.hpp"
#include "gen/world.hpp"

template <class Bus> void program(Bus& bus, int port) {
    static_assert(IF <= world::Interfaces);
    namespace registers = interface_registers;
    const uint32_t base = registers::Base + port * registers::Size;
    bus.write(global_registers::HashKey0Lo, static_cast<uint32_t>(world::HashKey));
    bus.write(global_registers::HashKey0Hi, static_cast<uint32_t>(world::HashKey >> 32));
    for (const world::Entry& entry : world::Entries) {
        if (entry.interface >= 0 && entry.interface != port) continue;
        if (entry.width && entry.width != W) continue;
        for (int i = 0; i < entry.words; i++) {
            bus.write(base + registers::TableData + 4 * i, entry.data[i]);
        }
        bus.write(base + registers::TableCommit, entry.commit);
    }
}
