// Where a ring of descriptors stands: entries given by the host (tail) and taken back (head).
//
// Contract
// - Both count up for ever, modulo 2^COUNT_W; entry = count modulo the ring's size, 2^size_i
//   (size_i below COUNT_W; it counts from a clock later on). `tail_i` may be anything: `waiting_o`
//   is high only while 1 to 2^size_i entries are given, `overrun_o` while more are.
// - `advance_i` only in a clock with `waiting_o`: head never passes tail.
// - `phase_o` marks the present entry done: 1 on the first pass through the ring, then in turn.
// - `clear_i` sets head to 0.
module snic_ring_pointers #(
    parameter int COUNT_W = 16
) (
    input  logic               clk,
    input  logic               rst,
    input  logic               clear_i,
    input  logic               advance_i,
    input  logic [3:0]         size_i,
    input  logic [COUNT_W-1:0] tail_i,

    output logic [COUNT_W-1:0] head_o,
    output logic [COUNT_W-1:0] index_o,
    output logic               phase_o,
    output logic               waiting_o,
    output logic               overrun_o
);
  logic [COUNT_W-1:0] entries_q, mask_q, given;
  assign given     = tail_i - head_o;
  assign waiting_o = given != '0 && given <= entries_q;
  assign overrun_o = given > entries_q;
  assign index_o   = head_o & mask_q;
  assign phase_o   = (head_o & entries_q) == '0;

  always_ff @(posedge clk) begin
    entries_q <= COUNT_W'(1) << size_i;
    mask_q    <= (COUNT_W'(1) << size_i) - 1'b1;
    if (rst || clear_i) head_o <= '0;
    else if (advance_i) head_o <= head_o + 1'b1;
  end
endmodule
