// Proof of snic_ingress's control (64 bit, frames of up to 2 stored beats, 2 credits).
//
// Headers out and not credited back never exceed the credits; no header follows a bubble; every
// frame accepted at s_axis gives one header; the side information of a header, and its payload,
// are there four clocks after it; stored beats are as many as the side information says.
module ingress_props (
    input logic clk,
    input logic rst,
    input logic s_valid,
    input logic s_last,
    input logic bubble,
    input logic side_ready,
    input logic pay_ready,
    input logic credit
);
  logic         s_ready, hdr_valid, hdr_bad, hdr_oversize, hdr_from_slow, hdr_gen;
  logic         side_valid, pay_valid, in_frame, in_from_slow;
  logic [63:0]  hdr_window, hdr_time, side_time, pay_data;
  logic [13:0]  hdr_length, side_length;
  logic [11:0]  hdr_queue;
  logic [15:0]  hdr_tag, hdr_sum, side_tag;
  logic [1:0]   side_beats;
  logic [6:0]   in_bytes;

  snic_ingress #(
      .DATA_W(64), .WINDOW_BYTES(8), .MAX_FRAME_BYTES(16), .PAYLOAD_BYTES(32), .CREDITS(2)
  ) dut (
      .clk, .rst, .time_ns_i(64'd0), .generation_i(1'b0), .bubble_i(bubble),
      .s_axis_tdata(64'd0), .s_axis_tkeep(8'hff), .s_axis_tvalid(s_valid), .s_axis_tready(s_ready),
      .s_axis_tlast(s_last), .s_axis_tuser(17'd0), .s_axis_queue(12'd0), .s_axis_from_slow(1'b0),
      .hdr_valid_o(hdr_valid), .hdr_window_o(hdr_window), .hdr_length_o(hdr_length),
      .hdr_sum_o(hdr_sum), .hdr_time_ns_o(hdr_time), .hdr_bad_o(hdr_bad),
      .hdr_oversize_o(hdr_oversize),
      .hdr_queue_o(hdr_queue), .hdr_from_slow_o(hdr_from_slow), .hdr_tag_o(hdr_tag),
      .hdr_gen_o(hdr_gen),
      .side_valid_o(side_valid), .side_ready_i(side_ready), .side_time_ns_o(side_time),
      .side_tag_o(side_tag), .side_length_o(side_length), .side_beats_o(side_beats),
      .pay_valid_o(pay_valid), .pay_ready_i(pay_ready), .pay_data_o(pay_data),
      .credit_i(credit),
      .in_frame_o(in_frame), .in_bytes_o(in_bytes), .in_from_slow_o(in_from_slow)
  );

  logic       started_q = 1'b0, bubble_q = 1'b0;
  logic [3:0] owed_q = '0;     // headers whose credit is not back
  logic [3:0] side_q = '0;     // headers whose side information is not taken
  logic [1:0] inside_q = '0;   // frame ends accepted that are no header yet
  logic [2:0] young_q = '0;    // headers of the last three clocks
  logic [3:0] debt_q = '0;     // beats that the taken side information promises, not taken yet

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    bubble_q  <= bubble;
    if (rst) begin
      {owed_q, side_q, inside_q, debt_q, young_q} <= '0;
    end else begin
      owed_q   <= owed_q + 4'(hdr_valid) - 4'(credit);
      side_q   <= side_q + 4'(hdr_valid) - 4'(side_valid && side_ready);
      inside_q <= inside_q + 2'(s_valid && s_ready && s_last) - 2'(hdr_valid);
      young_q  <= {young_q[1:0], hdr_valid};
      debt_q   <= debt_q + ((side_valid && side_ready) ? 4'(side_beats) : 4'd0)
                  - 4'(pay_valid && pay_ready);
    end
  end

  logic bad;
  assign bad = owed_q + 4'(hdr_valid) > 2 || (hdr_valid && (bubble_q || inside_q == '0))
               || (side_valid && side_q == '0) || in_frame != hdr_valid
               || (side_valid && side_beats == '0) || (debt_q != '0 && !pay_valid && young_q == '0)
               || (!side_valid && side_q > 4'(young_q[0]) + 4'(young_q[1]) + 4'(young_q[2]));

  // a reader like snic_egress: takes the side information when no payload is owed, then the
  // payload, and gives a credit for what it has taken
  always_comb begin
    assume (rst == !started_q);
    assume (!side_ready || debt_q == '0);
    assume (!pay_ready || debt_q != '0);
    assume (!credit || owed_q > side_q);
    if (!rst) assert (!bad);
  end
endmodule
