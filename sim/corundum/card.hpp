// The verilated application block with Corundum's side of every stream played around it.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "Vmqnic_app_block.h"
#include "dma.hpp"
#include "snic_card.h"
#include "verilated.h"

struct snic_card;

namespace snic {

constexpr unsigned kBeatBytes = SNIC_DATA_W / 8;
constexpr unsigned kInterfaces = SNIC_IF_COUNT;
constexpr DmaGeometry kDma{64, 1, 17, 16, 12, 2, 512};
constexpr unsigned kTxIdBits = 13, kRxDestBits = 13, kTagBits = 16, kStampBits = 96;

struct Frame {
  snic_card_frame head{};
  std::vector<uint8_t> bytes;
};

// A stream into the application: presents the front frame beat by beat.
struct Source {
  Pin data, keep, valid, ready, last, user;
  unsigned index, user_bits;
  std::deque<Frame> frames{};
  size_t offset = 0;
  bool presenting = false;

  void drive(uint64_t user_value, Pin* id, unsigned id_bits);
  bool sample();  // true: the last beat of the front frame goes in this clock
};

// A stream out of it: always ready, collects frames.
struct Sink {
  Pin data, keep, valid, ready, last;
  unsigned index;
  std::vector<uint8_t> bytes{};

  bool sample(std::string& error);  // true: `bytes` is a whole frame
};

class Card {
 public:
  Card(snic_card_memory memory, void* context, uint64_t seed);
  ~Card();

  bool read(uint32_t address, uint32_t& value);
  bool write(uint32_t address, uint32_t value);
  void push(const snic_card_frame& head, const uint8_t* data);
  int run(uint64_t max_clocks);

  Dma& dma() { return *dma_; }
  const Dma& dma() const { return *dma_; }
  uint64_t clocks() const { return clocks_; }
  std::deque<Frame> received;
  std::string error;

 private:
  // Corundum holds so many frames of the host until their completions return.
  static constexpr unsigned kSlots = 32;
  static constexpr uint64_t kIdleClocks = 4096;
  static constexpr uint32_t kRegisterClocks = 65536;

  struct Slots {
    std::vector<bool> taken = std::vector<bool>(kSlots, false);
    unsigned current = 0;  // of the frame that is being presented
    std::deque<uint16_t> sent;  // tags that the MAC has to complete
    bool completing = false;
  };
  void step();
  void settle();
  void drive_host(unsigned n);
  void drive_completions(unsigned n);
  void sample_interface(unsigned n);
  bool waiting() const;

  VerilatedContext context_;
  std::unique_ptr<Vmqnic_app_block> top_;
  std::unique_ptr<Dma> dma_;
  std::vector<Source> wire_in_, host_in_;
  std::vector<Sink> wire_out_, host_out_;
  std::vector<Slots> slots_;
  uint64_t clocks_ = 0, quiet_ = 0;
};

}  // namespace snic
