// One state, read, modified and written by an operation per clock: snic_rmw without a memory.
//
// Contract
// - `valid_i`, `arg_i` in clock k; `result_o` in clock k+1. II=1, no stall.
// - The step is combinational and lives outside: `state_o`, `arg_o` -> `state_next_i`, `result_i`,
//   all in clock k.
// - Host access and `starving_o`: as in snic_rmw. The answer comes a clock after the access was
//   taken: with an idle clock D clocks after `starving_o` rose, STARVE_CLOCKS + D + 1 clocks after
//   it was asked for, or earlier.
// Latency 1, throughput 1 per clock. In the loop-carried path: the step and one choice of three.
// The state is zero after a reset.
`default_nettype none

module snic_register #(
    parameter int STATE_W       = 8,
    parameter int ARG_W         = 8,
    parameter int RESULT_W      = 1,
    parameter int STARVE_CLOCKS = 64
) (
    input  wire                 clk,
    input  wire                 rst,

    input  wire                 valid_i,
    input  wire  [ARG_W-1:0]    arg_i,
    output logic [RESULT_W-1:0] result_o,

    output logic [STATE_W-1:0]  state_o,
    output logic [ARG_W-1:0]    arg_o,
    input  wire  [STATE_W-1:0]  state_next_i,
    input  wire  [RESULT_W-1:0] result_i,

    input  wire                 host_valid_i,
    input  wire                 host_write_i,
    input  wire  [STATE_W-1:0]  host_data_i,
    output logic                host_done_o,
    output logic [STATE_W-1:0]  host_data_o,

    output logic                starving_o
);

  localparam int WAIT_W = $clog2(STARVE_CLOCKS + 1);

  logic take_host;
  logic [STATE_W-1:0] state_q;
  logic [WAIT_W-1:0] wait_q;

  if (STARVE_CLOCKS < 1) begin : g_check_starve
    $error("STARVE_CLOCKS must be at least 1");
  end

  assign take_host  = host_valid_i && !valid_i && !host_done_o;
  assign state_o    = state_q;
  assign arg_o      = arg_i;
  assign starving_o = wait_q == WAIT_W'(STARVE_CLOCKS);

  always_ff @(posedge clk) begin
    if (valid_i) state_q <= state_next_i;
    else if (take_host && host_write_i) state_q <= host_data_i;
    result_o    <= result_i;
    host_data_o <= state_q;
    host_done_o <= take_host;

    if (!host_valid_i || host_done_o || take_host) wait_q <= '0;
    else if (wait_q != WAIT_W'(STARVE_CLOCKS)) wait_q <= wait_q + 1'b1;

    if (rst) begin
      state_q     <= '0;
      host_done_o <= 1'b0;
      wait_q      <= '0;
    end
  end

endmodule

`default_nettype wire
