// snic_ingress at 64 bits: a frame of 20 bytes with tag 0x17. Its header leaves whole, two clocks
// behind the last beat; the beats wait for egress.
`default_nettype none

module wave;
  logic         clk = 1'b0, rst = 1'b1;
  logic [63:0]  time_ns = 64'h1000;
  logic         tvalid = 1'b0, tready, tlast;
  logic [63:0]  tdata;
  logic [7:0]   tkeep;
  logic         hdr_valid, side_valid, pay_valid, pay_ready = 1'b0;
  logic [255:0] window;
  logic [13:0]  hdr_length, side_length;
  logic [63:0]  hdr_time_ns, pay_data;
  logic [15:0]  beat_data, bytes_0, bytes_16, stored;
  logic [15:0]  hdr_tag, hdr_sum;
  logic [10:0]  side_beats;

  always #1 clk = !clk;
  always @(posedge clk) time_ns <= time_ns + 64'd4;
  assign beat_data = tdata[15:0];
  assign bytes_0   = window[63:48];
  assign bytes_16  = window[191:176];
  assign stored    = pay_data[15:0];

  snic_ingress #(
      .DATA_W      (64),
      .WINDOW_BYTES(32)
  ) u_ingress (
      .clk,
      .rst,
      .time_ns_i       (time_ns),
      .generation_i    (1'b0),
      .bubble_i        (1'b0),
      .s_axis_tdata    (tdata),
      .s_axis_tkeep    (tkeep),
      .s_axis_tvalid   (tvalid),
      .s_axis_tready   (tready),
      .s_axis_tlast    (tlast),
      .s_axis_tuser    ({16'h17, 1'b0}),
      .s_axis_queue    (12'd0),
      .s_axis_from_slow(1'b0),
      .hdr_valid_o     (hdr_valid),
      .hdr_window_o    (window),
      .hdr_length_o    (hdr_length),
      .hdr_sum_o       (hdr_sum),
      .hdr_time_ns_o   (hdr_time_ns),
      .hdr_bad_o       (),
      .hdr_oversize_o  (),
      .hdr_queue_o     (),
      .hdr_from_slow_o (),
      .hdr_tag_o       (hdr_tag),
      .hdr_gen_o       (),
      .side_valid_o    (side_valid),
      .side_ready_i    (pay_ready),
      .side_time_ns_o  (),
      .side_tag_o      (),
      .side_length_o   (side_length),
      .side_beats_o    (side_beats),
      .pay_valid_o     (pay_valid),
      .pay_ready_i     (pay_ready),
      .pay_data_o      (pay_data),
      .credit_i        (1'b0),
      .in_frame_o      (),
      .in_bytes_o      (),
      .in_from_slow_o  ()
  );

  task automatic beat(input logic [63:0] data, input logic [7:0] keep);
    tvalid <= 1'b1;
    tdata  <= data;
    tkeep  <= keep;
    tlast  <= keep != 8'hFF;
    do @(posedge clk); while (!tready);
    tvalid <= 1'b0;
  endtask

  initial begin
    repeat (8) @(posedge clk);
    rst <= 1'b0;
    repeat (4) @(posedge clk);
    $dumpvars(1, clk, tvalid, tready, tlast, tkeep, beat_data, hdr_valid, hdr_length, hdr_sum,
              hdr_tag, hdr_time_ns, bytes_0, bytes_16, side_valid, side_length, side_beats,
              pay_valid, pay_ready, stored);
    beat(64'h0706_0504_0302_0100, 8'hFF);
    beat(64'h0F0E_0D0C_0B0A_0908, 8'hFF);
    beat(64'h0000_0000_1312_1110, 8'h0F);
    repeat (3) @(posedge clk);
    pay_ready <= 1'b1;
    repeat (4) @(posedge clk);
    $finish;
  end
endmodule
