// Byte mover: out byte i = i < front bytes ? front byte i : frame byte i + resume - front bytes.
//
// Contract
// - A command (numbers of snic_egress_plan) takes max(cmd_in_beats, cmd_out_last + 1) slots
//   of one clock, one input beat in each of the first cmd_in_beats slots; it is taken in its last
//   slot. `cmd_last_slot` is that number - 1. An input beat that is late stops the slot.
// - Output beat k is made of the slots k + skip and k + skip + 1, delayed by cmd_history beats:
//   so it leaves one slot behind, and its last beat does not wait for a next frame.
// - `out_*` is valid-only. Bytes behind the frame's end are zero.
// Latency: 4 clocks from slot to output. Throughput: one slot per clock, across frames too.
//
// slot --[rotate by 8s]-- S1 --[rotate by 1s]-- S2 = past[0] -> past[1] -> past[2] ..
//                                                  |             |           |
//                             per byte: front  | past[history] | past[history + 1]  -> out
module snic_byte_mover #(
    parameter int DATA_W   = 512,
    parameter int SLOT_W   = 10,
    parameter int META_W   = 1,
    parameter int FRONT_BYTES = 176,  // longest front: prefix and edited bytes, snic_egress_front
    localparam int KEEP_W  = DATA_W / 8,
    localparam int LANE_W  = $clog2(KEEP_W),
    localparam int FRONT_W = $clog2(FRONT_BYTES + 1)
) (
    input  logic              clk,
    input  logic              rst,

    input  logic              cmd_valid_i,
    output logic              cmd_ready_o,
    input  logic              cmd_emit_i,       // 0: the frame is only consumed
    input  logic [SLOT_W-1:0] cmd_in_beats_i,
    input  logic [SLOT_W-1:0] cmd_last_slot_i,
    input  logic [SLOT_W-1:0] cmd_out_last_i,
    input  logic [5:0]        cmd_skip_i,
    input  logic [4:0]        cmd_history_i,
    input  logic [LANE_W-1:0] cmd_rotate_i,
    input  logic [LANE_W-1:0] cmd_tail_i,
    input  logic [FRONT_W-1:0] cmd_front_bytes_i,
    input  logic [8*FRONT_BYTES-1:0] cmd_front_i,  // in lane order
    input  logic [META_W-1:0] cmd_meta_i,

    input  logic              pay_valid_i,
    output logic              pay_ready_o,
    input  logic [DATA_W-1:0] pay_data_i,

    output logic              out_valid_o,
    output logic [DATA_W-1:0] out_data_o,
    output logic [LANE_W-1:0] out_tail_o,       // bytes - 1
    output logic              out_last_o,
    output logic [META_W-1:0] out_meta_o
);
  // beats that a front may reach into, and the deepest input beat that is looked at
  localparam int FRONT_BEATS = (FRONT_BYTES + KEEP_W - 1) / KEEP_W;
  localparam int PAST        = FRONT_BEATS + 1;

  // the slot
  logic [SLOT_W-1:0] slot_q;
  logic [4:0]        beat_q;  // output beats made so far, saturating
  logic              need, go, slot_last, emit, emit_last;
  assign need      = slot_q < cmd_in_beats_i;
  assign go        = cmd_valid_i && (!need || pay_valid_i);
  assign slot_last = slot_q == cmd_last_slot_i;
  assign emit_last = slot_q == cmd_out_last_i;
  assign emit      = cmd_emit_i && slot_q >= SLOT_W'(cmd_skip_i) && slot_q <= cmd_out_last_i;

  assign cmd_ready_o = go && slot_last;
  assign pay_ready_o = cmd_valid_i && need;

  always_ff @(posedge clk) begin
    if (rst) begin
      slot_q <= '0;
      beat_q <= '0;
    end else if (go) begin
      slot_q <= slot_last ? '0 : slot_q + 1'b1;
      beat_q <= slot_last ? '0 : (emit && beat_q != 5'(FRONT_BEATS)) ? beat_q + 1'b1 : beat_q;
    end
  end

  // the part of the front that belongs to this output beat, and how many bytes of it count
  logic [FRONT_BEATS*DATA_W-1:0] front_lanes;
  logic [DATA_W-1:0]             front_part;
  logic [LANE_W:0]               front_count;
  logic [8:0]                    front_whole;  // beats that are of the front only
  assign front_lanes = (FRONT_BEATS * DATA_W)'(cmd_front_i);
  assign front_whole = 9'(cmd_front_bytes_i) >> LANE_W;
  assign front_count = 9'(beat_q) < front_whole ? (LANE_W + 1)'(KEEP_W)
                       : 9'(beat_q) == front_whole ? (LANE_W + 1)'(LANE_W'(cmd_front_bytes_i))
                       : '0;
  always_comb begin
    front_part = '0;
    for (int k = 0; k < FRONT_BEATS; k++) begin
      if (beat_q == 5'(k)) front_part = front_lanes[k*DATA_W +: DATA_W];
    end
  end

  // S1: rotated by whole eights of bytes
  logic [DATA_W-1:0] turned;
  if (LANE_W > 3) begin : g_coarse
    assign turned = DATA_W'({pay_data_i, pay_data_i} >> {cmd_rotate_i[LANE_W-1:3], 6'd0});
  end else begin : g_no_coarse
    // a beat has eight bytes: nothing to do here
    assign turned = pay_data_i;
  end

  logic              s1_valid_q, s1_slot_last_q, s1_emit_q, s1_last_q;
  logic [DATA_W-1:0] s1_data_q, s1_front_q;
  logic [LANE_W:0]   s1_count_q;
  logic [LANE_W-1:0] s1_rotate_q, s1_tail_q;
  logic [4:0]        s1_history_q;
  logic [META_W-1:0] s1_meta_q;

  always_ff @(posedge clk) begin
    s1_valid_q     <= go && !rst;
    s1_slot_last_q <= slot_last;
    s1_emit_q      <= emit;
    s1_last_q      <= emit_last;
    s1_data_q      <= turned;
    s1_front_q    <= front_part;
    s1_count_q     <= front_count;
    s1_rotate_q    <= cmd_rotate_i;
    s1_tail_q      <= emit_last ? cmd_tail_i : '1;
    s1_history_q   <= cmd_history_i;
    s1_meta_q      <= cmd_meta_i;
  end

  // S2: rotated; what the lanes take from where
  logic [KEEP_W-1:0] from_front, from_older, in_tail;
  localparam logic [KEEP_W-1:0] ONES = {KEEP_W{1'b1}};  // Yosys 0.23 takes '1 for a 1 here
  assign from_front = ~(ONES << s1_count_q);  // lanes below count
  assign from_older  = ONES >> s1_rotate_q;    // lanes below KEEP_W - rotate
  assign in_tail     = ONES >> ~s1_tail_q;     // lanes up to tail

  logic              s2_valid_q, s2_slot_last_q, s2_emit_q, s2_last_q;
  logic [DATA_W-1:0] s2_data_q, s2_front_q;
  logic [KEEP_W-1:0] s2_from_front_q, s2_from_older_q, s2_in_tail_q;
  logic [LANE_W-1:0] s2_tail_q;
  logic [4:0]        s2_history_q;
  logic [META_W-1:0] s2_meta_q;

  always_ff @(posedge clk) begin
    s2_valid_q       <= s1_valid_q && !rst;
    s2_slot_last_q   <= s1_slot_last_q;
    s2_emit_q        <= s1_emit_q;
    s2_last_q        <= s1_last_q;
    s2_data_q        <= DATA_W'({s1_data_q, s1_data_q} >> {s1_rotate_q[2:0], 3'd0});
    s2_front_q      <= s1_front_q;
    s2_from_front_q <= from_front;
    s2_from_older_q  <= from_older;
    s2_in_tail_q      <= in_tail;
    s2_tail_q        <= s1_tail_q;
    s2_history_q     <= s1_history_q;
    s2_meta_q        <= s1_meta_q;
  end

  // P: the slot that waits for the next beat of its frame, unless it is the frame's last one
  logic                   p_valid_q, p_slot_last_q, p_emit_q, p_last_q, fire;
  logic [DATA_W-1:0]      p_front_q;
  logic [KEEP_W-1:0]      p_from_front_q, p_from_older_q, p_in_tail_q;
  logic [LANE_W-1:0]      p_tail_q;
  logic [4:0]             p_history_q;
  logic [META_W-1:0]      p_meta_q;
  logic [PAST*DATA_W-1:0] past_q;  // past[1] .. past[PAST]: earlier slots, whether read or idle

  assign fire = p_valid_q && (p_slot_last_q || s2_valid_q);

  always_ff @(posedge clk) begin
    if (rst) p_valid_q <= 1'b0;
    else p_valid_q <= s2_valid_q || (p_valid_q && !fire);
    if (s2_valid_q) begin
      p_slot_last_q   <= s2_slot_last_q;
      p_emit_q        <= s2_emit_q;
      p_last_q        <= s2_last_q;
      p_front_q      <= s2_front_q;
      p_from_front_q <= s2_from_front_q;
      p_from_older_q  <= s2_from_older_q;
      p_in_tail_q      <= s2_in_tail_q;
      p_tail_q        <= s2_tail_q;
      p_history_q     <= s2_history_q;
      p_meta_q        <= s2_meta_q;
      past_q          <= {past_q[(PAST-1)*DATA_W-1:0], s2_data_q};
    end
  end

  // merge per byte
  logic [DATA_W-1:0] take_front, take_older, take_newer;
  snic_byte_mask #(.KEEP_W(KEEP_W)) u_take_front (
      .bytes_i(p_in_tail_q & p_from_front_q), .bits_o(take_front)
  );
  snic_byte_mask #(.KEEP_W(KEEP_W)) u_take_older (
      .bytes_i(p_in_tail_q & ~p_from_front_q & p_from_older_q), .bits_o(take_older)
  );
  snic_byte_mask #(.KEEP_W(KEEP_W)) u_take_newer (
      .bytes_i(p_in_tail_q & ~p_from_front_q & ~p_from_older_q), .bits_o(take_newer)
  );
  logic [(PAST+1)*DATA_W-1:0] past;
  logic [DATA_W-1:0]          older, newer, merged;
  assign past = {past_q, s2_data_q};
  always_comb begin
    newer = '0;
    older = '0;
    for (int h = 0; h < PAST; h++) begin
      if (p_history_q == 5'(h)) begin
        newer = past[h*DATA_W +: DATA_W];
        older = past[(h+1)*DATA_W +: DATA_W];
      end
    end
  end
  assign merged = (p_front_q & take_front) | (older & take_older) | (newer & take_newer);

  always_ff @(posedge clk) begin
    out_valid_o <= fire && p_emit_q && !rst;
    out_data_o  <= merged;
    out_tail_o  <= p_tail_q;
    out_last_o  <= p_last_q;
    out_meta_o  <= p_meta_q;
  end
endmodule
