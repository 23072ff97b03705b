// snic_fifo: three words in, a reader that waits for two clocks.
`default_nettype none

module wave;
  logic       clk = 1'b0, rst = 1'b1;
  logic       s_valid = 1'b0, s_ready, m_valid, m_ready = 1'b0;
  logic [7:0] s_data, m_data;
  logic [4:0] level;

  always #1 clk = !clk;

  snic_fifo #(
      .WIDTH(8),
      .DEPTH(16)
  ) u_fifo (
      .clk,
      .rst,
      .s_valid_i(s_valid),
      .s_ready_o(s_ready),
      .s_data_i (s_data),
      .m_valid_o(m_valid),
      .m_ready_i(m_ready),
      .m_data_o (m_data),
      .level_o  (level)
  );

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, s_valid, s_ready, s_data, m_valid, m_ready, m_data, level);
    for (int n = 0; n < 3; n++) begin
      s_valid <= 1'b1;
      s_data  <= 8'hA0 + 8'(n);
      @(posedge clk);
    end
    s_valid <= 1'b0;
    m_ready <= 1'b1;
    repeat (5) @(posedge clk);
    $finish;
  end
endmodule
