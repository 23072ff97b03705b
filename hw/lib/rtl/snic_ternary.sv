// First match under masks: the answer to a key is the first valid row whose value equals it where
// the row's mask is one. Rows are flip-flops: for some tens of rows.
//
// Contract
// - The key on `rd_addr_i` in clock k gives `rd_data_o` = {entry, found} in clock k+LATENCY
//   (2..64); the entry is zero when nothing matches. Every clock, no side effect.
// - A write replaces a whole row in one clock. A key in the clock of a write sees the old row, one
//   a clock later the new one; never a part of each.
// - No row is valid at first. A reset keeps the rows.
// Cost: DEPTH x (2 KEY_W + ENTRY_W + 1) flip-flops, about DEPTH x KEY_W / 2 LUTs.
module snic_ternary #(
    parameter int KEY_W   = 32,
    parameter int ENTRY_W = 16,
    parameter int DEPTH   = 16,
    parameter int LATENCY = 2,
    localparam int ADDR_W = $clog2(DEPTH)
) (
    input  logic               clk,

    input  logic               we_i,
    input  logic [ADDR_W-1:0]  index_i,
    input  logic               valid_i,
    input  logic [KEY_W-1:0]   value_i,
    input  logic [KEY_W-1:0]   mask_i,
    input  logic [ENTRY_W-1:0] entry_i,

    input  logic [KEY_W-1:0]   rd_addr_i,
    output logic [ENTRY_W:0]   rd_data_o
);
  localparam int OUT_W = (LATENCY - 1) * (ENTRY_W + 1);

  logic [DEPTH-1:0] valid_q, hit_q;
  logic [DEPTH*KEY_W-1:0] value_q, mask_q;
  logic [DEPTH*ENTRY_W-1:0] entry_q;
  logic we_q;
  logic [ADDR_W-1:0] index_q;
  logic [ENTRY_W-1:0] new_entry_q;
  logic [ENTRY_W:0] first;
  logic [OUT_W-1:0] out_q;

  if ((1 << ADDR_W) != DEPTH || DEPTH < 2) begin : g_check_depth
    $error("DEPTH must be a power of two of at least 2");
  end
  if (LATENCY < 2 || LATENCY > 64) begin : g_check_latency
    $error("LATENCY must be 2..64");
  end

  initial valid_q = '0;

  // Entries are read a clock after the rows are compared, so they are written a clock later.
  always_ff @(posedge clk) begin
    we_q        <= we_i;
    index_q     <= index_i;
    new_entry_q <= entry_i;
    if (we_i) begin
      valid_q[index_i]                 <= valid_i;
      value_q[index_i*KEY_W +: KEY_W] <= value_i;
      mask_q[index_i*KEY_W +: KEY_W]  <= mask_i;
    end
    if (we_q) entry_q[index_q*ENTRY_W +: ENTRY_W] <= new_entry_q;
  end

  always_ff @(posedge clk)
    for (int i = 0; i < DEPTH; i++)
      hit_q[i] <= valid_q[i]
          && ((rd_addr_i ^ value_q[i*KEY_W +: KEY_W]) & mask_q[i*KEY_W +: KEY_W]) == '0;

  always_comb begin
    first = '0;
    for (int i = DEPTH - 1; i >= 0; i--)
      if (hit_q[i]) first = {entry_q[i*ENTRY_W +: ENTRY_W], 1'b1};
  end

  always_ff @(posedge clk) out_q <= (out_q << (ENTRY_W + 1)) | OUT_W'(first);
  assign rd_data_o = out_q[OUT_W-1 -: ENTRY_W + 1];
endmodule
