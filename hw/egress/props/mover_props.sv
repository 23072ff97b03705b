// Proof of snic_byte_mover's control (64 bit, frames of up to 4 beats): conservation and clocks.
//
// One arbitrary command is watched, among any others. It is taken after exactly cmd_in_beats input
// beats and, with input always there, after exactly cmd_last_slot + 1 clocks. Its output beats
// come out, no more and no fewer, with `out_last` on the last one, no beat of another frame
// between them, and within 4 clocks after the command was taken. Which bytes they carry is not
// proved here: the unit test compares all of them.
module mover_props (
    input logic       clk,
    input logic       rst,
    input logic       cmd_valid,
    input logic       emit,
    input logic [2:0] in_beats,
    input logic [2:0] out_last,
    input logic [2:0] skip,
    input logic       pick,
    input logic       pay_valid
);
  logic        cmd_ready, pay_ready, o_valid, o_last, o_meta;
  logic [63:0] o_data;
  logic [2:0]  o_tail;
  logic [2:0]  last_slot;
  logic        watched;  // this command is the watched one

  assign last_slot = (emit && out_last > in_beats - 3'd1) ? out_last : in_beats - 3'd1;

  snic_byte_mover #(.DATA_W(64), .SLOT_W(3), .META_W(1), .FRONT_BYTES(56)) dut (
      .clk, .rst,
      .cmd_valid_i(cmd_valid), .cmd_ready_o(cmd_ready), .cmd_emit_i(emit),
      .cmd_in_beats_i(in_beats), .cmd_last_slot_i(last_slot), .cmd_out_last_i(out_last),
      .cmd_skip_i({3'd0, skip}), .cmd_history_i(5'd0), .cmd_rotate_i(3'd0), .cmd_tail_i(3'd7),
      .cmd_front_bytes_i(6'd0), .cmd_front_i(448'd0), .cmd_meta_i(watched),
      .pay_valid_i(pay_valid), .pay_ready_o(pay_ready), .pay_data_i(63'd0),
      .out_valid_o(o_valid), .out_data_o(o_data), .out_tail_o(o_tail), .out_last_o(o_last),
      .out_meta_o(o_meta)
  );

  logic       started_q = 1'b0, wait_q = 1'b0, emit_q = 1'b0, late_q = 1'b0;
  logic [2:0] in_beats_q = '0, out_last_q = '0, skip_q = '0;
  logic [2:0] taken_q = '0, clocks_q = '0;
  logic       seen_q = 1'b0, watch_q = 1'b0, done_q = 1'b0;
  logic [2:0] want_q = '0, got_q = '0;  // output beats of the watched command
  logic [2:0] after_q = '0;             // clocks since it was taken
  logic       take;
  assign take    = pay_valid && pay_ready;
  assign watched = wait_q ? watch_q : (cmd_valid && pick && !seen_q);

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      {wait_q, late_q, taken_q, clocks_q, seen_q, watch_q, done_q, got_q, after_q} <= '0;
    end else begin
      wait_q     <= cmd_valid && !cmd_ready;
      emit_q     <= emit;
      in_beats_q <= in_beats;
      out_last_q <= out_last;
      skip_q     <= skip;
      late_q     <= cmd_valid && !cmd_ready && (late_q || !pay_valid);
      taken_q    <= cmd_ready ? '0 : taken_q + 3'(take);
      clocks_q   <= (cmd_ready || !cmd_valid) ? '0 : clocks_q + 3'(!late_q);
      watch_q    <= watched;
      if (watched) begin
        seen_q <= 1'b1;
        want_q <= emit ? out_last - skip + 3'd1 : 3'd0;
        if (cmd_ready) done_q <= 1'b1;
      end
      if (done_q && after_q != 3'd7) after_q <= after_q + 1'b1;
      if (o_valid && o_meta) got_q <= got_q + 1'b1;
    end
  end

  logic bad;
  assign bad = (watched && cmd_ready && (taken_q + 3'(take) != in_beats || !cmd_valid))
               || (watched && cmd_ready && !late_q && pay_valid && clocks_q != last_slot)
               || (watched && cmd_valid && !late_q && pay_valid && clocks_q == last_slot
                   && !cmd_ready)
               || (o_valid && o_meta && (!seen_q || got_q >= want_q))
               || (o_valid && o_meta && o_last != (got_q + 3'd1 == want_q))
               || (o_valid && !o_meta && got_q != '0 && got_q < want_q)
               || (after_q >= 3'd4 && got_q != want_q);

  always_comb begin
    assume (rst == !started_q);
    assume (in_beats != '0 && in_beats <= 3'd4 && out_last <= 3'd5 && skip <= out_last);
    assume (!wait_q || (cmd_valid && emit == emit_q && in_beats == in_beats_q
                        && out_last == out_last_q && skip == skip_q));
    if (!rst) assert (!bad);
  end
endmodule
