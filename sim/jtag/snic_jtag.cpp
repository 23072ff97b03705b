// The verilated chain behind snic_jtag.h.
#include "snic_jtag.h"

#include <cstring>
#include <memory>

#include "Vjtag_board.h"
#include "Vjtag_board___024root.h"
#include "verilated.h"

struct snic_jtag {
  VerilatedContext context;
  Vjtag_board board{&context};
  uint64_t time_ps = 0;
  uint32_t period_ps = 100000;
  bool stuck_low = false;
  bool stuck_high = false;
  bool flash_was_selected = false;
  uint64_t flash_time_ps = 0;

  // The flash looks at its pins, and time passes for it. Only while it is selected: nothing that
  // happens on a bus without chip select matters to it.
  void look() {
    const bool selected = board.flash_csn_o == 0;
    if (!selected && !flash_was_selected) return;
    flash_was_selected = selected;
    flash_clock();
  }

  void flash_clock() {
    const uint64_t ns = (time_ps - flash_time_ps) / 1000;
    flash_time_ps += ns * 1000;
    board.flash_elapsed_ns_i = static_cast<uint32_t>(ns < UINT32_MAX ? ns : UINT32_MAX);
    board.flash_clk_i = !board.flash_clk_i;  // the model works at both edges
    board.eval();
  }

  void advance(uint64_t ps) {
    time_ps += ps;
    board.now_us_i = static_cast<uint32_t>(time_ps / 1000000);
  }

  int clock(int tms, int tdi) {
    board.tms_i = tms & 1;
    board.tdi_i = tdi & 1;
    const int tdo = stuck_low ? 0 : stuck_high ? 1 : board.tdo_o;
    advance(period_ps);
    board.tck_i = 1;
    board.eval();
    look();
    board.tck_i = 0;
    board.eval();
    look();
    return tdo;
  }
};

namespace {
int bit_at(const uint8_t* bits, uint64_t index, int level) {
  return bits == nullptr ? level : bits[index >> 3] >> (index & 7) & 1;
}
}  // namespace

extern "C" {

uint32_t snic_jtag_abi(void) { return SNIC_JTAG_ABI; }

snic_jtag* snic_jtag_create(uint32_t present, const snic_jtag_part parts[2], uint32_t clear_us) {
  auto sim = std::make_unique<snic_jtag>();
  Vjtag_board& board = sim->board;
  board.present_i = present & 15;
  board.clear_us_i = clear_us;
  for (int i = 0; i < 2; i++) {
    board.idcode_i[i] = parts[i].idcode;
    board.regions_i[i] = parts[i].regions;
    for (int j = 0; j < 3; j++) board.slave_idcode_i[i * 3 + j] = parts[i].slaves[j];
  }
  board.eval();
  uint32_t bytes = 0;
  uint8_t* flash = snic_jtag_flash(sim.get(), &bytes);
  std::memset(flash, 0xFF, bytes);
  return sim.release();
}

void snic_jtag_destroy(snic_jtag* sim) { delete sim; }

void snic_jtag_period(snic_jtag* sim, uint32_t tck_ps) { sim->period_ps = tck_ps; }

void snic_jtag_clock(snic_jtag* sim, const uint8_t* tms, int tms_level, const uint8_t* tdi,
                     int tdi_level, uint8_t* tdo, uint64_t bits) {
  for (uint64_t i = 0; i < bits; i++) {
    const int out = sim->clock(bit_at(tms, i, tms_level), bit_at(tdi, i, tdi_level));
    if (tdo == nullptr) continue;
    const uint8_t mask = static_cast<uint8_t>(1u << (i & 7));
    tdo[i >> 3] = static_cast<uint8_t>(out ? tdo[i >> 3] | mask : tdo[i >> 3] & ~mask);
  }
}

void snic_jtag_wait(snic_jtag* sim, uint64_t ns) {
  sim->advance(ns * 1000);
  sim->board.eval();
  sim->look();
}

void snic_jtag_fault(snic_jtag* sim, int fault, int on) {
  switch (fault) {
    case SNIC_JTAG_HOLD_DONE: sim->board.hold_done_i = on != 0; break;
    case SNIC_JTAG_HOLD_INIT: sim->board.hold_init_i = on != 0; break;
    case SNIC_JTAG_TDO_LOW: sim->stuck_low = on != 0; break;
    case SNIC_JTAG_TDO_HIGH: sim->stuck_high = on != 0; break;
    default: break;
  }
  sim->board.eval();
}

uint32_t snic_jtag_peek(snic_jtag* sim, uint32_t fpga, int what) {
  switch (what) {
    case SNIC_JTAG_CONFIGURED: return sim->board.configured_o >> fpga & 1;
    case SNIC_JTAG_STAT: return sim->board.stat_o[fpga];
    case SNIC_JTAG_FRAME_WORDS: return sim->board.frame_words_o[fpga];
    case SNIC_JTAG_MISUSE: return sim->board.flash_misuse_o;
    default: return 0;
  }
}

uint64_t snic_jtag_now_ns(const snic_jtag* sim) { return sim->time_ps / 1000; }

uint8_t* snic_jtag_flash(snic_jtag* sim, uint32_t* bytes) {
  auto& memory = sim->board.rootp->jtag_board__DOT__u_flash__DOT__mem;
  *bytes = sizeof(memory);
  return &memory[0];
}

void snic_jtag_flash_power_loss(snic_jtag* sim, uint32_t seed) {
  sim->board.flash_chaos_i = seed;
  sim->board.flash_por_i = 1;
  sim->flash_clock();
  sim->board.flash_por_i = 0;
  sim->flash_was_selected = false;
}

}  // extern "C"
