// Read-modify-write memory at one operation per clock: the forwarding shell around an update step.
//
// Contract
// - `valid_i`, `addr_i`, `arg_i` in clock k; `result_o` in clock k+RAM_LATENCY+2. II=1, no stall.
//   Operations take effect in the order in which they enter, exactly as if each finished before
//   the next began, also back to back on one address.
// - The step is combinational and lives outside: `state_o`, `arg_o` -> `state_next_i`, `result_i`,
//   all in clock k+RAM_LATENCY+1 of the operation.
// - Host access: `host_valid_i` and its operands are held until `host_done_o` (one clock), which
//   gives the state before the access; a write replaces it. The access takes the first clock
//   without `valid_i`, and is ordered with the operations by that clock.
// - `starving_o`: a host access has waited STARVE_CLOCKS clocks. Whoever feeds `valid_i` then owes
//   an idle clock. If it comes D clocks after `starving_o` rose, the access is done
//   STARVE_CLOCKS + D + RAM_LATENCY + 2 clocks after it was asked for, or earlier.
// In the loop-carried path: the step, the choice between step and host data, one 2:1 choice.
// Memory starts as zero; a reset loses what is in flight and keeps the memory.
// It does not check addresses: DEPTH must be a power of two.
`default_nettype none

module snic_rmw #(
    parameter int STATE_W       = 8,
    parameter int ARG_W         = 8,
    parameter int RESULT_W      = 1,
    parameter int DEPTH         = 4096,
    parameter int RAM_LATENCY   = 2,
    parameter int STARVE_CLOCKS = 64,
    localparam int ADDR_W       = $clog2(DEPTH)
) (
    input  wire                 clk,
    input  wire                 rst,

    input  wire                 valid_i,
    input  wire  [ADDR_W-1:0]   addr_i,
    input  wire  [ARG_W-1:0]    arg_i,
    output logic [RESULT_W-1:0] result_o,

    output logic [STATE_W-1:0]  state_o,
    output logic [ARG_W-1:0]    arg_o,
    input  wire  [STATE_W-1:0]  state_next_i,
    input  wire  [RESULT_W-1:0] result_i,

    input  wire                 host_valid_i,
    input  wire                 host_write_i,
    input  wire  [ADDR_W-1:0]   host_addr_i,
    input  wire  [STATE_W-1:0]  host_data_i,
    output logic                host_done_o,
    output logic [STATE_W-1:0]  host_data_o,

    output logic                starving_o
);

  localparam int WAIT_W = $clog2(STARVE_CLOCKS + 1);

  // Stage n holds the operation that entered n clocks ago; 0 is the input itself. The step is in
  // stage S, its result is written in stage S+1.
  localparam int S = RAM_LATENCY + 1;

  if ((1 << ADDR_W) != DEPTH || DEPTH < 2) begin : g_check_depth
    $error("DEPTH must be a power of two of at least 2");
  end
  if (RAM_LATENCY < 1 || RAM_LATENCY > 4) begin : g_check_latency
    $error("RAM_LATENCY must be 1..4");
  end
  if (STARVE_CLOCKS < 1) begin : g_check_starve
    $error("STARVE_CLOCKS must be at least 1");
  end

  // By stage; `wr` says that the operation changes its state: all but host reads.
  logic take_host, issued_q;
  logic [S:1] host_q;
  logic [S+1:0] wr;
  logic [S+1:1] wr_q;
  logic [(S+2)*ADDR_W-1:0] addr;
  logic [(S+1)*ADDR_W-1:0] addr_q;
  logic [S*ARG_W-1:0] arg_q;
  logic [WAIT_W-1:0] wait_q;

  // Results of the operations in stages S, S+1 and S+2.
  logic [STATE_W-1:0] next, next_1_q, next_2_q;
  logic [STATE_W-1:0] ram_data, state_q;

  assign take_host = host_valid_i && !valid_i && !issued_q;
  assign wr   = {wr_q, valid_i || (take_host && host_write_i)};
  assign addr = {addr_q, valid_i ? addr_i : host_addr_i};

  // The read of stage 0 sees every write but those of stages 0..S+1: memory is read first.
  snic_ram_sdp #(
      .WIDTH  (STATE_W),
      .DEPTH  (DEPTH),
      .LATENCY(RAM_LATENCY)
  ) ram (
      .clk     (clk),
      .a_we_i  (wr[S+1] && !rst),
      .a_addr_i(addr[(S+1)*ADDR_W +: ADDR_W]),
      .a_data_i(next_1_q),
      .b_addr_i(addr[0 +: ADDR_W]),
      .b_data_o(ram_data)
  );

  // What the read of an operation missed: the results of the S+1 operations before it on the same
  // address, the youngest counts. The operation S+1-n before the one in stage n is in stage S+1
  // then, so stage n takes `next_1_q` from it; the one S+1 before is already in S+2 when this one
  // is in stage 1; the one directly before is in the step when this one is in stage S-1. All
  // comparisons are registered a clock before their use.
  logic [S-1:1] have;
  logic [(S-1)*STATE_W-1:0] value;  // of stage n in word n-1
  logic oldest_q, youngest_q;

  always_ff @(posedge clk) begin
    oldest_q   <= wr[S+1] && addr[(S+1)*ADDR_W +: ADDR_W] == addr[0 +: ADDR_W];
    youngest_q <= wr[S-1] && addr[(S-1)*ADDR_W +: ADDR_W] == addr[(S-2)*ADDR_W +: ADDR_W];
  end

  for (genvar n = 1; n < S; n++) begin : g_patch
    logic hit_q, older;
    logic [STATE_W-1:0] older_value;

    // Stage n takes the result of the operation S+1-n before.
    always_ff @(posedge clk)
      hit_q <= wr[S] && addr[S*ADDR_W +: ADDR_W] == addr[(n-1)*ADDR_W +: ADDR_W];

    if (n == 1) begin : g_first
      assign older       = oldest_q;
      assign older_value = next_2_q;
    end else begin : g_later
      logic have_q;
      logic [STATE_W-1:0] value_q;
      always_ff @(posedge clk) begin
        have_q  <= have[n-1];
        value_q <= value[(n-2)*STATE_W +: STATE_W];
      end
      assign older       = have_q;
      assign older_value = value_q;
    end

    assign have[n]                           = hit_q || older;
    assign value[(n-1)*STATE_W +: STATE_W] = hit_q ? next_1_q : older_value;
  end

  assign state_o = state_q;
  assign arg_o   = arg_q[(S-1)*ARG_W +: ARG_W];
  assign next    = host_q[S] ? host_data_i : state_next_i;

  always_ff @(posedge clk) begin
    addr_q <= addr[0 +: (S+1)*ADDR_W];
    arg_q  <= (arg_q << ARG_W) | (S*ARG_W)'(arg_i);

    state_q <= youngest_q ? next
        : have[S-1] ? value[(S-2)*STATE_W +: STATE_W] : ram_data;

    next_1_q    <= next;
    next_2_q    <= next_1_q;
    result_o    <= result_i;
    host_data_o <= state_q;
  end

  always_ff @(posedge clk) begin
    wr_q        <= wr[S:0];
    host_q      <= {host_q[S-1:1], take_host};
    host_done_o <= host_q[S];
    issued_q    <= take_host || (issued_q && !host_done_o);

    if (!host_valid_i || issued_q || take_host) wait_q <= '0;
    else if (wait_q != WAIT_W'(STARVE_CLOCKS)) wait_q <= wait_q + 1'b1;

    if (rst) begin
      wr_q        <= '0;
      host_q      <= '0;
      host_done_o <= 1'b0;
      issued_q    <= 1'b0;
      wait_q      <= '0;
    end
  end

  assign starving_o = wait_q == WAIT_W'(STARVE_CLOCKS);

endmodule

`default_nettype wire
