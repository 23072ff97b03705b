// Keeps the PTP stamp of every frame that goes into the core; gives it back by tag and time.
//
// Contract
// - A frame from the wire enters with tag `in_tag_o` (held while `in_fire_i` takes its beats); its
//   stamp is that of its last beat, its name the tag and the time of its first beat.
// - `ask_valid_i` with the tag and the time of a frame: two clocks later `answer_valid_o` with its
//   stamp, or 0 when the frame is not from the wire (tag not one of ours, times differ), or when
//   DEPTH later frames have come in since.
// Latency: 2 clocks. Throughput: a frame in and an answer every clock.
// The time stands in the table, because tags come round while a frame waits in a queue.
module snic_corundum_stamps #(
    parameter int TS_W  = 96,
    parameter int DEPTH = 2048
) (
    input  logic            clk,
    input  logic            rst,
    input  logic [63:0]     time_ns_i,

    input  logic            in_fire_i,
    input  logic            in_last_i,
    input  logic [TS_W-1:0] in_ts_i,
    output logic [15:0]     in_tag_o,

    input  logic            ask_valid_i,
    input  logic [15:0]     ask_tag_i,
    input  logic [63:0]     ask_time_ns_i,
    output logic            answer_valid_o,
    output logic [TS_W-1:0] answer_ts_o
);
  localparam int INDEX_W = $clog2(DEPTH);
  localparam int TIME_W  = 48;  // comes round after three days

  if (INDEX_W > 14) begin : g_check_depth
    $error("DEPTH must leave the first two bits of a tag 0");
  end

  logic [INDEX_W-1:0] index_q;
  logic               first_q;
  logic [TIME_W-1:0]  time_q, time_first;
  assign in_tag_o   = 16'(index_q);
  assign time_first = first_q ? time_ns_i[TIME_W-1:0] : time_q;

  always_ff @(posedge clk) begin
    if (rst) begin
      index_q <= '0;
      first_q <= 1'b1;
    end else if (in_fire_i) begin
      first_q <= in_last_i;
      if (in_last_i) index_q <= index_q + 1'b1;
    end
    if (in_fire_i) time_q <= time_first;
  end

  logic [TS_W-1:0]   stored_ts;
  logic [TIME_W-1:0] stored_time;
  snic_ram_sdp #(
      .WIDTH(TIME_W + TS_W),
      .DEPTH(DEPTH)
  ) u_table (
      .clk,
      .a_we_i(in_fire_i && in_last_i), .a_addr_i(index_q), .a_data_i({time_first, in_ts_i}),
      .b_addr_i(ask_tag_i[INDEX_W-1:0]), .b_data_o({stored_time, stored_ts})
  );

  logic [1:0]        valid_q, ours_q;
  logic [TIME_W-1:0] ask_a_q, ask_b_q;
  always_ff @(posedge clk) begin
    if (rst) valid_q <= '0;
    else valid_q <= {valid_q[0], ask_valid_i};
    ours_q  <= {ours_q[0], ask_tag_i[15:INDEX_W] == '0};
    ask_a_q <= ask_time_ns_i[TIME_W-1:0];
    ask_b_q <= ask_a_q;
  end

  assign answer_valid_o = valid_q[1];
  assign answer_ts_o    = (ours_q[1] && stored_time == ask_b_q) ? stored_ts : '0;

  logic unused_time;
  assign unused_time = ^{time_ns_i[63:TIME_W], ask_time_ns_i[63:TIME_W]};
endmodule
