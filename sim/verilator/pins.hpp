// Access to the pins of a verilated module as little-endian bit strings.
//
// Verilator stores a port of up to 8, 16, 32, 64 bits in one integer and a wider one in an array
// of 32-bit words, least significant first: on a little-endian host all are byte strings.
#pragma once

#include <cstdint>
#include <cstring>

namespace snic {

class Pin {
 public:
  template <class T>
  explicit Pin(T& port) : bytes_(reinterpret_cast<uint8_t*>(&port)) {}

  bool bit(unsigned index) const { return (bytes_[index >> 3] >> (index & 7)) & 1; }

  void set_bit(unsigned index, bool value) {
    uint8_t& byte = bytes_[index >> 3];
    const uint8_t mask = static_cast<uint8_t>(1u << (index & 7));
    byte = static_cast<uint8_t>(value ? byte | mask : byte & ~mask);
  }

  // Bits [low +: width], width up to 64.
  uint64_t get(unsigned low, unsigned width) const {
    uint64_t value = 0;
    for (unsigned done = 0; done < width;) {
      const unsigned at = low + done, shift = at & 7;
      value |= static_cast<uint64_t>(bytes_[at >> 3] >> shift) << done;
      done += 8 - shift;
    }
    return width == 64 ? value : value & ((1ull << width) - 1);
  }

  void set(unsigned low, unsigned width, uint64_t value) {
    for (unsigned done = 0; done < width;) {
      const unsigned at = low + done, shift = at & 7;
      const unsigned count = width - done < 8 - shift ? width - done : 8 - shift;
      const unsigned mask = ((1u << count) - 1) << shift;
      uint8_t& byte = bytes_[at >> 3];
      byte = static_cast<uint8_t>((byte & ~mask) | ((value >> done << shift) & mask));
      done += count;
    }
  }

  // Whole bytes, at a byte offset.
  const uint8_t* at(unsigned offset) const { return bytes_ + offset; }
  uint8_t* at(unsigned offset) { return bytes_ + offset; }

 private:
  uint8_t* bytes_;
};

// The pins of one AXI-Stream bus of snic_top; side = tid or tdest where the bus has one.
struct StreamPins {
  Pin data, keep, valid, ready, last, user, side;
};

// Deterministic coin: xorshift64*, chance in 1/65536.
class Coin {
 public:
  void set(uint32_t chance, uint64_t seed) {
    chance_ = chance;
    state_ = seed * 0x9E3779B97F4A7C15ull + 0x2545F4914F6CDD1Dull;
    if (state_ == 0) state_ = 1;
  }

  bool toss() {
    if (chance_ == 0) return false;
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return ((state_ * 0x2545F4914F6CDD1Dull) >> 48) < chance_;
  }

 private:
  uint32_t chance_ = 0;
  uint64_t state_ = 1;
};

}  // namespace snic
