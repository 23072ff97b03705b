// Read-modify-write memory at one operation per clock: the forwarding shell around an update step.
//
// Contract
// - `valid_i`, `addr_i`, `arg_i` in clock k; `result_o` in clock k+4. II=1, no stall. Operations
//   take effect in the order in which they enter, exactly as if each finished before the next
//   began, also back to back on one address.
// - The step is combinational and lives outside: `state_o`, `arg_o` -> `state_next_i`, `result_i`,
//   all in clock k+3 of the operation.
// - Host access: `host_valid_i` and its operands are held until `host_done_o` (one clock), which
//   gives the state before the access; a write replaces it. The access takes the first clock
//   without `valid_i`, and is ordered with the operations by that clock.
// - `starving_o`: a host access has waited STARVE_CLOCKS clocks. Whoever feeds `valid_i` then owes
//   an idle clock.
// Latency 4, throughput 1 per clock. In the loop-carried path: the step, the choice between step
// and host data, one 3:1 choice. Memory starts as zero; a reset loses what is in flight and keeps
// the memory.
// It does not check addresses: DEPTH must be a power of two.
`default_nettype none

module snic_rmw #(
    parameter int STATE_W       = 8,
    parameter int ARG_W         = 8,
    parameter int RESULT_W      = 1,
    parameter int DEPTH         = 4096,
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

  initial begin
    if ((1 << ADDR_W) != DEPTH || DEPTH < 2)
      $error("%m: DEPTH %0d is not a power of two of at least 2", DEPTH);
    if (STARVE_CLOCKS < 1) $error("%m: STARVE_CLOCKS must be at least 1");
  end

  // Stage n holds the operation that entered n clocks ago; 0 is the input itself. `wr` says that
  // the operation changes its state: all but host reads.
  logic take_host, wr_0, wr_1_q, wr_2_q, wr_3_q, wr_4_q;
  logic host_1_q, host_2_q, host_3_q;
  logic [ADDR_W-1:0] addr_0, addr_1_q, addr_2_q, addr_3_q, addr_4_q;
  logic [ARG_W-1:0] arg_1_q, arg_2_q, arg_3_q;
  logic [STATE_W-1:0] ram_2, patch_2_q, state_3_q, next_3, next_4_q, next_5_q;
  logic patched_2_q;

  // Same address as an older operation that writes; name_<stage of younger>_<stage of older>.
  logic same_1_3_q, same_1_4_q, same_1_5_q, same_2_3_q;

  logic issued_q;
  logic [WAIT_W-1:0] wait_q;

  assign take_host = host_valid_i && !valid_i && !issued_q;
  assign wr_0      = valid_i || (take_host && host_write_i);
  assign addr_0    = valid_i ? addr_i : host_addr_i;

  // The read of stage 0 sees every write but those of stages 0..4: memory is read first.
  snic_ram_sdp #(
      .WIDTH(STATE_W),
      .DEPTH(DEPTH)
  ) ram (
      .clk     (clk),
      .a_we_i  (wr_4_q && !rst),
      .a_addr_i(addr_4_q),
      .a_data_i(next_4_q),
      .b_addr_i(addr_0),
      .b_data_o(ram_2)
  );

  assign state_o = state_3_q;
  assign arg_o   = arg_3_q;
  assign next_3  = host_3_q ? host_data_i : state_next_i;

  always_ff @(posedge clk) begin
    addr_1_q <= addr_0;
    addr_2_q <= addr_1_q;
    addr_3_q <= addr_2_q;
    addr_4_q <= addr_3_q;
    arg_1_q  <= arg_i;
    arg_2_q  <= arg_1_q;
    arg_3_q  <= arg_2_q;

    // What the read of the operation now in stage 1 missed: results of the operations that are
    // now in stages 3, 4 and 5, the youngest first; the one in stage 2 follows a clock later.
    same_1_3_q <= wr_2_q && addr_2_q == addr_0;
    same_1_4_q <= wr_3_q && addr_3_q == addr_0;
    same_1_5_q <= wr_4_q && addr_4_q == addr_0;
    same_2_3_q <= wr_2_q && addr_2_q == addr_1_q;

    patched_2_q <= same_1_3_q || same_1_4_q || same_1_5_q;
    patch_2_q   <= same_1_3_q ? next_3 : same_1_4_q ? next_4_q : next_5_q;
    state_3_q   <= same_2_3_q ? next_3 : patched_2_q ? patch_2_q : ram_2;

    next_4_q    <= next_3;
    next_5_q    <= next_4_q;
    result_o    <= result_i;
    host_data_o <= state_3_q;
  end

  always_ff @(posedge clk) begin
    wr_1_q      <= wr_0;
    wr_2_q      <= wr_1_q;
    wr_3_q      <= wr_2_q;
    wr_4_q      <= wr_3_q;
    host_1_q    <= take_host;
    host_2_q    <= host_1_q;
    host_3_q    <= host_2_q;
    host_done_o <= host_3_q;
    issued_q    <= take_host || (issued_q && !host_done_o);

    if (!host_valid_i || issued_q || take_host) wait_q <= '0;
    else if (wait_q != WAIT_W'(STARVE_CLOCKS)) wait_q <= wait_q + 1'b1;

    if (rst) begin
      wr_1_q      <= 1'b0;
      wr_2_q      <= 1'b0;
      wr_3_q      <= 1'b0;
      wr_4_q      <= 1'b0;
      host_1_q    <= 1'b0;
      host_2_q    <= 1'b0;
      host_3_q    <= 1'b0;
      host_done_o <= 1'b0;
      issued_q    <= 1'b0;
      wait_q      <= '0;
    end
  end

  assign starving_o = wait_q == WAIT_W'(STARVE_CLOCKS);

endmodule

`default_nettype wire
