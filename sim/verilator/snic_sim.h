// C ABI of one simulated board: the verilated snic_top with its clock, ports and registers.
//
// One board is used by one thread at a time. Every call that can fail returns SNIC_SIM_ERROR,
// and snic_sim_error() tells why; an error is final: the board only reports it from then on.
#ifndef SNIC_SIM_H
#define SNIC_SIM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SNIC_SIM_API __attribute__((visibility("default")))
#define SNIC_SIM_ABI 2u

enum { SNIC_SIM_ERROR = -1, SNIC_SIM_NONE = 0, SNIC_SIM_OK = 1 };
enum { SNIC_SIM_WIRE = 0, SNIC_SIM_HOST = 1, SNIC_SIM_SLOW = 2, SNIC_SIM_KINDS = 3 };

// How frames of different inputs are related.
enum {
  // Every input presents its frames on its own; the clock is time: 4 ns each.
  SNIC_SIM_PARALLEL = 0,
  // Frames of all inputs are presented strictly in push order, each at its own time stamp; the
  // bytes in flight are bounded, so that no queue inside the board can overflow.
  SNIC_SIM_ORDERED = 1
};

typedef struct snic_sim snic_sim;

// A frame at a port. Clocks count rising edges since create; first_clock and last_clock are the
// edges at which its first and last beat were transferred.
typedef struct {
  uint8_t kind;       // SNIC_SIM_WIRE, _HOST, _SLOW
  uint8_t interface;  // 0 .. interfaces-1
  uint8_t bad;        // inputs: the bad bit of tuser
  uint8_t reserved;
  uint16_t queue;     // host queue
  uint16_t tag;       // comes out as it went in
  uint32_t length;    // bytes
  uint32_t reserved2;
  uint64_t time_ns;   // arrival time
  uint64_t first_clock;
  uint64_t last_clock;
} snic_sim_frame;

SNIC_SIM_API uint32_t snic_sim_abi(void);
SNIC_SIM_API void snic_sim_geometry(uint32_t* data_bits, uint32_t* interfaces, uint32_t* traced);

// Creates a board that has been reset. trace_file: FST waveform, or null (error in a library
// that was built without TRACE=1). Never returns null; look at snic_sim_error.
SNIC_SIM_API snic_sim* snic_sim_create(const char* trace_file);
SNIC_SIM_API void snic_sim_destroy(snic_sim* sim);

// Null while all is well; otherwise the first error, valid until destroy.
SNIC_SIM_API const char* snic_sim_error(const snic_sim* sim);

// Registers. A transfer advances the clock until its response, at most 65536 clocks.
SNIC_SIM_API int snic_sim_read(snic_sim* sim, uint32_t address, uint32_t* value);
SNIC_SIM_API int snic_sim_write(snic_sim* sim, uint32_t address, uint32_t value);

// Mode of the inputs; only while nothing is in flight.
SNIC_SIM_API int snic_sim_mode(snic_sim* sim, int mode);

// Probability (in 1/65536) of an idle clock in front of a beat of an input, and of a clock in
// which an output is not ready. Deterministic per seed.
SNIC_SIM_API int snic_sim_gaps(snic_sim* sim, int kind, int interface, uint32_t chance,
                               uint64_t seed);
SNIC_SIM_API int snic_sim_stalls(snic_sim* sim, int kind, int interface, uint32_t chance,
                                 uint64_t seed);

// Parallel mode: the time of the next clock. A time before the present one is ignored.
SNIC_SIM_API void snic_sim_set_time(snic_sim* sim, uint64_t time_ns);

// Puts a frame (at least 1 byte) at the end of an input's list. time_ns matters in ordered mode.
SNIC_SIM_API int snic_sim_push(snic_sim* sim, const snic_sim_frame* frame, const uint8_t* data);

// Frames of an input that are not accepted yet.
SNIC_SIM_API int64_t snic_sim_waiting(const snic_sim* sim, int kind, int interface);

// Runs until idle (SNIC_SIM_OK: all inputs accepted, and nothing moved for longer than the board
// can work in silence) or for max_clocks (SNIC_SIM_NONE).
SNIC_SIM_API int snic_sim_run(snic_sim* sim, uint64_t max_clocks);

// Takes the oldest complete output frame: SNIC_SIM_OK, or SNIC_SIM_NONE when there is none. With
// a buffer too small for it, only frame->length is set and the frame stays (SNIC_SIM_NONE).
SNIC_SIM_API int snic_sim_pop(snic_sim* sim, snic_sim_frame* frame, uint8_t* buffer,
                              uint32_t size);

// Takes the oldest accepted input frame (order of first beats) once its last beat was accepted;
// the log is kept only after snic_sim_log(sim, 1).
SNIC_SIM_API void snic_sim_log(snic_sim* sim, int enabled);
SNIC_SIM_API int snic_sim_pop_accepted(snic_sim* sim, snic_sim_frame* frame);

SNIC_SIM_API uint64_t snic_sim_clocks(const snic_sim* sim);

#ifdef __cplusplus
}
#endif
#endif
