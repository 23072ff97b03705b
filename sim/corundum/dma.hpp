// One DMA interface of Corundum's application block, played from the other side: descriptors in,
// host memory and the application's RAM moved, statuses out by tag, in any order.
//
// Rules played (CORUNDUM.md, "Every parameter and port"): a descriptor that is offered stays until
// it is taken; RAM is written with byte enables and every write ends in a `done`; RAM reads are
// answered in order per segment; a status comes after the last byte, with the descriptor's tag.
#pragma once

#include <algorithm>
#include <deque>
#include <list>
#include <string>
#include <vector>

#include "../verilator/pins.hpp"

namespace snic {

// Bit widths, as the parameters of mqnic_app_block are.
struct DmaGeometry {
  unsigned addr = 64, sel = 4, ram_addr = 16, len = 16, tag = 16, segments = 2, segment_bits = 256;
  unsigned line_bytes() const { return segments * segment_bits / 8; }
  unsigned segment_bytes() const { return segment_bits / 8; }
  unsigned segment_addr() const { return ram_addr - __builtin_ctz(line_bytes()); }
};

struct DescriptorPins {
  Pin addr, sel, ram_addr, len, tag, valid, ready, status_tag, status_error, status_valid;
};

struct DmaPins {
  DescriptorPins read, write;
  Pin wr_sel, wr_be, wr_addr, wr_data, wr_valid, wr_ready, wr_done;
  Pin rd_sel, rd_addr, rd_valid, rd_ready, resp_data, resp_valid, resp_ready;
};

// Host memory: reads or writes bytes at a bus address; 0, or the error of the status (1..15).
using HostAccess = int (*)(void* context, uint64_t address, uint8_t* data, uint32_t length,
                           int write);

struct DmaBehaviour {
  unsigned latency = 200;      // up to so many clocks until an operation starts
  unsigned stall_percent = 30; // clocks in which a handshake is not given
  uint32_t errors = 0;         // of 65536 operations, so many fail without a reason
};

class Dma {
 public:
  Dma(DmaPins pins, DmaGeometry geometry, uint64_t seed)
      : pins_(pins), g_(geometry), write_done_(g_.segments), read_out_(g_.segments),
        sent_(g_.segments), offered_(g_.segments) {
    state_ = seed * 0x9E3779B97F4A7C15ull + 1;
  }

  HostAccess access = nullptr;
  void* context = nullptr;
  DmaBehaviour behaviour;
  std::string error;        // the first rule that the application broke
  uint64_t operations = 0, failed = 0, bytes = 0;
  bool idle() const { return ops_.empty(); }
  size_t outstanding() const { return ops_.size(); }

  // In the low phase of the clock, before the module is evaluated.
  void drive(uint64_t clock);
  // In the low phase, after it was evaluated: what happens at this edge.
  void sample(uint64_t clock);

 private:
  struct Piece {  // one segment of one line
    uint32_t line;
    unsigned low, count;  // bytes of the segment that are meant
    size_t at;            // where they are in the operation's data
  };
  struct Op {
    bool write = false;  // to the host
    uint64_t address = 0;
    uint32_t sel = 0, ram = 0, len = 0, tag = 0, code = 0;
    uint64_t due = 0;
    bool started = false, moved = false;
    size_t open = 0;  // pieces not finished
    std::vector<uint8_t> data;
    std::vector<std::deque<Piece>> pieces;
  };
  struct Flight {
    Op* op;
    Piece piece;
  };
  struct Offer {
    bool valid = false;
    Op* op = nullptr;
    Piece piece{};
  };

  uint64_t random() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }
  bool go() { return random() % 100 >= behaviour.stall_percent; }
  void break_rule(const std::string& what) {
    if (error.empty()) error = "DMA: " + what;
  }
  void accept(DescriptorPins& pins, bool write, uint64_t clock);
  void start(Op& op);
  void finish(DescriptorPins& pins, bool write, uint64_t clock);
  Op* pick(bool write, unsigned segment);
  void drive_segment(unsigned segment);
  void sample_segment(unsigned segment, uint64_t clock);
  void piece_done(Op& op, uint64_t clock);

  DmaPins pins_;
  DmaGeometry g_;
  std::list<Op> ops_;
  std::vector<std::deque<Op*>> write_done_;  // accepted RAM writes, per segment
  std::vector<std::deque<Flight>> read_out_; // accepted RAM reads, per segment
  std::vector<Offer> sent_, offered_;        // RAM writes, RAM reads that are offered
  uint64_t state_;
  bool held_[2] = {};
  std::string held_desc_[2];
};

}  // namespace snic
