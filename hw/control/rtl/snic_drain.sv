// Says when no header of before the last change of the epoch is in any pipeline.
//
// Contract: a header enters a kernel in some epoch, the value of `epoch_i` in that clock, and
// leaves at most CLOCKS later. `drained_o` is 0 in the clock of a change and for CLOCKS after it.
// The epoch is whatever the host changes to wait: the generation, and the number of a fence. A
// kernel never stalls, so counting is exact, not a guess.
`default_nettype none

module snic_drain #(
    parameter int CLOCKS  = 64,
    parameter int EPOCH_W = 1
) (
    input  wire               clk,
    input  wire               rst,
    input  wire [EPOCH_W-1:0] epoch_i,
    output logic              drained_o
);

  localparam int COUNT_W = $clog2(CLOCKS + 1);

  if (CLOCKS < 1) begin : g_check_clocks
    $error("CLOCKS must be at least 1");
  end

  logic [EPOCH_W-1:0] epoch_q;
  logic changed;
  logic [COUNT_W-1:0] left_q;

  assign changed   = epoch_i != epoch_q;
  assign drained_o = !changed && left_q == '0;

  always_ff @(posedge clk) begin
    epoch_q <= epoch_i;
    if (changed) left_q <= COUNT_W'(CLOCKS);
    else if (left_q != '0) left_q <= left_q - 1'b1;

    // In reset the pipelines are empty and the epoch is 0.
    if (rst) begin
      epoch_q <= '0;
      left_q  <= '0;
    end
  end

endmodule

`default_nettype wire
