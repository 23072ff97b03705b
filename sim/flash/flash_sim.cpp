#include "flash_sim.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "Vflash_board.h"
#include "Vflash_board___024root.h"

namespace {

// The least time that an access takes on a card: four clocks of 250 MHz for a posted write. A read
// is a round trip. Wrong in the safe direction: a driver that is too fast here may do on a card.
constexpr uint64_t kWriteNs = 16;
constexpr uint64_t kReadNs = 900;
constexpr uint64_t kNever = UINT64_MAX;
constexpr uint64_t kMostNs = 1u << 31;

#if FLASH_KIND < 2
constexpr uint32_t kChips = FLASH_KIND + 1;
#else
constexpr uint32_t kChips = 1;
#endif

}  // namespace

struct flash_sim {
  VerilatedContext context;
  std::unique_ptr<Vflash_board> top;
  uint64_t now = 0, reads = 0, writes = 0;
  uint64_t cut_ns = kNever, cut_access = kNever, remove_access = kNever;
  bool powered = true, gone = false;

  flash_sim() : top(new Vflash_board(&context, "board")) { top->eval(); }
  ~flash_sim() { top->final(); }

  void clock(uint64_t ns) {
    top->elapsed_ns_i = static_cast<uint32_t>(ns);
    top->clk = !top->clk;
    top->eval();
    now += ns;
  }

  void lose_power() {
    powered = false;
    top->write_i = 0;
    top->por_i = 1;
    clock(0);
    top->por_i = 0;
  }

  // Time passes; power may fail in the middle of it.
  void pass(uint64_t ns) {
    while (ns > 0 && powered) {
      const uint64_t step = std::min({ns, kMostNs, cut_ns > now ? cut_ns - now : 0});
      if (step > 0) clock(step);
      ns -= step;
      if (now >= cut_ns) lose_power();
    }
    now += ns;
  }

  // Counts an access; false when the board does not answer it.
  bool reach(uint64_t& counter) {
    ++counter;
    const uint64_t accesses = reads + writes;
    if (powered && accesses >= cut_access) lose_power();
    if (accesses >= remove_access) gone = true;
    return powered && !gone;
  }

  uint8_t* memory(uint32_t chip) {
    auto* root = top->rootp;
#if FLASH_KIND == 0
    (void)chip;
    return &root->flash_board__DOT__g_spi__DOT__g_chip__BRA__0__KET____DOT__u_nor__DOT__mem[0];
#elif FLASH_KIND == 1
    return chip == 0
        ? &root->flash_board__DOT__g_spi__DOT__g_chip__BRA__0__KET____DOT__u_nor__DOT__mem[0]
        : &root->flash_board__DOT__g_spi__DOT__g_chip__BRA__1__KET____DOT__u_nor__DOT__mem[0];
#else
    (void)chip;
    return reinterpret_cast<uint8_t*>(&root->flash_board__DOT__g_bpi__DOT__u_nor__DOT__mem[0]);
#endif
  }

  uint64_t chip_bytes() const { return FLASH_KIND == 1 ? 1u << 25 : 1u << 26; }
};

namespace {

// Bit 32 + 33 * chip enables, the 32 bits below are the address.
template <typename Wide>
void place(Wide& wide, uint32_t chip, int64_t address) {
  const uint32_t low = 33 * chip;
  for (uint32_t i = 0; i < 33; ++i) {
    const uint32_t bit = low + i;
    const bool on = address >= 0 && (i == 32 || ((address >> i) & 1) != 0);
    const uint32_t mask = 1u << (bit % 32);
    wide[bit / 32] = on ? wide[bit / 32] | mask : wide[bit / 32] & ~mask;
  }
}

}  // namespace

uint32_t flash_sim_abi(void) { return FLASH_SIM_ABI; }

flash_sim* flash_sim_create(uint32_t fpga_id, uint32_t board_id, uint32_t format) {
  auto* sim = new flash_sim();
  for (uint32_t chip = 0; chip < kChips; ++chip)
    std::memset(sim->memory(chip), 0xFF, sim->chip_bytes());
  sim->top->fpga_id_i = fpga_id;
  sim->top->board_id_i = board_id;
  sim->top->format_i = format;
  sim->lose_power();
  flash_sim_power_up(sim);
  return sim;
}

