// One verilated snic_top: clock, reset, streams, registers, and the two modes of time.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "Vsnic_top.h"
#include "streams.hpp"
#include "verilated.h"

#ifdef SNIC_TRACE
#include "verilated_fst_c.h"
#endif

namespace snic {

class Board {
 public:
  explicit Board(const char* trace_file);
  ~Board();

  bool failed() const { return !error.empty(); }
  bool read(uint32_t address, uint32_t& value);
  bool write(uint32_t address, uint32_t value);
  bool set_ordered(bool ordered);
  void set_time(uint64_t time_ns) {
    if (!ordered_ && time_ns > time_ns_) time_ns_ = time_ns;
  }
  void push(const snic_sim_frame& head, const uint8_t* data);
  int run(uint64_t max_clocks);

  Input& input(int kind, unsigned interface) { return inputs_[index(kind, interface)]; }
  Output& output(int kind, unsigned interface) { return outputs_[index(kind, interface)]; }
  uint64_t clocks() const { return clocks_; }

  std::deque<Frame> received;            // complete output frames, order of last beats
  std::deque<snic_sim_frame> accepted;   // order of first beats; length 0 = not complete yet
  bool log = false;
  std::string error;

 private:
  // 250 MHz.
  static constexpr uint64_t kClockNs = 4;
  static constexpr uint32_t kRegisterClocks = 65536;
  // The way through the board is below kLatencyClocks, but frames that are dropped are read out of
  // the payload memory (32 KiB) in silence, one beat a clock. After kIdleClocks without movement
  // nothing is in flight.
  static constexpr uint64_t kLatencyClocks = 192;
  static constexpr uint64_t kIdleClocks = kLatencyClocks + 32768 / kBeatBytes;
  // Ordered mode. Time stays with a frame for kHoldClocks after its last beat, so that a stream
  // register between the port and the ingress does not matter. The smallest output queue holds one
  // frame of any size; less than that, and few frames, may be in flight. So much is dropped in
  // silence within kDrainClocks.
  static constexpr uint64_t kHoldClocks = 8;
  static constexpr size_t kBytesInFlight = 8192;
  static constexpr size_t kFramesInFlight = 12;
  static constexpr uint64_t kDrainClocks = kLatencyClocks + 10240 / kBeatBytes;

  struct InFlight {
    uint16_t tag;
    uint64_t time_ns;
    size_t bytes;
  };

  static unsigned index(int kind, unsigned interface) {
    return static_cast<unsigned>(kind) * kInterfaces + interface;
  }
  void reset();
  void step();
  void settle();
  void advance();
  bool may_start(unsigned input) const;
  void start_ordered();
  void accept(Input& input);
  void retire(const Frame& frame);
  bool inputs_idle() const;

  VerilatedContext context_;
  std::unique_ptr<Vsnic_top> top_;
#ifdef SNIC_TRACE
  std::unique_ptr<VerilatedFstC> trace_;
#endif
  std::vector<Input> inputs_;
  std::vector<Output> outputs_;
  uint64_t clocks_ = 0, time_ns_ = 0;
  uint64_t quiet_clocks_ = 0;  // clocks since anything was transferred or waiting to leave
  bool ordered_ = false;
  std::deque<unsigned> order_;      // ordered mode: inputs of the waiting frames
  uint64_t last_accept_clock_ = 0;  // ordered mode: last beat of the previous frame
  std::vector<InFlight> in_flight_;
  size_t bytes_in_flight_ = 0;
};

}  // namespace snic
