// Wire to host: names frames for the core, and steers what comes out of it to host queues.
//
// Contract
// - `s_axis_if_rx_*` goes to the core's wire port, with a tag whose first bit is 0.
// - Frames of the core's host port leave by `m_axis_if_rx_*`: tdest = {1, queue}, tid = 0, tuser =
//   {PTP stamp of the frame that it came from, 0}, all of them held over the whole frame. The stamp
//   is 0 for frames that did not come from the wire.
// - A frame for a queue that tdest cannot name is swallowed: it must not reach another tenant.
// Latency: 3 clocks (none without PTP stamps). Throughput: one beat a clock.
module snic_corundum_rx #(
    parameter int DATA_W     = 512,
    parameter int RX_DEST_W  = 8,
    parameter int RX_USER_W  = 97,   // 1: no PTP stamps
    localparam int KEEP_W    = DATA_W / 8
) (
    input  logic                 clk,
    input  logic                 rst,
    input  logic [63:0]          time_ns_i,

    input  logic                 s_axis_if_rx_tvalid,   // data, keep and last go straight through
    input  logic                 s_axis_if_rx_tready,
    input  logic                 s_axis_if_rx_tlast,
    input  logic [RX_USER_W-1:0] s_axis_if_rx_tuser,
    output logic [16:0]          m_axis_wire_tuser,

    input  logic [DATA_W-1:0]    s_axis_host_tdata,
    input  logic [KEEP_W-1:0]    s_axis_host_tkeep,
    input  logic                 s_axis_host_tvalid,
    output logic                 s_axis_host_tready,
    input  logic                 s_axis_host_tlast,
    input  logic [79:0]          s_axis_host_tuser,
    input  logic [11:0]          s_axis_host_tdest,

    output logic [DATA_W-1:0]    m_axis_if_rx_tdata,
    output logic [KEEP_W-1:0]    m_axis_if_rx_tkeep,
    output logic                 m_axis_if_rx_tvalid,
    input  logic                 m_axis_if_rx_tready,
    output logic                 m_axis_if_rx_tlast,
    output logic [RX_DEST_W-1:0] m_axis_if_rx_tdest,
    output logic [RX_USER_W-1:0] m_axis_if_rx_tuser,

    output logic                 swallowed_o   // a frame was, with its last beat
);
  localparam int QUEUE_W = RX_DEST_W > 1 ? RX_DEST_W - 1 : 1;

  if (RX_DEST_W < 2) begin : g_check_dest
    $error("RX_DEST_W must be at least 2, to name a queue");
  end

  // a queue has no meaning beyond what tdest holds
  logic named, out_valid, out_ready;
  if (QUEUE_W < 12) begin : g_narrow
    assign named = s_axis_host_tdest[11:QUEUE_W] == '0;
  end else begin : g_wide
    assign named = 1'b1;
  end
  assign out_valid  = s_axis_host_tvalid && named;
  assign s_axis_host_tready = out_ready || !named;
  assign swallowed_o = s_axis_host_tvalid && s_axis_host_tlast && !named;

  logic [11:0] queue;  // of the frame that leaves
  if (RX_USER_W > 1) begin : g_stamps
    localparam int TS_W = RX_USER_W - 1;
    localparam int HOLD = 16;  // beats that may wait for their frame's stamp

    logic            first_q, answer_valid, stamp_valid, unused_ready, beat_valid, beat_take;
    logic [TS_W-1:0] answer_ts, stamp;
    logic [15:0]     tag;
    logic [$clog2(HOLD):0] unused_beats, unused_stamps;
    assign m_axis_wire_tuser = {tag, s_axis_if_rx_tuser[0]};

    always_ff @(posedge clk) begin
      if (rst) first_q <= 1'b1;
      else if (out_valid && out_ready) first_q <= s_axis_host_tlast;
    end

    snic_corundum_stamps #(.TS_W(TS_W)) u_stamps (
        .clk, .rst, .time_ns_i,
        .in_fire_i(s_axis_if_rx_tvalid && s_axis_if_rx_tready), .in_last_i(s_axis_if_rx_tlast),
        .in_ts_i(s_axis_if_rx_tuser[RX_USER_W-1:1]), .in_tag_o(tag),
        .ask_valid_i(out_valid && out_ready && first_q), .ask_tag_i(s_axis_host_tuser[15:0]),
        .ask_time_ns_i(s_axis_host_tuser[79:16]),
        .answer_valid_o(answer_valid), .answer_ts_o(answer_ts)
    );

    snic_fifo #(
        .WIDTH(12 + 1 + KEEP_W + DATA_W),
        .DEPTH(HOLD)
    ) u_beats (
        .clk, .rst,
        .s_valid_i(out_valid), .s_ready_o(out_ready),
        .s_data_i({s_axis_host_tdest, s_axis_host_tlast, s_axis_host_tkeep, s_axis_host_tdata}),
        .m_valid_o(beat_valid), .m_ready_i(beat_take),
        .m_data_o({queue, m_axis_if_rx_tlast, m_axis_if_rx_tkeep, m_axis_if_rx_tdata}),
        .level_o(unused_beats)
    );

    // never full: every stamp in it belongs to a first beat in u_beats
    snic_fifo #(
        .WIDTH(TS_W),
        .DEPTH(HOLD)
    ) u_answers (
        .clk, .rst,
        .s_valid_i(answer_valid), .s_ready_o(unused_ready), .s_data_i(answer_ts),
        .m_valid_o(stamp_valid), .m_ready_i(beat_take && m_axis_if_rx_tlast && beat_valid),
        .m_data_o(stamp),
        .level_o(unused_stamps)
    );

    assign m_axis_if_rx_tvalid = beat_valid && stamp_valid;
    assign beat_take           = stamp_valid && m_axis_if_rx_tready;
    assign m_axis_if_rx_tuser  = {stamp, 1'b0};
  end else begin : g_bare
    assign m_axis_wire_tuser   = {16'd0, s_axis_if_rx_tuser[0]};
    assign m_axis_if_rx_tvalid = out_valid;
    assign out_ready           = m_axis_if_rx_tready;
    assign m_axis_if_rx_tdata  = s_axis_host_tdata;
    assign m_axis_if_rx_tkeep  = s_axis_host_tkeep;
    assign m_axis_if_rx_tlast  = s_axis_host_tlast;
    assign m_axis_if_rx_tuser  = '0;
    assign queue               = s_axis_host_tdest;

    logic unused_stamp;
    assign unused_stamp = ^{clk, rst, time_ns_i, s_axis_host_tuser, s_axis_if_rx_tvalid,
                            s_axis_if_rx_tready, s_axis_if_rx_tlast};
  end

  assign m_axis_if_rx_tdest = {1'b1, QUEUE_W'(queue)};
  if (QUEUE_W < 12) begin : g_high
    logic unused_queue;
    assign unused_queue = ^queue[11:QUEUE_W];
  end
endmodule
