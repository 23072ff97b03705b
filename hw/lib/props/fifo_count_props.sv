// Proof of snic_fifo (DEPTH 8): the words inside are what `level_o` says and never more than DEPTH;
// ready exactly when one more has room; nothing comes out of an empty FIFO; and there is no bubble:
// a word that came in four clocks ago or earlier keeps `m_valid_o` high.
module fifo_count_props (
    input logic clk,
    input logic rst,
    input logic s_valid,
    input logic m_ready
);
  logic       s_ready, m_valid, m_data;
  logic [3:0] level;

  snic_fifo #(.WIDTH(1), .DEPTH(8)) dut (
      .clk, .rst,
      .s_valid_i(s_valid), .s_ready_o(s_ready), .s_data_i(1'b0),
      .m_valid_o(m_valid), .m_ready_i(m_ready), .m_data_o(m_data), .level_o(level)
  );

  logic push, pop;
  assign push = s_valid && s_ready;
  assign pop  = m_valid && m_ready;

  logic [4:0] count_q = '0;
  logic [2:0] young_q = '0;  // pushes of the last three clocks
  logic       started_q = 1'b0;

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      count_q <= '0;
      young_q <= '0;
    end else begin
      count_q <= count_q + 5'(push) - 5'(pop);
      young_q <= {young_q[1:0], push};
    end
  end

  logic [4:0] young;
  assign young = 5'(young_q[0]) + 5'(young_q[1]) + 5'(young_q[2]);

  logic bad;
  assign bad = count_q > 8 || 5'(level) != count_q || s_ready != (count_q < 8)
               || (m_valid && count_q == 0) || (!m_valid && count_q > young);

  always_comb begin
    assume (rst == !started_q);
    if (!rst) assert (!bad);
  end
endmodule
