// Proof of snic_fifo (DEPTH 8, one data bit): order, no loss, no duplicate. The assertions are in
// fifo_order.svh, because they speak of the FIFO's inside.
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
endmodule
