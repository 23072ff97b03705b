// C ABI of one simulated board with flash memory: the verilated flash_board, its time and faults.
// One board is used by one thread at a time.
#ifndef SNIC_FLASH_SIM_H
#define SNIC_FLASH_SIM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FLASH_SIM_API __attribute__((visibility("default")))
#define FLASH_SIM_ABI 1u

typedef struct flash_sim flash_sim;

// Faults of a chip; address in bytes of that chip, negative for none.
enum { FLASH_SIM_BAD_ERASE = 0, FLASH_SIM_BAD_PROGRAM = 1, FLASH_SIM_STUCK = 2 };

FLASH_SIM_API uint32_t flash_sim_abi(void);

// A board whose memory is erased and whose power is on.
FLASH_SIM_API flash_sim* flash_sim_create(uint32_t fpga_id, uint32_t board_id, uint32_t format);
FLASH_SIM_API void flash_sim_destroy(flash_sim* sim);
FLASH_SIM_API uint32_t flash_sim_chips(const flash_sim* sim);
FLASH_SIM_API uint64_t flash_sim_chip_bytes(const flash_sim* sim);

// One register access. Without power, and for a board that is gone, reads give all ones.
FLASH_SIM_API uint32_t flash_sim_read(flash_sim* sim, uint32_t address);

// Posted writes, each address in bits 63:32 and value in bits 31:0.
FLASH_SIM_API void flash_sim_write(flash_sim* sim, const uint64_t* writes, uint32_t count);

// Lets time pass without an access.
FLASH_SIM_API void flash_sim_wait(flash_sim* sim, uint64_t ns);
FLASH_SIM_API uint64_t flash_sim_now(const flash_sim* sim);
FLASH_SIM_API uint64_t flash_sim_reads(const flash_sim* sim);
FLASH_SIM_API uint64_t flash_sim_writes(const flash_sim* sim);

// Power fails at a time, or with an access; UINT64_MAX for never. seed: what is left behind.
FLASH_SIM_API void flash_sim_cut(flash_sim* sim, uint64_t at_ns, uint64_t at_access,
                                 uint32_t seed);
FLASH_SIM_API int flash_sim_powered(const flash_sim* sim);

// Power comes back, everything volatile is as after power up; no cut is armed.
FLASH_SIM_API void flash_sim_power_up(flash_sim* sim);

// The board stops answering, with an access; the memory keeps its power. UINT64_MAX for never.
FLASH_SIM_API void flash_sim_remove(flash_sim* sim, uint64_t at_access);

FLASH_SIM_API void flash_sim_fault(flash_sim* sim, uint32_t chip, int kind, int64_t address,
                                   uint8_t stuck_low, uint8_t stuck_high);

// Status register of a serial chip, bits 7:2: protection. Survives power loss.
FLASH_SIM_API void flash_sim_protect(flash_sim* sim, uint32_t chip, uint8_t status);

// What is in a chip, bytes in the order of its addresses (words: low byte first).
FLASH_SIM_API uint8_t* flash_sim_memory(flash_sim* sim, uint32_t chip);

FLASH_SIM_API uint32_t flash_sim_misuse(const flash_sim* sim);
FLASH_SIM_API uint32_t flash_sim_boots(const flash_sim* sim);

#ifdef __cplusplus
}
#endif
#endif
