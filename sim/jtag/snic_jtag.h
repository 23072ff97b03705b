// C ABI of the simulated JTAG chain of a board: TCK, TMS, TDI and TDO as a cable sees them.
//
// One chain is used by one thread at a time. Time passes with TCK, or by snic_jtag_wait.
#ifndef SNIC_JTAG_H
#define SNIC_JTAG_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SNIC_JTAG_API __attribute__((visibility("default")))
#define SNIC_JTAG_ABI 2u

typedef struct snic_jtag snic_jtag;

// An FPGA. slaves: identification codes of its regions after the first.
typedef struct {
  uint32_t idcode;
  uint32_t regions;
  uint32_t slaves[3];
} snic_jtag_part;

// What is in the chain; bit 0 is nearest to TDI.
enum {
  SNIC_JTAG_OTHER_FIRST = 1,
  SNIC_JTAG_FPGA0 = 2,
  SNIC_JTAG_FPGA1 = 4,
  SNIC_JTAG_OTHER_LAST = 8
};

// Faults; each is switched on and off.
enum {
  SNIC_JTAG_HOLD_DONE = 0,  // DONE is held low on the board
  SNIC_JTAG_HOLD_INIT = 1,  // INIT_B is held low on the board
  SNIC_JTAG_TDO_LOW = 2,    // TDO is stuck
  SNIC_JTAG_TDO_HIGH = 3
};

// SNIC_JTAG_MISUSE: commands that the flash ignored, of whichever FPGA.
enum {
  SNIC_JTAG_CONFIGURED = 0,
  SNIC_JTAG_STAT = 1,
  SNIC_JTAG_FRAME_WORDS = 2,
  SNIC_JTAG_MISUSE = 3
};

SNIC_JTAG_API uint32_t snic_jtag_abi(void);
SNIC_JTAG_API snic_jtag* snic_jtag_create(uint32_t present, const snic_jtag_part parts[2],
                                          uint32_t clear_us);
SNIC_JTAG_API void snic_jtag_destroy(snic_jtag* sim);

// Period of TCK from now on.
SNIC_JTAG_API void snic_jtag_period(snic_jtag* sim, uint32_t tck_ps);

// Clocks TCK: for every bit TMS and TDI are set while TCK is low, then TCK rises, TDO is taken just
// before, and TCK falls. Bits are least significant first; a null tms or tdi is the level all
// along; tdo may be null.
SNIC_JTAG_API void snic_jtag_clock(snic_jtag* sim, const uint8_t* tms, int tms_level,
                                   const uint8_t* tdi, int tdi_level, uint8_t* tdo,
                                   uint64_t bits);

SNIC_JTAG_API void snic_jtag_wait(snic_jtag* sim, uint64_t ns);
SNIC_JTAG_API void snic_jtag_fault(snic_jtag* sim, int fault, int on);
SNIC_JTAG_API uint32_t snic_jtag_peek(snic_jtag* sim, uint32_t fpga, int what);
SNIC_JTAG_API uint64_t snic_jtag_now_ns(const snic_jtag* sim);

// The SPI flash: its bytes, erased at first. Its power fails and comes back: what was being changed
// is left in a disorder that depends on seed.
SNIC_JTAG_API uint8_t* snic_jtag_flash(snic_jtag* sim, uint32_t* bytes);
SNIC_JTAG_API void snic_jtag_flash_power_loss(snic_jtag* sim, uint32_t seed);

#ifdef __cplusplus
}
#endif
#endif
