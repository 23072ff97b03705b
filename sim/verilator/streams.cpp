#include "streams.hpp"

namespace snic {

const char* kind_name(int kind) {
  static const char* const kNames[] = {"wire", "host", "slow"};
  return kNames[kind];
}

void Input::drive(bool may_start) {
  if (!presenting_) {
    const bool starts = offset_ == 0;
    presenting_ = !frames.empty() && (may_start || !starts) && !gap.toss();
    if (presenting_) present();
  }
  pins_.valid.set_bit(interface_, presenting_);
}

void Input::present() {
  const Frame& frame = frames.front();
  const size_t left = frame.bytes.size() - offset_;
  const unsigned count = left < kBeatBytes ? static_cast<unsigned>(left) : kBeatBytes;
  const uint64_t keep = count == 64 ? ~0ull : (1ull << count) - 1;
  uint8_t* data = pins_.data.at(interface_ * kBeatBytes);
  // Bytes beyond the end are not zero: nothing behind may depend on them.
  if (count < kBeatBytes) memset(data + count, 0xA5, kBeatBytes - count);
  memcpy(data, frame.bytes.data() + offset_, count);
  pins_.keep.set(interface_ * kBeatBytes, kBeatBytes, keep);
  pins_.last.set_bit(interface_, left <= kBeatBytes);
  pins_.user.set(interface_ * 17, 17, frame.head.tag * 2ull + (frame.head.bad & 1));
  if (kind_ == SNIC_SIM_HOST) pins_.side.set(interface_ * 12, 12, frame.head.queue);
}

bool Input::sample() {
  first_ = last_ = false;
  if (!presenting_ || !pins_.ready.bit(interface_)) return false;
  first_ = offset_ == 0;
  offset_ += kBeatBytes;
  last_ = offset_ >= frames.front().bytes.size();
  if (last_) offset_ = 0;
  presenting_ = false;
  return true;
}

void Output::capture(Beat& beat) const {
  memcpy(beat.data, pins_.data.at(interface_ * kBeatBytes), kBeatBytes);
  beat.keep = pins_.keep.get(interface_ * kBeatBytes, kBeatBytes);
  beat.tag = pins_.user.get(interface_ * 80, 16);
  beat.time = pins_.user.get(interface_ * 80 + 16, 64);
  beat.side = kind_ == SNIC_SIM_HOST ? pins_.side.get(interface_ * 12, 12) : 0;
  beat.last = pins_.last.bit(interface_);
}

const char* Output::check(const Beat& beat, unsigned bytes) const {
  if (beat.keep & (beat.keep + 1)) return "tkeep is not contiguous from bit 0";
  if (bytes == 0) return "a beat without bytes";
  if (bytes != kBeatBytes && !beat.last) return "tkeep is not full before tlast";
  if (frame.bytes.size() + bytes > kMaxOutputBytes) return "the frame is too long";
  if (frame.bytes.empty()) return nullptr;
  if (beat.time != frame.head.time_ns || beat.tag != frame.head.tag)
    return "tuser changes within a frame";
  if (beat.side != frame.head.queue) return "tdest changes within a frame";
  return nullptr;
}

bool Output::sample(uint64_t clock, std::string& error) {
  if (!valid()) {
    if (held_) error = std::string("m_axis_") + kind_name(kind_) + ": tvalid fell before tready";
    held_ = false;
    return false;
  }
  Beat beat;
  memset(&beat, 0, sizeof beat);
  capture(beat);
  if (held_ && memcmp(&beat, &held_beat_, sizeof beat) != 0)
    error = std::string("m_axis_") + kind_name(kind_) + ": a stalled beat changed";
  held_ = !ready_;
  if (held_) {
    memcpy(&held_beat_, &beat, sizeof beat);
    return false;
  }
  const unsigned bytes = static_cast<unsigned>(__builtin_popcountll(beat.keep));
  if (const char* wrong = check(beat, bytes))
    error = std::string("m_axis_") + kind_name(kind_) + ": " + wrong;
  if (frame.bytes.empty()) {
    frame.head = {};
    frame.head.kind = static_cast<uint8_t>(kind_);
    frame.head.interface = static_cast<uint8_t>(interface_);
    frame.head.queue = static_cast<uint16_t>(beat.side);
    frame.head.tag = static_cast<uint16_t>(beat.tag);
    frame.head.time_ns = beat.time;
    frame.head.first_clock = clock;
  }
  frame.bytes.insert(frame.bytes.end(), beat.data, beat.data + bytes);
  frame.head.length = static_cast<uint32_t>(frame.bytes.size());
  frame.head.last_clock = clock;
  return beat.last;
}

}  // namespace snic
