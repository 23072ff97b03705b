#include "card.hpp"

#include "dma_pins.hpp"

namespace snic {

namespace {

#define SNIC_STREAM(NAME)                                                                  \
  Pin(t.NAME##_tdata), Pin(t.NAME##_tkeep), Pin(t.NAME##_tvalid), Pin(t.NAME##_tready),    \
      Pin(t.NAME##_tlast)

}  // namespace

void Source::drive(uint64_t user_value, Pin* id, unsigned id_bits) {
  if (!presenting && !frames.empty()) {
    const Frame& frame = frames.front();
    const size_t left = frame.bytes.size() - offset;
    const unsigned count = left < kBeatBytes ? static_cast<unsigned>(left) : kBeatBytes;
    uint8_t* to = data.at(index * kBeatBytes);
    memset(to, 0xA5, kBeatBytes);
    memcpy(to, frame.bytes.data() + offset, count);
    keep.set(index * kBeatBytes, kBeatBytes, count == 64 ? ~0ull : (1ull << count) - 1);
    last.set_bit(index, left <= kBeatBytes);
    user.set(index * user_bits, user_bits < 64 ? user_bits : 64, user_value);
    if (id != nullptr) id->set(index * id_bits, id_bits, frame.head.queue);
    presenting = true;
  }
  valid.set_bit(index, presenting);
}

bool Source::sample() {
  if (!presenting || !ready.bit(index)) return false;
  presenting = false;
  offset += kBeatBytes;
  if (offset < frames.front().bytes.size()) return false;
  offset = 0;
  return true;
}

bool Sink::sample(std::string& error) {
  if (!valid.bit(index)) return false;
  const uint64_t mask = keep.get(index * kBeatBytes, kBeatBytes);
  const bool end = last.bit(index);
  const unsigned count = static_cast<unsigned>(__builtin_popcountll(mask));
  if ((mask & (mask + 1)) != 0 || count == 0 || (count != kBeatBytes && !end))
    error = "tkeep has a hole";
  const uint8_t* from = data.at(index * kBeatBytes);
  bytes.insert(bytes.end(), from, from + count);
  return end;
}

Card::Card(snic_card_memory memory, void* context, uint64_t seed)
    : top_(new Vmqnic_app_block(&context_)), slots_(kInterfaces) {
  Vmqnic_app_block& t = *top_;
  dma_.reset(new Dma(dma_pins(t), kDma, seed));
  dma_->access = memory;
  dma_->context = context;
  for (unsigned n = 0; n < kInterfaces; ++n) {
    wire_in_.push_back({SNIC_STREAM(s_axis_if_rx), Pin(t.s_axis_if_rx_tuser), n, kStampBits + 1});
    host_in_.push_back({SNIC_STREAM(s_axis_if_tx), Pin(t.s_axis_if_tx_tuser), n, kTagBits + 1});
    wire_out_.push_back({SNIC_STREAM(m_axis_if_tx), n});
    host_out_.push_back({SNIC_STREAM(m_axis_if_rx), n});
    Pin(t.m_axis_if_tx_tready).set_bit(n, true);
    Pin(t.m_axis_if_rx_tready).set_bit(n, true);
    Pin(t.m_axis_if_tx_cpl_ready).set_bit(n, true);
  }
  t.m_axis_stat_tready = 1;
  t.rst = 1;
  for (unsigned n = 0; n < 8; ++n) step();
  t.rst = 0;
  step();
}

Card::~Card() { top_->final(); }

void Card::settle() {
  top_->clk = 0;
  top_->eval();
}

// A frame of the host enters with a slot of its own, named by its tag (first bit 1).
void Card::drive_host(unsigned n) {
  Source& source = host_in_[n];
  Slots& slots = slots_[n];
  const bool starts = !source.presenting && source.offset == 0;
  if (starts && !source.frames.empty()) {
    unsigned free = 0;
    while (free < kSlots && slots.taken[free]) ++free;
    if (free == kSlots) return source.valid.set_bit(n, false);
    slots.current = free;
    slots.taken[free] = true;
  }
  Pin id(top_->s_axis_if_tx_tid);
  source.drive((0x8000ull | slots.current) << 1, &id, kTxIdBits);
}

// The MAC completes what it sent; completions for the host free their slots.
void Card::drive_completions(unsigned n) {
  Slots& slots = slots_[n];
  slots.completing = !slots.sent.empty();
  Pin(top_->s_axis_if_tx_cpl_valid).set_bit(n, slots.completing);
  if (slots.completing)
    Pin(top_->s_axis_if_tx_cpl_tag).set(n * kTagBits, kTagBits, slots.sent.front());
}

void Card::sample_interface(unsigned n) {
  Slots& slots = slots_[n];
  const auto moved = [&](Source& source) {
    if (source.presenting && source.ready.bit(n)) quiet_ = 0;
    if (source.sample()) source.frames.pop_front();
  };
  moved(wire_in_[n]);
  moved(host_in_[n]);
  if (slots.completing && Pin(top_->s_axis_if_tx_cpl_ready).bit(n)) slots.sent.pop_front();
  if (Pin(top_->m_axis_if_tx_cpl_valid).bit(n)) {
    const auto tag = Pin(top_->m_axis_if_tx_cpl_tag).get(n * kTagBits, kTagBits);
    if ((tag & 0x8000) == 0 || tag % 0x8000 >= kSlots || !slots.taken[tag % kSlots])
      error = "a completion with tag " + std::to_string(tag) + " that nobody waits for";
    slots.taken[tag % kSlots] = false;
  }
  const auto collect = [&](Sink& sink, uint8_t kind, uint16_t queue) {
    if (sink.valid.bit(n)) quiet_ = 0;
    if (!sink.sample(error)) return false;
    Frame frame{{kind, static_cast<uint8_t>(n), queue, static_cast<uint32_t>(sink.bytes.size())},
                std::move(sink.bytes)};
    sink.bytes.clear();
    received.push_back(std::move(frame));
    return true;
  };
  if (collect(wire_out_[n], SNIC_CARD_WIRE, 0))
    slots.sent.push_back(static_cast<uint16_t>(
        Pin(top_->m_axis_if_tx_tuser).get(n * (kTagBits + 1) + 1, kTagBits)));
  const auto dest = Pin(top_->m_axis_if_rx_tdest).get(n * kRxDestBits, kRxDestBits);
  collect(host_out_[n], SNIC_CARD_HOST, static_cast<uint16_t>(dest & 0xFFF));
}

void Card::step() {
  for (unsigned n = 0; n < kInterfaces; ++n) {
    wire_in_[n].drive(0, nullptr, 0);
    drive_host(n);
    drive_completions(n);
  }
  if (!top_->rst) dma_->drive(clocks_);
  settle();
  ++quiet_;
  if (!top_->rst) {
    for (unsigned n = 0; n < kInterfaces; ++n) sample_interface(n);
    dma_->sample(clocks_);
    if (!dma_->idle()) quiet_ = 0;
    if (!dma_->error.empty()) error = dma_->error;
  }
  top_->clk = 1;
  top_->eval();
  ++clocks_;
}

bool Card::waiting() const {
  for (unsigned n = 0; n < kInterfaces; ++n)
    if (!wire_in_[n].frames.empty() || !host_in_[n].frames.empty()) return true;
  return false;
}

int Card::run(uint64_t max_clocks) {
  for (uint64_t n = 0; n < max_clocks && error.empty(); ++n) {
    if (quiet_ >= kIdleClocks && !waiting()) return 1;
    step();
  }
  return error.empty() ? 0 : -1;
}

void Card::push(const snic_card_frame& head, const uint8_t* data) {
  auto& list = head.kind == SNIC_CARD_WIRE ? wire_in_ : host_in_;
  list[head.interface].frames.push_back({head, {data, data + head.length}});
  quiet_ = 0;
}

bool Card::read(uint32_t address, uint32_t& value) {
  top_->s_axil_app_ctrl_araddr = address;
  top_->s_axil_app_ctrl_arvalid = top_->s_axil_app_ctrl_rready = 1;
  for (uint32_t n = 0; n < kRegisterClocks && error.empty(); ++n) {
    settle();
    const bool taken = top_->s_axil_app_ctrl_arready, answered = top_->s_axil_app_ctrl_rvalid;
    value = top_->s_axil_app_ctrl_rdata;
    step();
    if (taken) top_->s_axil_app_ctrl_arvalid = 0;
    if (answered) {
      top_->s_axil_app_ctrl_rready = 0;
      return error.empty();
    }
  }
  if (error.empty()) error = "a register read was not answered";
  return false;
}

bool Card::write(uint32_t address, uint32_t value) {
  quiet_ = 0;  // it may be a doorbell
  top_->s_axil_app_ctrl_awaddr = address;
  top_->s_axil_app_ctrl_wdata = value;
  top_->s_axil_app_ctrl_wstrb = 0xF;
  top_->s_axil_app_ctrl_awvalid = top_->s_axil_app_ctrl_wvalid = 1;
  top_->s_axil_app_ctrl_bready = 1;
  for (uint32_t n = 0; n < kRegisterClocks && error.empty(); ++n) {
    settle();
    const bool address_taken = top_->s_axil_app_ctrl_awready;
    const bool data_taken = top_->s_axil_app_ctrl_wready;
    const bool answered = top_->s_axil_app_ctrl_bvalid;
    step();
    if (address_taken) top_->s_axil_app_ctrl_awvalid = 0;
    if (data_taken) top_->s_axil_app_ctrl_wvalid = 0;
    if (answered) {
      top_->s_axil_app_ctrl_bready = 0;
      return error.empty();
    }
  }
  if (error.empty()) error = "a register write was not answered";
  return false;
}

}  // namespace snic
