// Proof of snic_fifo (DEPTH 8, one data bit): order, no loss, no duplicate.
//
// One arbitrary word of an otherwise empty stream is a one. `ahead_q` counts the words in front of it:
// it comes out exactly when no word is ahead of it, and no other word comes out as a one. By data
// independence this says that the n-th word in is the n-th word out.
module fifo_order_props (
    input logic clk,
    input logic rst,
    input logic s_valid,
    input logic s_data,
    input logic m_ready
);
  logic       s_ready, m_valid, m_data;
  logic [3:0] level;

  snic_fifo #(.WIDTH(1), .DEPTH(8)) dut (
      .clk, .rst,
      .s_valid_i(s_valid), .s_ready_o(s_ready), .s_data_i(s_data),
      .m_valid_o(m_valid), .m_ready_i(m_ready), .m_data_o(m_data), .level_o(level)
  );

  logic push, pop;
  assign push = s_valid && s_ready;
  assign pop  = m_valid && m_ready;

  logic       seen_q = 1'b0, inside_q = 1'b0, started_q = 1'b0;
  logic [3:0] ahead_q = '0;

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      seen_q   <= 1'b0;
      inside_q <= 1'b0;
    end else begin
      if (push && s_data) begin
        seen_q   <= 1'b1;
        inside_q <= 1'b1;
        ahead_q  <= level - 4'(pop);
      end else if (pop) begin
        ahead_q <= ahead_q - 1'b1;
        if (ahead_q == '0) inside_q <= 1'b0;
      end
    end
  end

  logic bad;
  assign bad = (m_valid && m_data != (inside_q && ahead_q == '0)) || (inside_q && ahead_q >= level);

  always_comb begin
    assume (rst == !started_q);
    assume (!(seen_q && s_data));
    if (!rst) assert (!bad);
  end
endmodule
