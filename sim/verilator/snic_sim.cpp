#include "snic_sim.h"

#include "board.hpp"

using snic::Board;

namespace {

Board* board(snic_sim* sim) { return reinterpret_cast<Board*>(sim); }
const Board* board(const snic_sim* sim) { return reinterpret_cast<const Board*>(sim); }

bool is_port(int kind, int interface) {
  return kind >= 0 && kind < SNIC_SIM_KINDS && interface >= 0 &&
         interface < static_cast<int>(snic::kInterfaces);
}

int fail(Board* at, const char* text) {
  if (!at->failed()) at->error = text;
  return SNIC_SIM_ERROR;
}

int status(const Board* at) { return at->failed() ? SNIC_SIM_ERROR : SNIC_SIM_OK; }

}  // namespace

uint32_t snic_sim_abi(void) { return SNIC_SIM_ABI; }

void snic_sim_geometry(uint32_t* data_bits, uint32_t* interfaces, uint32_t* traced) {
  *data_bits = snic::kDataBits;
  *interfaces = snic::kInterfaces;
#ifdef SNIC_TRACE
  *traced = 1;
#else
  *traced = 0;
#endif
}

snic_sim* snic_sim_create(const char* trace_file) {
  return reinterpret_cast<snic_sim*>(new Board(trace_file));
}

void snic_sim_destroy(snic_sim* sim) { delete board(sim); }

const char* snic_sim_error(const snic_sim* sim) {
  return board(sim)->failed() ? board(sim)->error.c_str() : nullptr;
}

int snic_sim_read(snic_sim* sim, uint32_t address, uint32_t* value) {
  return !board(sim)->failed() && board(sim)->read(address, *value) ? SNIC_SIM_OK
                                                                    : SNIC_SIM_ERROR;
}

int snic_sim_write(snic_sim* sim, uint32_t address, uint32_t value) {
  return !board(sim)->failed() && board(sim)->write(address, value) ? SNIC_SIM_OK
                                                                    : SNIC_SIM_ERROR;
}

int snic_sim_mode(snic_sim* sim, int mode) {
  if (!board(sim)->set_ordered(mode == SNIC_SIM_ORDERED))
    return fail(board(sim), "the mode of time cannot change while frames are in flight");
  return status(board(sim));
}

int snic_sim_gaps(snic_sim* sim, int kind, int interface, uint32_t chance, uint64_t seed) {
  if (!is_port(kind, interface)) return fail(board(sim), "no such input");
  if (chance > 0xFFFF) return fail(board(sim), "an input that is always idle");
  board(sim)->input(kind, static_cast<unsigned>(interface)).gap.set(chance, seed);
  return status(board(sim));
}

int snic_sim_stalls(snic_sim* sim, int kind, int interface, uint32_t chance, uint64_t seed) {
  if (!is_port(kind, interface)) return fail(board(sim), "no such output");
  board(sim)->output(kind, static_cast<unsigned>(interface)).stall.set(chance, seed);
  return status(board(sim));
}

void snic_sim_set_time(snic_sim* sim, uint64_t time_ns) { board(sim)->set_time(time_ns); }

int snic_sim_push(snic_sim* sim, const snic_sim_frame* frame, const uint8_t* data) {
  if (!is_port(frame->kind, frame->interface)) return fail(board(sim), "no such input");
  if (frame->length == 0) return fail(board(sim), "a frame without bytes");
  board(sim)->push(*frame, data);
  return status(board(sim));
}

int64_t snic_sim_waiting(const snic_sim* sim, int kind, int interface) {
  if (!is_port(kind, interface)) return 0;
  Board* at = const_cast<Board*>(board(sim));
  return static_cast<int64_t>(at->input(kind, static_cast<unsigned>(interface)).frames.size());
}

int snic_sim_run(snic_sim* sim, uint64_t max_clocks) { return board(sim)->run(max_clocks); }

int snic_sim_pop(snic_sim* sim, snic_sim_frame* frame, uint8_t* buffer, uint32_t size) {
  auto& received = board(sim)->received;
  *frame = {};
  if (received.empty()) return SNIC_SIM_NONE;
  const snic::Frame& oldest = received.front();
  *frame = oldest.head;
  if (frame->length > size) return SNIC_SIM_NONE;
  memcpy(buffer, oldest.bytes.data(), frame->length);
  received.pop_front();
  return SNIC_SIM_OK;
}

void snic_sim_log(snic_sim* sim, int enabled) {
  board(sim)->log = enabled != 0;
  board(sim)->accepted.clear();
}

int snic_sim_pop_accepted(snic_sim* sim, snic_sim_frame* frame) {
  auto& accepted = board(sim)->accepted;
  if (accepted.empty() || accepted.front().length == 0) return SNIC_SIM_NONE;
  *frame = accepted.front();
  accepted.pop_front();
  return SNIC_SIM_OK;
}

uint64_t snic_sim_clocks(const snic_sim* sim) { return board(sim)->clocks(); }