void flash_sim_destroy(flash_sim* sim) { delete sim; }
uint32_t flash_sim_chips(const flash_sim*) { return kChips; }
uint64_t flash_sim_chip_bytes(const flash_sim* sim) { return sim->chip_bytes(); }

uint32_t flash_sim_read(flash_sim* sim, uint32_t address) {
  if (!sim->reach(sim->reads)) return UINT32_MAX;
  sim->top->address_i = address;
  sim->top->write_i = 0;
  // The pins are looked at when the access arrives; the answer's way back is time, too.
  sim->clock(kReadNs);
  const uint32_t value = sim->top->data_o;
  if (sim->now >= sim->cut_ns) sim->lose_power();
  return value;
}

void flash_sim_write(flash_sim* sim, const uint64_t* writes, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (!sim->reach(sim->writes)) continue;
    sim->top->address_i = static_cast<uint32_t>(writes[i] >> 32);
    sim->top->data_i = static_cast<uint32_t>(writes[i]);
    sim->top->write_i = 1;
    sim->clock(kWriteNs);
    sim->top->write_i = 0;
    if (sim->now >= sim->cut_ns) sim->lose_power();
  }
}

void flash_sim_wait(flash_sim* sim, uint64_t ns) {
  // The part sees the last write before time passes.
  if (sim->powered) sim->clock(0);
  sim->pass(ns);
}
uint64_t flash_sim_now(const flash_sim* sim) { return sim->now; }
uint64_t flash_sim_reads(const flash_sim* sim) { return sim->reads; }
uint64_t flash_sim_writes(const flash_sim* sim) { return sim->writes; }

void flash_sim_cut(flash_sim* sim, uint64_t at_ns, uint64_t at_access, uint32_t seed) {
  sim->cut_ns = at_ns;
  sim->cut_access = at_access;
  sim->top->chaos_i = seed;
}

int flash_sim_powered(const flash_sim* sim) { return sim->powered; }

void flash_sim_power_up(flash_sim* sim) {
  sim->powered = true;
  sim->gone = false;
  sim->cut_ns = sim->cut_access = sim->remove_access = kNever;
}

void flash_sim_remove(flash_sim* sim, uint64_t at_access) {
  sim->remove_access = at_access;
  sim->gone = sim->reads + sim->writes >= at_access;
}

void flash_sim_fault(flash_sim* sim, uint32_t chip, int kind, int64_t address, uint8_t stuck_low,
                     uint8_t stuck_high) {
  auto& top = *sim->top;
  switch (kind) {
    case FLASH_SIM_BAD_ERASE: place(top.bad_erase_i, chip, address); break;
    case FLASH_SIM_BAD_PROGRAM: place(top.bad_program_i, chip, address); break;
    default:
      place(top.stuck_i, chip, address);
      top.stuck_low_i = stuck_low;
      top.stuck_high_i = stuck_high;
      break;
  }
}

void flash_sim_protect(flash_sim* sim, uint32_t chip, uint8_t status) {
#if FLASH_KIND < 2
  auto* root = sim->top->rootp;
  auto* at = &root->flash_board__DOT__g_spi__DOT__g_chip__BRA__0__KET____DOT__u_nor__DOT__status;
#if FLASH_KIND == 1
  if (chip == 1)
    at = &root->flash_board__DOT__g_spi__DOT__g_chip__BRA__1__KET____DOT__u_nor__DOT__status;
#endif
  *at = static_cast<uint8_t>((*at & 3u) | (status & 0xFCu));
#endif
  (void)sim;
  (void)chip;
  (void)status;
}

uint8_t* flash_sim_memory(flash_sim* sim, uint32_t chip) { return sim->memory(chip); }
uint32_t flash_sim_misuse(const flash_sim* sim) { return sim->top->misuse_o; }
uint32_t flash_sim_boots(const flash_sim* sim) { return sim->top->boots_o; }
