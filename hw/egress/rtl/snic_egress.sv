// Egress: takes verdicts and payload in frame order, edits each frame, and queues it per output.
//
// Contract
// - `vrd_*` is valid-only, one per header of snic_ingress, 4 clocks behind it or more; at most
//   CREDITS frames are between the credit taken by ingress and `credit_o`, so that the verdict
//   FIFO never overflows.
// - Output frame = `prefix_bytes` of the prefix, `edit_bytes` of the edit, then `length` bytes of
//   the stored frame from byte `resume` on. Prefix and edit are words of eight bytes in network
//   order, word 0 lowest; what is longer than they are, or than the stored frame, is clamped.
// - The frame leaves on `dest` (0 nowhere, 1 wire, 2 host, 3 slow); `copies`, one bit per output
//   {slow, host, wire}, also gives it to other outputs. Whether a queue has room for the whole
//   frame is decided before its first beat, for each output by itself: without room (or without
//   that output) the frame is dropped and counted as `queue_full`, a copy is lost and counted as
//   that, and the other outputs get theirs. A copy has tag 0.
// - `count_*`: exactly one event per frame, with its tag and the output that it really reaches, and
//   with the copies that were made and lost of it.
// - Clocks per frame = max(stored beats, output beats) for any sequence of frames. An output that
//   is not ready never delays another one.
// Latency: 10 clocks from verdict to the first output beat, with empty queues.
// It does not check what the verdict says about the packet, and rewrites nothing but its front.
module snic_egress #(
    parameter int DATA_W          = 512,
    parameter int MAX_FRAME_BYTES = 9216,
    parameter int CREDITS         = 128,
    parameter int QUEUE_BYTES     = 65536,  // per output: 2 maximal frames + 32 KiB, rounded up
    parameter bit HAS_WIRE        = 1'b1,
    parameter bit HAS_HOST        = 1'b1,
    parameter bit HAS_SLOW        = 1'b1,
    parameter int PREFIX_BYTES    = snic_verdict_pkg::PREFIX_BYTES,
    parameter int EDIT_BYTES      = snic_verdict_pkg::EDIT_BYTES,
    localparam int KEEP_W         = DATA_W / 8,
    localparam int BEATS_W        = $clog2(MAX_FRAME_BYTES / KEEP_W + 1),
    localparam int PREFIX_W       = $clog2(PREFIX_BYTES + 1),
    localparam int EDIT_W         = $clog2(EDIT_BYTES + 1)
) (
    input  logic               clk,
    input  logic               rst,

    input  logic               vrd_valid_i,
    input  logic [7:0]         vrd_reason_i,
    input  logic [1:0]         vrd_dest_i,
    input  logic [2:0]         vrd_copies_i,
    input  logic [11:0]        vrd_tenant_i,
    input  logic [11:0]        vrd_queue_i,
    input  logic [PREFIX_W-1:0] vrd_prefix_bytes_i,
    input  logic [EDIT_W-1:0]  vrd_edit_bytes_i,
    input  logic [7:0]         vrd_resume_i,
    input  logic [13:0]        vrd_length_i,
    input  logic [13:0]        vrd_count_bytes_i,
    input  logic [8*PREFIX_BYTES-1:0] vrd_prefix_i,
    input  logic [8*EDIT_BYTES-1:0]   vrd_edit_i,

    input  logic               side_valid_i,
    output logic               side_ready_o,
    input  logic [63:0]        side_time_ns_i,
    input  logic [15:0]        side_tag_i,
    input  logic [13:0]        side_length_i,
    input  logic [BEATS_W-1:0] side_beats_i,

    input  logic               pay_valid_i,
    output logic               pay_ready_o,
    input  logic [DATA_W-1:0]  pay_data_i,

    output logic               credit_o,

    output logic               count_valid_o,
    output logic [11:0]        count_tenant_o,
    output logic [7:0]         count_reason_o,
    output logic [13:0]        count_bytes_o,
    output logic [15:0]        count_tag_o,
    output logic [1:0]         count_dest_o,   // where a frame leaves; 0: nowhere
    output logic [2:0]         count_copies_o, // copies by output, {slow, host, wire}
    output logic [2:0]         count_lost_o,   // copies that an output had no room for

    output logic [DATA_W-1:0]  m_axis_wire_tdata,
    output logic [KEEP_W-1:0]  m_axis_wire_tkeep,
    output logic               m_axis_wire_tvalid,
    input  logic               m_axis_wire_tready,
    output logic               m_axis_wire_tlast,
    output logic [79:0]        m_axis_wire_tuser,

    output logic [DATA_W-1:0]  m_axis_host_tdata,
    output logic [KEEP_W-1:0]  m_axis_host_tkeep,
    output logic               m_axis_host_tvalid,
    input  logic               m_axis_host_tready,
    output logic               m_axis_host_tlast,
    output logic [79:0]        m_axis_host_tuser,
    output logic [11:0]        m_axis_host_tdest,

    output logic [DATA_W-1:0]  m_axis_slow_tdata,
    output logic [KEEP_W-1:0]  m_axis_slow_tkeep,
    output logic               m_axis_slow_tvalid,
    input  logic               m_axis_slow_tready,
    output logic               m_axis_slow_tlast,
    output logic [79:0]        m_axis_slow_tuser
);
  localparam int LANE_W = $clog2(KEEP_W);
  localparam int SLOT_W = BEATS_W + 2;
  localparam int META_W = 3 + 3 + 12 + 80;  // outputs, that of the original, queue, user
  localparam int DEPTH  = QUEUE_BYTES / KEEP_W;
  localparam int FRONT_BYTES = PREFIX_BYTES + EDIT_BYTES;

  if (QUEUE_BYTES < 2 * MAX_FRAME_BYTES) begin : g_check_queue
    $error("QUEUE_BYTES must hold two maximal frames");
  end
  if (FRONT_BYTES > 255 || FRONT_BYTES + 8 > 32 * KEEP_W) begin : g_check_front
    $error("a front is at most 255 bytes, and at most 31 beats");
  end

  // A verdict pops the frame's side information, which is there 4 clocks after the header at the
  // latest; both start from registers here, or the side FIFO's output choice would be in the plan.
  localparam int PASS_W = 80 + BEATS_W + 8 + 2 + 3 + 12 + 12 + 14;
  logic              unused_side_valid;
  logic              in_valid_q;
  logic [7:0]        in_resume_q, in_front_q;
  logic [PREFIX_W-1:0] prefix_bytes, in_prefix_bytes_q;  // as many as there can be
  logic [EDIT_W-1:0]   edit_bytes;
  logic [8*PREFIX_BYTES-1:0] in_prefix_q;
  logic [8*EDIT_BYTES-1:0]   in_edit_q;
  logic [13:0]       in_length_q, in_stored_length_q;
  logic [PASS_W-1:0] in_pass_q, pass_a_q, pass_b_q;  // what the plan does not change
  assign unused_side_valid = side_valid_i;
  assign side_ready_o      = vrd_valid_i;
  assign prefix_bytes = vrd_prefix_bytes_i > PREFIX_W'(PREFIX_BYTES) ? PREFIX_W'(PREFIX_BYTES)
                        : vrd_prefix_bytes_i;
  assign edit_bytes   = vrd_edit_bytes_i > EDIT_W'(EDIT_BYTES) ? EDIT_W'(EDIT_BYTES)
                        : vrd_edit_bytes_i;

  always_ff @(posedge clk) begin
    in_valid_q         <= vrd_valid_i && !rst;
    in_resume_q        <= vrd_resume_i;
    in_front_q         <= 8'(prefix_bytes) + 8'(edit_bytes);
    in_prefix_bytes_q  <= prefix_bytes;
    in_prefix_q        <= vrd_prefix_i;
    in_edit_q          <= vrd_edit_i;
    in_length_q        <= vrd_length_i;
    in_stored_length_q <= side_length_i;
    in_pass_q <= {side_time_ns_i, side_tag_i, side_beats_i, vrd_reason_i, vrd_dest_i,
                  vrd_copies_i, vrd_tenant_i, vrd_queue_i, vrd_count_bytes_i};
    pass_a_q  <= in_pass_q;
    pass_b_q  <= pass_a_q;
  end

  // the plan: what the verdict means in beats
  logic              plan_valid;
  logic [7:0]        plan_front;
  logic [5:0]        plan_skip;
  logic [LANE_W-1:0] plan_rotate, plan_tail;
  logic [4:0]        plan_history;
  logic [SLOT_W-1:0] plan_out_beats, plan_out_last;

  snic_egress_plan #(
      .DATA_W(DATA_W),
      .BEATS_W(BEATS_W)
  ) u_plan (
      .clk, .rst,
      .valid_i(in_valid_q), .resume_i(in_resume_q), .front_i(in_front_q),
      .length_i(in_length_q), .stored_length_i(in_stored_length_q),
      .valid_o(plan_valid), .front_o(plan_front), .rotate_o(plan_rotate), .skip_o(plan_skip),
      .history_o(plan_history), .out_beats_o(plan_out_beats), .out_last_o(plan_out_last),
      .tail_o(plan_tail)
  );

  // beside it, the bytes in front of the frame
  logic [8*FRONT_BYTES-1:0] front;

  snic_egress_front #(
      .PREFIX_BYTES(PREFIX_BYTES),
      .EDIT_BYTES(EDIT_BYTES)
  ) u_front (
      .clk, .valid_i(in_valid_q), .prefix_bytes_i(in_prefix_bytes_q),
      .prefix_i(in_prefix_q), .edit_i(in_edit_q), .front_o(front)
  );

  // the verdict FIFO: an entry per credit
  localparam int ENTRY_W = 8 * FRONT_BYTES + PASS_W + 8 + 6 + LANE_W + LANE_W + 5
                           + SLOT_W + SLOT_W;
  logic               head_valid, head_take, unused_ready;
  logic [8*FRONT_BYTES-1:0] head_front;
  logic [79:0]        head_user;
  logic [BEATS_W-1:0] head_in_beats;
  logic [7:0]         head_reason;
  logic [4:0]         head_history;
  logic [1:0]         head_dest;
  logic [2:0]         head_copies;
  logic [11:0]        head_tenant, head_queue;
  logic [13:0]        head_count_bytes;
  logic [7:0]         head_front_bytes;
  logic [5:0]         head_skip;
  logic [LANE_W-1:0]  head_rotate, head_tail;
  logic [SLOT_W-1:0]  head_out_beats, head_out_last;
  logic [$clog2(CREDITS):0] unused_level;

  snic_fifo #(
      .WIDTH(ENTRY_W),
      .DEPTH(CREDITS)
  ) u_verdicts (
      .clk, .rst,
      .s_valid_i(plan_valid), .s_ready_o(unused_ready),
      .s_data_i({front, pass_b_q, plan_front, plan_skip, plan_rotate, plan_tail, plan_history,
                 plan_out_beats, plan_out_last}),
      .m_valid_o(head_valid), .m_ready_i(head_take),
      .m_data_o({head_front, head_user, head_in_beats, head_reason, head_dest, head_copies,
                 head_tenant, head_queue, head_count_bytes, head_front_bytes, head_skip,
                 head_rotate, head_tail, head_history, head_out_beats, head_out_last}),
      .level_o(unused_level)
  );

  // admission: one bit per output, {slow, host, wire}
  logic [2:0]        original, copies, fits, gets, out_sel, out_original;
  logic              admit, emit, start, cmd_ready, cmd_valid_q;
  logic [SLOT_W-1:0] in_last;
  assign original  = {head_dest == 2'd3, head_dest == 2'd2, head_dest == 2'd1};
  assign copies    = head_copies & ~original;
  assign gets      = (original | copies) & fits;
  assign admit     = |(original & gets);
  assign emit      = gets != '0 && head_out_beats != '0;
  assign head_take = !cmd_valid_q || cmd_ready;
  assign start     = head_valid && head_take;
  assign in_last   = SLOT_W'(head_in_beats) - 1'b1;

  logic              cmd_emit_q;
  logic [SLOT_W-1:0] cmd_in_beats_q, cmd_last_slot_q, cmd_out_last_q;
  logic [7:0]        cmd_front_bytes_q;
  logic [5:0]        cmd_skip_q;
  logic [4:0]        cmd_history_q;
  logic [LANE_W-1:0] cmd_rotate_q, cmd_tail_q;
  logic [8*FRONT_BYTES-1:0] cmd_front_q;
  logic [META_W-1:0] cmd_meta_q;

  always_ff @(posedge clk) begin
    if (rst) begin
      cmd_valid_q   <= 1'b0;
      credit_o      <= 1'b0;
      count_valid_o <= 1'b0;
    end else begin
      if (head_take) cmd_valid_q <= head_valid;
      credit_o      <= start;
      count_valid_o <= start;
    end
    if (head_take) begin
      cmd_emit_q      <= emit;
      cmd_in_beats_q  <= SLOT_W'(head_in_beats);
      cmd_last_slot_q <= (emit && head_out_last > in_last) ? head_out_last : in_last;
      cmd_out_last_q  <= head_out_last;
      cmd_skip_q      <= head_skip;
      cmd_history_q   <= head_history;
      cmd_rotate_q    <= head_rotate;
      cmd_tail_q      <= head_tail;
      cmd_front_bytes_q <= head_front_bytes;
      cmd_front_q     <= head_front;
      cmd_meta_q      <= {gets, original, head_queue, head_user};
    end
    count_tenant_o <= head_tenant;
    count_reason_o <= (admit || head_dest == 2'd0) ? head_reason
                      : snic_verdict_pkg::REASON_QUEUE_FULL;
    count_bytes_o  <= head_count_bytes;
    count_tag_o    <= head_user[15:0];
    count_dest_o   <= (admit && head_out_beats != '0) ? head_dest : 2'd0;
    count_copies_o <= head_out_beats != '0 ? copies & gets : '0;
    count_lost_o   <= copies & ~fits;
  end

  logic              out_valid, out_last;
  logic [DATA_W-1:0] out_data;
  logic [LANE_W-1:0] out_tail;
  logic [11:0]       out_queue;
  logic [79:0]       out_user;

  snic_byte_mover #(
      .DATA_W(DATA_W),
      .SLOT_W(SLOT_W),
      .META_W(META_W),
      .FRONT_BYTES(FRONT_BYTES)
  ) u_mover (
      .clk, .rst,
      .cmd_valid_i(cmd_valid_q), .cmd_ready_o(cmd_ready), .cmd_emit_i(cmd_emit_q),
      .cmd_in_beats_i(cmd_in_beats_q), .cmd_last_slot_i(cmd_last_slot_q),
      .cmd_out_last_i(cmd_out_last_q), .cmd_skip_i(cmd_skip_q), .cmd_history_i(cmd_history_q),
      .cmd_rotate_i(cmd_rotate_q), .cmd_tail_i(cmd_tail_q),
      .cmd_front_bytes_i($clog2(FRONT_BYTES + 1)'(cmd_front_bytes_q)),
      .cmd_front_i(cmd_front_q), .cmd_meta_i(cmd_meta_q),
      .pay_valid_i, .pay_ready_o, .pay_data_i,
      .out_valid_o(out_valid), .out_data_o(out_data), .out_tail_o(out_tail),
      .out_last_o(out_last), .out_meta_o({out_sel, out_original, out_queue, out_user})
  );

  // the queues; {slow, host, wire}
  localparam logic [2:0] HAS = {HAS_SLOW, HAS_HOST, HAS_WIRE};
  logic [3*DATA_W-1:0] q_tdata;
  logic [3*KEEP_W-1:0] q_tkeep;
  logic [3*80-1:0]     q_tuser;
  logic [3*12-1:0]     q_tdest;
  logic [2:0]          q_tvalid, q_tready, q_tlast;

  for (genvar n = 0; n < 3; n++) begin : g_queue
    if (HAS[n]) begin : g_has
      logic [15:0] tag;  // a copy is nobody's
      assign tag = out_original[n] ? out_user[15:0] : '0;
      snic_egress_queue #(
          .DATA_W(DATA_W),
          .DEPTH(DEPTH),
          .SLOT_W(SLOT_W)
      ) u_queue (
          .clk, .rst,
          .ask_beats_i(head_out_beats), .fits_o(fits[n]),
          .reserve_i(start && gets[n]),
          .in_valid_i(out_valid && out_sel[n]), .in_data_i(out_data), .in_tail_i(out_tail),
          .in_last_i(out_last), .in_queue_i(out_queue), .in_user_i({out_user[79:16], tag}),
          .m_axis_tdata(q_tdata[n*DATA_W +: DATA_W]), .m_axis_tkeep(q_tkeep[n*KEEP_W +: KEEP_W]),
          .m_axis_tvalid(q_tvalid[n]), .m_axis_tready(q_tready[n]), .m_axis_tlast(q_tlast[n]),
          .m_axis_tuser(q_tuser[n*80 +: 80]), .m_axis_tdest(q_tdest[n*12 +: 12])
      );
    end else begin : g_has_not
      // no such output: nothing ever fits
      logic unused_sel;
      assign unused_sel  = out_sel[n] ^ out_original[n];
      assign fits[n]     = 1'b0;
      assign q_tvalid[n] = 1'b0;
      assign q_tlast[n]  = 1'b0;
      assign q_tdata[n*DATA_W +: DATA_W] = '0;
      assign q_tkeep[n*KEEP_W +: KEEP_W] = '0;
      assign q_tuser[n*80 +: 80]         = '0;
      assign q_tdest[n*12 +: 12]         = '0;
    end
  end

  assign {m_axis_slow_tdata, m_axis_host_tdata, m_axis_wire_tdata}    = q_tdata;
  assign {m_axis_slow_tkeep, m_axis_host_tkeep, m_axis_wire_tkeep}    = q_tkeep;
  assign {m_axis_slow_tvalid, m_axis_host_tvalid, m_axis_wire_tvalid} = q_tvalid;
  assign {m_axis_slow_tlast, m_axis_host_tlast, m_axis_wire_tlast}    = q_tlast;
  assign {m_axis_slow_tuser, m_axis_host_tuser, m_axis_wire_tuser}    = q_tuser;
  assign q_tready          = {m_axis_slow_tready, m_axis_host_tready, m_axis_wire_tready};
  assign m_axis_host_tdest = q_tdest[12 +: 12];

  // only host frames have a queue; a missing output has no ready
  logic unused_outputs;
  assign unused_outputs = ^{q_tdest[35:24], q_tdest[11:0], q_tready};
endmodule
