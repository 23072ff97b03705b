#include "board.hpp"

namespace snic {

namespace {

std::vector<Input> make_inputs(Vsnic_top& top) {
  std::vector<Input> inputs;
  for (unsigned n = 0; n < kInterfaces; ++n)
    inputs.emplace_back(
        StreamPins{Pin(top.s_axis_wire_tdata), Pin(top.s_axis_wire_tkeep),
                   Pin(top.s_axis_wire_tvalid), Pin(top.s_axis_wire_tready),
                   Pin(top.s_axis_wire_tlast), Pin(top.s_axis_wire_tuser),
                   Pin(top.s_axis_wire_tuser)},
        SNIC_SIM_WIRE, n);
  for (unsigned n = 0; n < kInterfaces; ++n)
    inputs.emplace_back(
        StreamPins{Pin(top.s_axis_host_tdata), Pin(top.s_axis_host_tkeep),
                   Pin(top.s_axis_host_tvalid), Pin(top.s_axis_host_tready),
                   Pin(top.s_axis_host_tlast), Pin(top.s_axis_host_tuser),
                   Pin(top.s_axis_host_tid)},
        SNIC_SIM_HOST, n);
  for (unsigned n = 0; n < kInterfaces; ++n)
    inputs.emplace_back(
        StreamPins{Pin(top.s_axis_slow_tdata), Pin(top.s_axis_slow_tkeep),
                   Pin(top.s_axis_slow_tvalid), Pin(top.s_axis_slow_tready),
                   Pin(top.s_axis_slow_tlast), Pin(top.s_axis_slow_tuser),
                   Pin(top.s_axis_slow_tuser)},
        SNIC_SIM_SLOW, n);
  return inputs;
}

std::vector<Output> make_outputs(Vsnic_top& top) {
  std::vector<Output> outputs;
  for (unsigned n = 0; n < kInterfaces; ++n)
    outputs.emplace_back(
        StreamPins{Pin(top.m_axis_wire_tdata), Pin(top.m_axis_wire_tkeep),
                   Pin(top.m_axis_wire_tvalid), Pin(top.m_axis_wire_tready),
                   Pin(top.m_axis_wire_tlast), Pin(top.m_axis_wire_tuser),
                   Pin(top.m_axis_wire_tuser)},
        SNIC_SIM_WIRE, n);
  for (unsigned n = 0; n < kInterfaces; ++n)
    outputs.emplace_back(
        StreamPins{Pin(top.m_axis_host_tdata), Pin(top.m_axis_host_tkeep),
                   Pin(top.m_axis_host_tvalid), Pin(top.m_axis_host_tready),
                   Pin(top.m_axis_host_tlast), Pin(top.m_axis_host_tuser),
                   Pin(top.m_axis_host_tdest)},
        SNIC_SIM_HOST, n);
  for (unsigned n = 0; n < kInterfaces; ++n)
    outputs.emplace_back(
        StreamPins{Pin(top.m_axis_slow_tdata), Pin(top.m_axis_slow_tkeep),
                   Pin(top.m_axis_slow_tvalid), Pin(top.m_axis_slow_tready),
                   Pin(top.m_axis_slow_tlast), Pin(top.m_axis_slow_tuser),
                   Pin(top.m_axis_slow_tuser)},
        SNIC_SIM_SLOW, n);
  return outputs;
}

}  // namespace

Board::Board(const char* trace_file)
    : top_(new Vsnic_top(&context_)), inputs_(make_inputs(*top_)), outputs_(make_outputs(*top_)) {
#ifdef SNIC_TRACE
  if (trace_file != nullptr) {
    context_.traceEverOn(true);
    trace_.reset(new VerilatedFstC);
    top_->trace(trace_.get(), 99);
    trace_->open(trace_file);
    if (!trace_->isOpen()) error = std::string("cannot write the waveform ") + trace_file;
  }
#else
  if (trace_file != nullptr) error = "this library was built without waveforms (TRACE=1)";
#endif
  reset();
}

Board::~Board() {
  top_->final();
#ifdef SNIC_TRACE
  if (trace_) trace_->close();
#endif
}

void Board::reset() {
  constexpr unsigned kResetClocks = 8;
  top_->rst = 1;
  for (unsigned n = 0; n < kResetClocks && !failed(); ++n) {
    step();
    if (n == 0) continue;
    for (const Output& output : outputs_)
      if (output.valid()) error = "an output is valid during reset";
  }
  top_->rst = 0;
  step();
}

void Board::step() {
  settle();
  advance();
}

// The low phase: pins are driven, and what the board answers to them is there.
void Board::settle() {
  for (unsigned n = 0; n < inputs_.size(); ++n) inputs_[n].drive(may_start(n));
  for (Output& output : outputs_) output.drive();
  if (ordered_) start_ordered();
  top_->time_ns_i = time_ns_;
  top_->clk = 0;
  top_->eval();
#ifdef SNIC_TRACE
  if (trace_) trace_->dump(clocks_ * kClockNs * 1000);
#endif
}

// What was handed over is taken, then the rising edge.
void Board::advance() {
  ++quiet_clocks_;
  for (Input& input : inputs_)
    if (input.sample()) accept(input);
  for (Output& output : outputs_) {
    if (output.sample(clocks_, error)) {
      retire(output.frame);
      received.push_back(std::move(output.frame));
      output.frame = Frame{};
    }
    if (output.valid()) quiet_clocks_ = 0;
  }

  top_->clk = 1;
  top_->eval();
#ifdef SNIC_TRACE
  if (trace_) trace_->dump((clocks_ * kClockNs + kClockNs / 2) * 1000);
#endif
  ++clocks_;
  if (!ordered_) time_ns_ += kClockNs;
  if (ordered_ && quiet_clocks_ >= kDrainClocks && !in_flight_.empty()) {
    in_flight_.clear();
    bytes_in_flight_ = 0;
  }
}

bool Board::may_start(unsigned input) const {
  if (!ordered_) return true;
  if (order_.empty() || order_.front() != input) return false;
  if (clocks_ < last_accept_clock_ + kHoldClocks) return false;
  if (in_flight_.empty()) return true;
  const size_t bytes = inputs_[input].frames.front().bytes.size();
  return in_flight_.size() < kFramesInFlight && bytes_in_flight_ + bytes <= kBytesInFlight;
}

// The clock stands at the stamp of the frame that is being presented.
void Board::start_ordered() {
  if (order_.empty()) return;
  const Input& input = inputs_[order_.front()];
  if (input.presenting()) time_ns_ = input.frames.front().head.time_ns;
}

void Board::accept(Input& input) {
  quiet_clocks_ = 0;
  snic_sim_frame& head = input.frames.front().head;
  if (input.first()) {
    head.time_ns = time_ns_;
    head.first_clock = clocks_;
  }
  if (!input.last()) {
    if (log && input.first()) {
      accepted.push_back(head);
      accepted.back().length = 0;
    }
    return;
  }
  head.last_clock = clocks_;
  if (log && input.first()) {
    accepted.push_back(head);
  } else if (log) {
    for (size_t n = accepted.size(); n-- > 0;)
      if (accepted[n].length == 0 && accepted[n].kind == head.kind &&
          accepted[n].interface == head.interface) {
        accepted[n] = head;
        break;
      }
  }
  if (ordered_) {
    order_.pop_front();
    last_accept_clock_ = clocks_;
    in_flight_.push_back({head.tag, head.time_ns, head.length});
    bytes_in_flight_ += head.length;
  }
  input.frames.pop_front();
}

void Board::retire(const Frame& frame) {
  if (!ordered_) return;
  for (size_t n = 0; n < in_flight_.size(); ++n) {
    if (in_flight_[n].tag != frame.head.tag) continue;
    if (in_flight_[n].time_ns != frame.head.time_ns)
      error = "a frame came out with a time that is not its arrival time";
    bytes_in_flight_ -= in_flight_[n].bytes;
    in_flight_.erase(in_flight_.begin() + static_cast<long>(n));
    return;
  }
  error = "a frame came out with a tag that is not in flight";
}

bool Board::inputs_idle() const {
  for (const Input& input : inputs_)
    if (!input.idle()) return false;
  return true;
}

int Board::run(uint64_t max_clocks) {
  for (uint64_t n = 0; n < max_clocks && !failed(); ++n) {
    if (quiet_clocks_ >= kIdleClocks && inputs_idle()) {
      for (const Output& output : outputs_)
        if (!output.between_frames()) error = "an output stopped within a frame";
      return failed() ? SNIC_SIM_ERROR : SNIC_SIM_OK;
    }
    step();
  }
  return failed() ? SNIC_SIM_ERROR : SNIC_SIM_NONE;
}

bool Board::set_ordered(bool ordered) {
  if (!inputs_idle() || quiet_clocks_ < kIdleClocks) return false;
  ordered_ = ordered;
  in_flight_.clear();
  bytes_in_flight_ = 0;
  return true;
}

void Board::push(const snic_sim_frame& head, const uint8_t* data) {
  const unsigned at = index(head.kind, head.interface);
  Frame frame{head, std::vector<uint8_t>(data, data + head.length)};
  inputs_[at].frames.push_back(std::move(frame));
  if (ordered_) order_.push_back(at);
}

bool Board::read(uint32_t address, uint32_t& value) {
  top_->s_axil_araddr = address;
  top_->s_axil_arvalid = 1;
  top_->s_axil_rready = 1;
  for (uint32_t n = 0; n < kRegisterClocks && !failed(); ++n) {
    settle();
    const bool address_taken = top_->s_axil_arvalid && top_->s_axil_arready;
    const bool data_taken = top_->s_axil_rvalid;
    const uint32_t data = top_->s_axil_rdata;
    const unsigned response = top_->s_axil_rresp;
    advance();
    if (address_taken) top_->s_axil_arvalid = 0;
    if (!data_taken) continue;
    top_->s_axil_rready = 0;
    if (response != 0) error = "a register read was refused";
    value = data;
    return !failed();
  }
  if (!failed()) error = "a register read was not answered";
  return false;
}

bool Board::write(uint32_t address, uint32_t value) {
  top_->s_axil_awaddr = address;
  top_->s_axil_awvalid = 1;
  top_->s_axil_wdata = value;
  top_->s_axil_wstrb = 0xF;
  top_->s_axil_wvalid = 1;
  top_->s_axil_bready = 1;
  for (uint32_t n = 0; n < kRegisterClocks && !failed(); ++n) {
    settle();
    const bool address_taken = top_->s_axil_awvalid && top_->s_axil_awready;
    const bool data_taken = top_->s_axil_wvalid && top_->s_axil_wready;
    const bool answered = top_->s_axil_bvalid;
    const unsigned response = top_->s_axil_bresp;
    advance();
    if (address_taken) top_->s_axil_awvalid = 0;
    if (data_taken) top_->s_axil_wvalid = 0;
    if (!answered) continue;
    top_->s_axil_bready = 0;
    if (response != 0) error = "a register write was refused";
    return !failed();
  }
  if (!failed()) error = "a register write was not answered";
  return false;
}

}  // namespace snic
