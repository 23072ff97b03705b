// Stream register: cuts every path between its two sides, ready included (skid buffer).
//
// Contract: valid/ready stream of WIDTH bits, any packing (data, keep, last, user, ...).
// Latency: one clock. Throughput: one word per clock.
// It does not hold more than two words.
module snic_axis_reg #(
    parameter int WIDTH = 8
) (
    input  logic             clk,
    input  logic             rst,

    input  logic             s_valid_i,
    output logic             s_ready_o,
    input  logic [WIDTH-1:0] s_data_i,

    output logic             m_valid_o,
    input  logic             m_ready_i,
    output logic [WIDTH-1:0] m_data_o
);
  logic             ready_q, valid_q, skid_valid_q, skid_valid_d;
  logic [WIDTH-1:0] data_q, skid_q;

  // the output register can take a word in this clock
  logic load;
  assign load = m_ready_i || !valid_q;

  // a word that was accepted while the output register stood still waits in the skid register
  assign skid_valid_d = (skid_valid_q || (s_valid_i && ready_q)) && !load;

  always_ff @(posedge clk) begin
    if (rst) begin
      ready_q      <= 1'b0;
      valid_q      <= 1'b0;
      skid_valid_q <= 1'b0;
    end else begin
      ready_q      <= !skid_valid_d;
      skid_valid_q <= skid_valid_d;
      if (load) valid_q <= skid_valid_q || (s_valid_i && ready_q);
    end
    if (load) data_q <= skid_valid_q ? skid_q : s_data_i;
    if (ready_q) skid_q <= s_data_i;
  end

  assign s_ready_o = ready_q;
  assign m_valid_o = valid_q;
  assign m_data_o  = data_q;
endmodule
