// Properties of snic_drain: DRAINED says exactly that the epoch, all of its bits, has not changed
// in the current clock and in the CLOCKS clocks before it.
`default_nettype none

module snic_drain_props #(
    parameter int CLOCKS  = 5,
    parameter int EPOCH_W = 2
) (
    input  wire               clk,
    input  wire [EPOCH_W-1:0] epoch,
    output logic              bad
);

  logic started_q, drained, same;
  initial started_q = 1'b0;

  // Epochs of the CLOCKS + 1 clocks before; in reset the register is 0.
  logic [EPOCH_W*(CLOCKS+1)-1:0] before_q;

  always_comb begin
    same = 1'b1;
    for (int n = 0; n <= CLOCKS; n++) same &= before_q[n*EPOCH_W +: EPOCH_W] == epoch;
  end

  snic_drain #(
      .CLOCKS (CLOCKS),
      .EPOCH_W(EPOCH_W)
  ) dut (
      .clk,
      .rst      (!started_q),
      .epoch_i  (epoch),
      .drained_o(drained)
  );

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    before_q  <= started_q ? {before_q[EPOCH_W*CLOCKS-1:0], epoch} : '0;
  end

  assign bad = started_q && drained != same;

endmodule

`default_nettype wire
