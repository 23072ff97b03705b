// Host to core: names frames for the core, and answers for every transmit slot of Corundum.
//
// Contract
// - `s_axis_if_tx_*`: tid and tag of a frame are those of its first beat; the tag's first bit is 1.
//   A queue that the core cannot name (4096 and above) makes its frame bad, so that it never passes
//   for another.
// - `end_*` (tx_end_* of snic_core): one event per accepted frame. Unless it says "wire", the
//   frame's completion {ptp_ts_i, tag} is due here; a frame for the wire is completed from below.
// - Frames of our own have tags whose first bit is 0: their ends need no completion, and what comes
//   from below for them is swallowed.
// - `s_axis_if_tx_cpl_*` (from below) and own completions leave by `m_axis_if_tx_cpl_*`, round
//   robin, each exactly once.
// - No completion is ever lost: a frame is accepted only while a place in the FIFO is free for its
//   completion, and the place is given back when the completion has left, or is not due.
// Latency: none for frames; completions 2 clocks. Throughput: a beat, and a completion, a clock.
module snic_corundum_tx #(
    parameter int DATA_W     = 512,
    parameter int TX_ID_W    = 12,
    parameter int TAG_W      = 16,
    parameter int TS_W       = 96,
    parameter int PLACES     = 256,  // frames inside or owed a completion; Corundum has 32 slots
    localparam int KEEP_W    = DATA_W / 8
) (
    input  logic               clk,
    input  logic               rst,
    input  logic [TS_W-1:0]    ptp_ts_i,

    input  logic [DATA_W-1:0]  s_axis_if_tx_tdata,
    input  logic [KEEP_W-1:0]  s_axis_if_tx_tkeep,
    input  logic               s_axis_if_tx_tvalid,
    output logic               s_axis_if_tx_tready,
    input  logic               s_axis_if_tx_tlast,
    input  logic [TX_ID_W-1:0] s_axis_if_tx_tid,
    input  logic [TAG_W:0]     s_axis_if_tx_tuser,

    output logic [DATA_W-1:0]  m_axis_tdata,
    output logic [KEEP_W-1:0]  m_axis_tkeep,
    output logic               m_axis_tvalid,
    input  logic               m_axis_tready,
    output logic               m_axis_tlast,
    output logic [16:0]        m_axis_tuser,
    output logic [11:0]        m_axis_tid,

    input  logic               end_valid_i,
    input  logic [15:0]        end_tag_i,
    input  logic [1:0]         end_dest_i,

    input  logic [TS_W-1:0]    s_axis_if_tx_cpl_ts,
    input  logic [TAG_W-1:0]   s_axis_if_tx_cpl_tag,
    input  logic               s_axis_if_tx_cpl_valid,
    output logic               s_axis_if_tx_cpl_ready,
    output logic [TS_W-1:0]    m_axis_if_tx_cpl_ts,
    output logic [TAG_W-1:0]   m_axis_if_tx_cpl_tag,
    output logic               m_axis_if_tx_cpl_valid,
    input  logic               m_axis_if_tx_cpl_ready,

    output logic               completed_o   // a completion is due here
);
  localparam int CPL_W  = TS_W + TAG_W;
  localparam int FREE_W = $clog2(PLACES) + 1;
  localparam logic [1:0] WIRE = 2'd1;

  if (TAG_W < 1 || TAG_W > 16) begin : g_check_tag
    $error("TAG_W must be 1..16");
  end

  // frames: a place for the first beat
  logic [FREE_W-1:0] free_q;
  logic              first_q, admit, fire, beyond, end_valid, below_own, below_ready;
  assign admit = !first_q || free_q != '0;
  assign m_axis_tvalid       = s_axis_if_tx_tvalid && admit;
  assign s_axis_if_tx_tready = admit && m_axis_tready;
  assign fire = s_axis_if_tx_tvalid && s_axis_if_tx_tready;

  if (TX_ID_W > 12) begin : g_beyond
    assign beyond = |s_axis_if_tx_tid[TX_ID_W-1:12];
  end else begin : g_within
    assign beyond = 1'b0;
  end

  assign m_axis_tdata = s_axis_if_tx_tdata;
  assign m_axis_tkeep = s_axis_if_tx_tkeep;
  assign m_axis_tlast = s_axis_if_tx_tlast;
  assign m_axis_tid   = 12'(s_axis_if_tx_tid);
  assign m_axis_tuser = {16'(s_axis_if_tx_tuser[TAG_W:1]), s_axis_if_tx_tuser[0] || beyond};

  // completions that are due here
  logic             due, own_valid, own_ready, unused_ready;
  logic [CPL_W-1:0] own_data;
  logic [$clog2(PLACES):0] unused_level;
  assign end_valid   = end_valid_i && end_tag_i[TAG_W-1];
  assign due         = end_valid && end_dest_i != WIRE;
  assign completed_o = due;

  if (TAG_W < 16) begin : g_tag
    logic unused_tag;
    assign unused_tag = ^end_tag_i[15:TAG_W];
  end

  snic_fifo #(
      .WIDTH(CPL_W),
      .DEPTH(PLACES)
  ) u_own (
      .clk, .rst,
      .s_valid_i(due), .s_ready_o(unused_ready), .s_data_i({ptp_ts_i, end_tag_i[TAG_W-1:0]}),
      .m_valid_o(own_valid), .m_ready_i(own_ready), .m_data_o(own_data),
      .level_o(unused_level)
  );

  always_ff @(posedge clk) begin
    if (rst) begin
      first_q <= 1'b1;
      free_q  <= FREE_W'(PLACES);
    end else begin
      if (fire) first_q <= s_axis_if_tx_tlast;
      free_q <= free_q - FREE_W'(fire && first_q) + FREE_W'(end_valid && end_dest_i == WIRE)
                + FREE_W'(own_valid && own_ready);
    end
  end

  assign below_own              = !s_axis_if_tx_cpl_tag[TAG_W-1];
  assign s_axis_if_tx_cpl_ready = below_own || below_ready;

  logic       unused_last, unused_keep;
  logic [7:0] unused_data;
  snic_axis_merge #(
      .N     (2),
      .DATA_W(8),
      .USER_W(CPL_W)
  ) u_merge (
      .clk, .rst,
      .s_axis_tdata ('0),
      .s_axis_tkeep ('1),
      .s_axis_tvalid({s_axis_if_tx_cpl_valid && !below_own, own_valid}),
      .s_axis_tready({below_ready, own_ready}),
      .s_axis_tlast ('1),
      .s_axis_tuser ({s_axis_if_tx_cpl_ts, s_axis_if_tx_cpl_tag, own_data}),
      .m_axis_tdata (unused_data),
      .m_axis_tkeep (unused_keep),
      .m_axis_tvalid(m_axis_if_tx_cpl_valid),
      .m_axis_tready(m_axis_if_tx_cpl_ready),
      .m_axis_tlast (unused_last),
      .m_axis_tuser ({m_axis_if_tx_cpl_ts, m_axis_if_tx_cpl_tag})
  );
endmodule
