// One frame queue per output, with the account of its room.
//
// Contract: `fits_o` says in the same clock whether `ask_beats_i` more beats have room; `reserve_i`
// takes that room, before the beats come on `in_*`. So `in_*` needs no ready and never overflows.
// Latency: one clock. Throughput: one beat per clock.
// It does not store and forward: the output may start before a frame has come in whole.
module snic_egress_queue #(
    parameter int DATA_W  = 512,
    parameter int DEPTH   = 1024,
    parameter int SLOT_W  = 10,
    localparam int KEEP_W = DATA_W / 8,
    localparam int LANE_W = $clog2(KEEP_W)
) (
    input  logic              clk,
    input  logic              rst,

    input  logic [SLOT_W-1:0] ask_beats_i,
    output logic              fits_o,
    input  logic              reserve_i,

    input  logic              in_valid_i,
    input  logic [DATA_W-1:0] in_data_i,
    input  logic [LANE_W-1:0] in_tail_i,
    input  logic              in_last_i,
    input  logic [11:0]       in_queue_i,
    input  logic [79:0]       in_user_i,

    output logic [DATA_W-1:0] m_axis_tdata,
    output logic [KEEP_W-1:0] m_axis_tkeep,
    output logic              m_axis_tvalid,
    input  logic              m_axis_tready,
    output logic              m_axis_tlast,
    output logic [79:0]       m_axis_tuser,
    output logic [11:0]       m_axis_tdest
);
  localparam int LEVEL_W = $clog2(DEPTH) + 1;
  localparam int SUM_W   = (LEVEL_W > SLOT_W ? LEVEL_W : SLOT_W) + 1;

  // free = DEPTH - (beats reserved or inside); the difference is made once and serves both as the
  // answer and as the next account
  logic [LEVEL_W-1:0] free_q;
  logic [SUM_W-1:0]   rest;
  logic               pop;
  assign rest   = SUM_W'(free_q) - SUM_W'(ask_beats_i);
  assign fits_o = !rest[SUM_W-1];

  always_ff @(posedge clk) begin
    if (rst) free_q <= LEVEL_W'(DEPTH);
    else free_q <= (reserve_i ? LEVEL_W'(rest) : free_q) + LEVEL_W'(pop);
  end

  logic              unused_ready;
  logic [LEVEL_W-1:0] unused_level;
  logic [LANE_W-1:0] tail;
  assign pop = m_axis_tvalid && m_axis_tready;

  snic_fifo #(
      .WIDTH(80 + 12 + 1 + LANE_W + DATA_W),
      .DEPTH(DEPTH)
  ) u_beats (
      .clk, .rst,
      .s_valid_i(in_valid_i), .s_ready_o(unused_ready),
      .s_data_i({in_user_i, in_queue_i, in_last_i, in_tail_i, in_data_i}),
      .m_valid_o(m_axis_tvalid), .m_ready_i(m_axis_tready),
      .m_data_o({m_axis_tuser, m_axis_tdest, m_axis_tlast, tail, m_axis_tdata}),
      .level_o(unused_level)
  );

  // the lanes 0..tail
  assign m_axis_tkeep = {KEEP_W{1'b1}} >> ~tail;
endmodule
