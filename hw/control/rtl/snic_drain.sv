// Says when no header of the other generation is in any pipeline.
//
// Contract: `generation_i` is what ingress gives to a header in the clock in which the header
// enters a kernel; it leaves at most CLOCKS later. `drained_o` is 0 in the clock of a change and
// for CLOCKS after it. A kernel never stalls, so counting is exact, not a guess.
`default_nettype none

module snic_drain #(
    parameter int CLOCKS = 64
) (
    input  wire  clk,
    input  wire  rst,
    input  wire  generation_i,
    output logic drained_o
);

  localparam int COUNT_W = $clog2(CLOCKS + 1);

  if (CLOCKS < 1) begin : g_check_clocks
    $error("CLOCKS must be at least 1");
  end

  logic generation_q, changed;
  logic [COUNT_W-1:0] left_q;

  assign changed   = generation_i != generation_q;
  assign drained_o = !changed && left_q == '0;

  always_ff @(posedge clk) begin
    generation_q <= generation_i;
    if (changed) left_q <= COUNT_W'(CLOCKS);
    else if (left_q != '0) left_q <= left_q - 1'b1;

    // In reset the pipelines are empty and the register is 0.
    if (rst) begin
      generation_q <= 1'b0;
      left_q       <= '0;
    end
  end

endmodule

`default_nettype wire
