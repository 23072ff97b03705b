// The test ends of one AXI-Stream port: a driver of its input, a checker of its output.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "pins.hpp"
#include "snic_sim.h"

namespace snic {

constexpr unsigned kDataBits = SNIC_DATA_W;
constexpr unsigned kBeatBytes = kDataBits / 8;
constexpr unsigned kInterfaces = SNIC_IF_COUNT;
// Longest frame that may leave: the longest accepted (9216) and what we put in front of it.
constexpr unsigned kMaxOutputBytes = 9216 + 64;

struct Frame {
  snic_sim_frame head;
  std::vector<uint8_t> bytes;
};

// Presents frames beat by beat. A beat once presented stays until it is accepted.
class Input {
 public:
  Input(StreamPins pins, int kind, unsigned interface)
      : pins_(pins), kind_(kind), interface_(interface) {}

  // Presents the next beat if there is one and chance allows; may_start guards first beats.
  void drive(bool may_start);
  // After the clock's low phase: is the presented beat transferred at this edge?
  bool sample();

  bool presenting() const { return presenting_; }
  // In the sampled clock: the beat transferred was the first, the last one of its frame.
  bool first() const { return first_; }
  bool last() const { return last_; }
  bool idle() const { return frames.empty(); }
  bool between_frames() const { return offset_ == 0 && !presenting_; }

  std::deque<Frame> frames;  // front = the one being presented
  Coin gap;

 private:
  void present();

  StreamPins pins_;
  int kind_;
  unsigned interface_;
  size_t offset_ = 0;  // bytes accepted of the front frame
  bool presenting_ = false, first_ = false, last_ = false;
};

// Collects frames, and checks what AXI-Stream and ARCHITECTURE.md promise.
class Output {
 public:
  Output(StreamPins pins, int kind, unsigned interface)
      : pins_(pins), kind_(kind), interface_(interface) {}

  void drive() {
    ready_ = !stall.toss();
    pins_.ready.set_bit(interface_, ready_);
  }
  // After the low phase; returns true when a frame is complete (in `frame`).
  bool sample(uint64_t clock, std::string& error);
  // Nothing may be valid during reset.
  bool valid() const { return pins_.valid.bit(interface_); }
  bool between_frames() const { return frame.bytes.empty(); }

  Frame frame{};
  Coin stall;

 private:
  struct Beat {
    uint8_t data[kBeatBytes];
    uint64_t keep, time, tag, side;
    bool last;
  };
  void capture(Beat& beat) const;
  const char* check(const Beat& beat, unsigned bytes) const;

  StreamPins pins_;
  int kind_;
  unsigned interface_;
  bool ready_ = false, held_ = false;
  Beat held_beat_{};
};

const char* kind_name(int kind);

}  // namespace snic
