// Properties of snic_drain: DRAINED says exactly that the generation has not changed in the
// current clock and in the CLOCKS clocks before it.
`default_nettype none

module snic_drain_props #(
    parameter int CLOCKS = 5
) (
    input  wire  clk,
    input  wire  generation,
    output logic bad
);

  logic started_q, drained;
  initial started_q = 1'b0;

  // Generations of this clock and the CLOCKS + 1 before; in reset the register is 0.
  logic [CLOCKS:0] before_q;
  logic [CLOCKS+1:0] seen;
  assign seen = {before_q, generation};

  snic_drain #(
      .CLOCKS(CLOCKS)
  ) dut (
      .clk,
      .rst         (!started_q),
      .generation_i(generation),
      .drained_o   (drained)
  );

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    before_q  <= started_q ? seen[CLOCKS:0] : '0;
  end

  assign bad = started_q && drained != (seen == '0 || seen == '1);

endmodule

`default_nettype wire
