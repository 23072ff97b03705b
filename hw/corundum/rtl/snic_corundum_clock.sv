// Nanoseconds since reset, from the period of the clock as the fraction NUM / DENOM.
//
// Contract: `time_ns_o` never goes back and never drifts from the clock: after DENOM clocks it has
// advanced by exactly NUM.
// Latency: none; it counts from the clock after reset.
// It is nobody's wall clock: PTP time stays in the frames' own stamps.
module snic_corundum_clock #(
    parameter int NUM   = 4,
    parameter int DENOM = 1
) (
    input  logic        clk,
    input  logic        rst,
    output logic [63:0] time_ns_o
);
  localparam logic [15:0] WHOLE = 16'(NUM / DENOM);
  localparam logic [15:0] REST  = 16'(NUM % DENOM);
  localparam logic [15:0] TURN  = 16'(DENOM) - REST;

  if (NUM < 1 || DENOM < 1 || NUM > 32767 || DENOM > 32767) begin : g_check_period
    $error("the clock period must be a fraction of numbers 1..32767");
  end

  logic [15:0] part_q;  // parts of a nanosecond, in units of 1 / DENOM
  logic [63:0] time_q;
  logic        carry;
  assign carry = part_q >= TURN;

  always_ff @(posedge clk) begin
    if (rst) begin
      part_q <= '0;
      time_q <= '0;
    end else begin
      part_q <= carry ? part_q - TURN : part_q + REST;
      time_q <= time_q + 64'(WHOLE) + 64'(carry);
    end
  end

  assign time_ns_o = time_q;
endmodule
