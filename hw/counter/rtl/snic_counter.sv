// Counters of one direction -> packets (48 bits) and bytes (56 bits), each packet twice in one
// clock: by {tenant, class of its reason}, and by its reason, for all.
//
// Contract
// - One event per clock, never refused: `valid_i` adds one packet and `bytes_i` bytes to counter
//   {tenant_i, reason_i[7:4]} and to counter `reason_i`. Events on one counter in consecutive
//   clocks all count. Tenant 0 is of whom no tenant is known.
// - Host: `host_valid_i` with operands is held until `host_done_o`, which gives the counter before
//   the access; `host_clear_i` then sets it to zero. No event is lost or counted twice. Index bit
//   16 is 0 for {tenant, reason[7:4]}, 1 for a reason; one that is not there gives zero.
// - `starving_o`: the host has waited STARVE_CLOCKS clocks for one without event (snic_rmw).
// - Packets wrap at 2^48 (21 days of 64-byte frames at 100 Gb/s), bytes at 2^56.
// Latency: an event is in the host's view from the next clock on. Starts as zero; a reset keeps
// the counts.
`default_nettype none

module snic_counter #(
    parameter int TENANTS       = 4096,
    parameter int STARVE_CLOCKS = 64
) (
    input  wire               clk,
    input  wire               rst,

    input  wire               valid_i,
    input  wire  [11:0]       tenant_i,
    input  wire  [7:0]        reason_i,
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
  localparam int BANKS   = 2;
  localparam int TENANT  = 0;  // {tenant, reason[7:4]}; the other bank: reason

  if (TENANTS < 2 || TENANTS > 4096) begin : g_check_tenants
    $error("TENANTS must be 2..4096");
  end

  logic [BANKS*16-1:0] index;
  logic [BANKS-1:0] asked, done, starving, outside;
  logic [BANKS*STATE_W-1:0] seen;

  assign index = {8'd0, reason_i, tenant_i, reason_i[7:4]};
  assign asked = host_index_i[16] ? 2'b10 : 2'b01;

  for (genvar n = 0; n < BANKS; n++) begin : g_bank
    localparam int DEPTH  = (n == TENANT) ? TENANTS * 16 : 256;
    localparam int ADDR_W = $clog2(DEPTH);
    logic [STATE_W-1:0] state, state_next, host_state;
    logic [13:0] bytes_s;
    logic unused_result;

    assign state_next = {state[103:48] + 56'(bytes_s), state[47:0] + 48'd1};
    assign outside[n] = (32'(host_index_i[15:0]) >> ADDR_W) != '0;
    assign seen[n*STATE_W +: STATE_W] = (done[n] && !outside[n]) ? host_state : '0;

    snic_rmw #(
        .STATE_W      (STATE_W),
        .ARG_W        (14),
        .RESULT_W     (1),
        .DEPTH        (DEPTH),
        // registers between the 16 UltraRAMs that are chained for the depth
        .RAM_LATENCY  (n == TENANT ? 4 : 2),
        .STARVE_CLOCKS(STARVE_CLOCKS)
    ) rmw (
        .clk, .rst, .valid_i,
        .addr_i      (index[n*16 +: ADDR_W]),
        .arg_i       (bytes_i),
        .result_o    (unused_result),
        .state_o     (state),
        .arg_o       (bytes_s),
        .state_next_i(state_next),
        .result_i    (1'b0),
        .host_valid_i(host_valid_i && asked[n]),
        .host_write_i(host_clear_i && !outside[n]),
        .host_addr_i (host_index_i[ADDR_W-1:0]),
        .host_data_i ('0),
        .host_done_o (done[n]),
        .host_data_o (host_state),
        .starving_o  (starving[n])
    );
  end

  assign starving_o     = |starving;
  assign host_done_o    = |done;
  assign host_packets_o = seen[47:0] | seen[STATE_W +: 48];
  assign host_bytes_o   = seen[103:48] | seen[STATE_W+48 +: 56];

  // The upper bits of a reason's index are zero; below 4096 tenants so are a tenant's.
  logic unused_index;
  assign unused_index = ^index;

endmodule

`default_nettype wire
