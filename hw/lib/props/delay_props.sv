// A delay line beside DEPTH registers: whatever state both are in, DEPTH clocks later they give the
// same. `sat` proves that for one clock, and the clock and the state are any.
module delay_props #(
    parameter int WIDTH = 2,
    parameter int DEPTH = 3,
    parameter     STYLE = "srl"
) (
    input  logic             clk,
    input  logic [WIDTH-1:0] d_i,
    output logic             equal_o
);
  logic [WIDTH-1:0] q;
  snic_delay #(.WIDTH(WIDTH), .DEPTH(DEPTH), .STYLE(STYLE)) u_line (
      .clk(clk), .d_i(d_i), .q_o(q)
  );

  logic [DEPTH*WIDTH-1:0] registers_q;
  always_ff @(posedge clk) registers_q <= {registers_q, d_i};
  assign equal_o = q == registers_q[DEPTH*WIDTH-1 -: WIDTH];
endmodule
