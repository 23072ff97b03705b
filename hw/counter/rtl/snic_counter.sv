// Counters of one direction: {tenant, slot} -> packets (48 bits) and bytes (56 bits).
//
// Contract
// - One event per clock, never refused: `valid_i` adds one packet and `bytes_i` bytes to counter
//   `index_i`. Events on one counter in consecutive clocks all count.
// - Host: `host_valid_i` with operands is held until `host_done_o`, which gives the counter before
//   the access; `host_clear_i` then sets it to zero. No event is lost or counted twice. An index at
//   or beyond DEPTH gives zero.
// - `starving_o`: the host has waited STARVE_CLOCKS clocks for one without event (snic_rmw).
// - Packets wrap at 2^48 (21 days of 64-byte frames at 100 Gb/s), bytes at 2^56.
// Latency: an event is in the host's view from the next clock on. Starts as zero; a reset keeps
// the counts.
`default_nettype none

module snic_counter #(
    parameter int DEPTH         = 65536,
    parameter int STARVE_CLOCKS = 64,
    localparam int ADDR_W       = $clog2(DEPTH)
) (
    input  wire               clk,
    input  wire               rst,

    input  wire               valid_i,
    input  wire  [ADDR_W-1:0] index_i,
    input  wire  [13:0]       bytes_i,

    input  wire               host_valid_i,
    input  wire               host_clear_i,
    input  wire  [16:0]       host_index_i,
    output logic              host_done_o,
    output logic [47:0]       host_packets_o,
    output logic [55:0]       host_bytes_o,

    output logic              starving_o
);

  localparam int STATE_W = 48 + 56;

  if (DEPTH > 65536) begin : g_check_depth
    $error("DEPTH must be at most 65536");
  end

  logic [STATE_W-1:0] state, state_next, host_state;
  logic [13:0] bytes_s;
  logic outside, done, unused_result;

  assign state_next = {state[103:48] + 56'(bytes_s), state[47:0] + 48'd1};
  assign outside    = host_index_i[16:ADDR_W] != '0;

  snic_rmw #(
      .STATE_W      (STATE_W),
      .ARG_W        (14),
      .RESULT_W     (1),
      .DEPTH        (DEPTH),
      .RAM_LATENCY  (4),  // registers between the 16 UltraRAMs that are chained for the depth
      .STARVE_CLOCKS(STARVE_CLOCKS)
  ) rmw (
      .clk, .rst,
      .valid_i,
      .addr_i      (index_i),
      .arg_i       (bytes_i),
      .result_o    (unused_result),
      .state_o     (state),
      .arg_o       (bytes_s),
      .state_next_i(state_next),
      .result_i    (1'b0),
      .host_valid_i,
      .host_write_i(host_clear_i && !outside),
      .host_addr_i (host_index_i[ADDR_W-1:0]),
      .host_data_i ('0),
      .host_done_o (done),
      .host_data_o (host_state),
      .starving_o
  );

  assign host_done_o    = done;
  assign host_packets_o = outside ? '0 : host_state[47:0];
  assign host_bytes_o   = outside ? '0 : host_state[103:48];

endmodule

`default_nettype wire
