// Proof of snic_fifo (DEPTH 8, one data bit).
//
// Order, no loss, no duplicate: by data independence it is enough that every input stream of the form
// 0..0 1 1 0..0 comes out as such a stream, and that the number of words inside is what `level_o`
// says. No bubble: a word that came in four clocks ago or earlier keeps `m_valid_o` high.
module fifo_props (
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

  // 0: no one yet, 1: first one seen, 2: second one seen
  logic [1:0] in_q = '0, out_q = '0;
  logic [4:0] count_q = '0;
  logic [2:0] young_q = '0;
  logic       started_q = 1'b0;

  logic in_wrong, out_wrong;
  assign in_wrong  = push && ((in_q == 1 && !s_data) || (in_q == 2 && s_data));
  assign out_wrong = pop && ((out_q == 1 && !m_data) || (out_q == 2 && m_data));

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      in_q    <= '0;
      out_q   <= '0;
      count_q <= '0;
      young_q <= '0;
    end else begin
      if (push && s_data && in_q != 2) in_q <= in_q + 1'b1;
      if (pop && m_data && out_q != 2) out_q <= out_q + 1'b1;
      count_q <= count_q + 5'(push) - 5'(pop);
      young_q <= {young_q[1:0], push};
    end
  end

  logic [4:0] young;
  assign young = 5'(young_q[0]) + 5'(young_q[1]) + 5'(young_q[2]);

  logic bad;
  assign bad = out_wrong || count_q > 8 || 5'(level) != count_q || s_ready != (count_q < 8)
               || (m_valid && count_q == 0) || (!m_valid && count_q > young);

  always_comb begin
    assume (rst == !started_q);
    assume (!in_wrong);
    if (!rst) assert (!bad);
  end
endmodule
