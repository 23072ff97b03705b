#include "dma.hpp"

namespace snic {

// Cuts an operation into segments of lines of the application's RAM.
void Dma::start(Op& op) {
  op.started = true;
  if (!op.write) {
    op.data.resize(op.len);
    if (op.code == 0)
      op.code = static_cast<uint32_t>(access(context, op.address, op.data.data(), op.len, 0));
    if (op.code) return;
  } else {
    op.data.resize(op.len);
  }
  op.pieces.resize(g_.segments);
  const unsigned line_bytes = g_.line_bytes(), segment_bytes = g_.segment_bytes();
  for (uint32_t done = 0; done < op.len;) {
    const uint32_t at = (op.ram + done) & ((1u << g_.ram_addr) - 1);
    const unsigned in_line = at % line_bytes, segment = in_line / segment_bytes,
                   low = in_line % segment_bytes;
    const unsigned count = std::min<uint32_t>(segment_bytes - low, op.len - done);
    op.pieces[segment].push_back({at / line_bytes, low, count, done});
    ++op.open;
    done += count;
  }
}

void Dma::accept(DescriptorPins& pins, bool write, uint64_t clock) {
  const bool valid = pins.valid.bit(0), ready = pins.ready.bit(0);
  Op op;
  op.write = write;
  op.address = pins.addr.get(0, g_.addr);
  op.sel = static_cast<uint32_t>(pins.sel.get(0, g_.sel));
  op.ram = static_cast<uint32_t>(pins.ram_addr.get(0, g_.ram_addr));
  op.len = static_cast<uint32_t>(pins.len.get(0, g_.len));
  op.tag = static_cast<uint32_t>(pins.tag.get(0, g_.tag));
  const std::string text = std::to_string(op.address) + "/" + std::to_string(op.sel) + "/" +
                           std::to_string(op.ram) + "/" + std::to_string(op.len) + "/" +
                           std::to_string(op.tag);
  if (held_[write] && (!valid || text != held_desc_[write]))
    break_rule("a descriptor that was offered was taken back or changed");
  held_[write] = valid && !ready;
  held_desc_[write] = text;
  if (!valid || !ready) return;
  if (op.len == 0) break_rule("a descriptor of length 0");
  for (const Op& other : ops_)
    if (other.write == write && other.tag == op.tag) break_rule("a tag is used twice at a time");
  op.due = clock + 1 + random() % (behaviour.latency + 1);
  if (random() % 65536 < behaviour.errors) op.code = static_cast<uint32_t>(1 + random() % 15);
  ++operations;
  ops_.push_back(std::move(op));
}

Dma::Op* Dma::pick(bool write, unsigned segment) {
  Op* found = nullptr;
  unsigned seen = 0;
  for (Op& op : ops_) {
    if (op.write != write || op.pieces.empty() || op.pieces[segment].empty()) continue;
    if (random() % ++seen == 0) found = &op;
  }
  return found;
}

void Dma::drive_segment(unsigned s) {
  Offer& out = sent_[s];
  if (!out.valid && go()) {
    if (Op* op = pick(false, s)) {
      out = {true, op, op->pieces[s].front()};
      op->pieces[s].pop_front();
      const unsigned bytes = g_.segment_bytes();
      uint8_t* data = pins_.wr_data.at(s * bytes);
      for (unsigned i = 0; i < bytes; ++i) data[i] = 0xDB;
      memcpy(data + out.piece.low, op->data.data() + out.piece.at, out.piece.count);
      for (unsigned i = 0; i < bytes; ++i)
        pins_.wr_be.set_bit(s * bytes + i,
                            i >= out.piece.low && i < out.piece.low + out.piece.count);
      pins_.wr_sel.set(s * g_.sel, g_.sel, op->sel);
      pins_.wr_addr.set(s * g_.segment_addr(), g_.segment_addr(), out.piece.line);
    }
  }
  pins_.wr_valid.set_bit(s, out.valid);

  Offer& in = offered_[s];
  if (!in.valid && read_out_[s].size() < 16 && go()) {
    if (Op* op = pick(true, s)) {
      in = {true, op, op->pieces[s].front()};
      op->pieces[s].pop_front();
      pins_.rd_sel.set(s * g_.sel, g_.sel, op->sel);
      pins_.rd_addr.set(s * g_.segment_addr(), g_.segment_addr(), in.piece.line);
    }
  }
  pins_.rd_valid.set_bit(s, in.valid);
  pins_.resp_ready.set_bit(s, go());
}

void Dma::piece_done(Op& op, uint64_t clock) {
  if (--op.open == 0) op.due = clock + random() % (behaviour.latency / 4 + 1);
}

void Dma::sample_segment(unsigned s, uint64_t clock) {
  if (pins_.wr_done.bit(s)) {
    // A combinational done is that of the write in this clock.
    if (write_done_[s].empty() && sent_[s].valid && pins_.wr_ready.bit(s)) {
      piece_done(*sent_[s].op, clock);
      sent_[s].valid = false;
    } else if (write_done_[s].empty()) {
      break_rule("a RAM write is done that was not asked for");
    } else {
      piece_done(*write_done_[s].front(), clock);
      write_done_[s].pop_front();
    }
  }
  if (sent_[s].valid && pins_.wr_ready.bit(s)) {
    write_done_[s].push_back(sent_[s].op);
    sent_[s].valid = false;
  }
  if (pins_.resp_valid.bit(s) && pins_.resp_ready.bit(s)) {
    Flight flight{};
    if (!read_out_[s].empty()) {
      flight = read_out_[s].front();
      read_out_[s].pop_front();
    } else {
      return break_rule("a RAM read is answered that was not asked for");
    }
    memcpy(flight.op->data.data() + flight.piece.at,
           pins_.resp_data.at(s * g_.segment_bytes()) + flight.piece.low, flight.piece.count);
    piece_done(*flight.op, clock);
  }
  if (offered_[s].valid && pins_.rd_ready.bit(s)) {
    read_out_[s].push_back({offered_[s].op, offered_[s].piece});
    offered_[s].valid = false;
  }
}

// At most one status a clock and direction: of any operation that is over.
void Dma::finish(DescriptorPins& pins, bool write, uint64_t clock) {
  pins.status_valid.set_bit(0, false);
  if (!go()) return;
  auto chosen = ops_.end();
  unsigned seen = 0;
  for (auto op = ops_.begin(); op != ops_.end(); ++op) {
    if (op->write != write || !op->started || op->open != 0 || op->due > clock) continue;
    if (random() % ++seen == 0) chosen = op;
  }
  if (chosen == ops_.end()) return;
  if (write && chosen->code == 0)
    chosen->code = static_cast<uint32_t>(
        access(context, chosen->address, chosen->data.data(), chosen->len, 1));
  pins.status_tag.set(0, g_.tag, chosen->tag);
  pins.status_error.set(0, 4, chosen->code);
  pins.status_valid.set_bit(0, true);
  failed += chosen->code != 0;
  bytes += chosen->len;
  ops_.erase(chosen);
}

void Dma::drive(uint64_t clock) {
  for (Op& op : ops_)
    if (!op.started && op.due <= clock) start(op);
  pins_.read.ready.set_bit(0, go());
  pins_.write.ready.set_bit(0, go());
  finish(pins_.read, false, clock);
  finish(pins_.write, true, clock);
  for (unsigned s = 0; s < g_.segments; ++s) drive_segment(s);
}

void Dma::sample(uint64_t clock) {
  accept(pins_.read, false, clock);
  accept(pins_.write, true, clock);
  for (unsigned s = 0; s < g_.segments; ++s) sample_segment(s, clock);
}

}  // namespace snic
