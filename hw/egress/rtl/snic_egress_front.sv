// Joins the prefix and the edited bytes of a verdict: the front of the frame that leaves.
//
// Contract: valid-only, in order. Words of eight bytes, word 0 lowest, its first byte the most
// significant one; the front in lane order, byte 0 lowest. Front byte i is
// - prefix byte i for i < `prefix_bytes_i`,
// - edit byte i - `prefix_bytes_i` behind it, for as many bytes as there are.
// So the edited bytes are turned in a ring: whatever their number, one rotator serves them all, and
// front byte i takes ring byte i modulo EDIT_BYTES. What is behind the front is anything.
// Latency: 2 clocks. Throughput: one verdict per clock.
module snic_egress_front #(
    parameter int PREFIX_BYTES = 112,  // a multiple of 8
    parameter int EDIT_BYTES   = 64,   // a power of two, 8 or more
    localparam int COUNT_W     = $clog2(PREFIX_BYTES + 1),
    localparam int FRONT_BYTES = PREFIX_BYTES + EDIT_BYTES
) (
    input  logic                      clk,

    input  logic                      valid_i,
    input  logic [COUNT_W-1:0]        prefix_bytes_i,  // at most PREFIX_BYTES
    input  logic [8*PREFIX_BYTES-1:0] prefix_i,
    input  logic [8*EDIT_BYTES-1:0]   edit_i,

    output logic [8*FRONT_BYTES-1:0]  front_o
);
  localparam int RING_W = 8 * EDIT_BYTES;
  localparam int TURN_W = $clog2(EDIT_BYTES);
  localparam int RINGS  = (FRONT_BYTES + EDIT_BYTES - 1) / EDIT_BYTES;

  if (EDIT_BYTES < 8 || EDIT_BYTES != 1 << TURN_W || PREFIX_BYTES % 8 != 0) begin : g_check
    $error("EDIT_BYTES must be a power of two of at least 8, PREFIX_BYTES a multiple of 8");
  end

  logic [8*PREFIX_BYTES-1:0] prefix;
  logic [RING_W-1:0]         edit;
  snic_byte_swap #(.WORDS(PREFIX_BYTES / 8)) u_prefix (.data_i(prefix_i), .data_o(prefix));
  snic_byte_swap #(.WORDS(EDIT_BYTES / 8)) u_edit (.data_i(edit_i), .data_o(edit));

  // stage A: turned by whole eights of bytes
  logic [RING_W-1:0]         coarse, ring_a_q;
  logic                      valid_a_q;
  logic [8*PREFIX_BYTES-1:0] prefix_a_q;
  logic [COUNT_W-1:0]        count_a_q;
  if (TURN_W > 3) begin : g_coarse
    assign coarse = RING_W'(({edit, edit} << {(TURN_W - 3)'(prefix_bytes_i >> 3), 6'd0}) >> RING_W);
  end else begin : g_no_coarse
    // the ring has eight bytes: nothing to do here
    assign coarse = edit;
  end

  always_ff @(posedge clk) begin
    valid_a_q <= valid_i;
    if (valid_i) begin
      ring_a_q   <= coarse;
      prefix_a_q <= prefix;
      count_a_q  <= prefix_bytes_i;
    end
  end

  // stage B: turned by bytes, and the prefix over it
  logic [RING_W-1:0]         ring;
  logic [8*FRONT_BYTES-1:0]  rings;  // the ring at every byte of the front
  logic [PREFIX_BYTES-1:0]   below;  // bytes of the prefix
  logic [8*PREFIX_BYTES-1:0] take_prefix;
  assign ring = RING_W'(({ring_a_q, ring_a_q} << {count_a_q[2:0], 3'd0}) >> RING_W);
  assign rings = (8*FRONT_BYTES)'({RINGS{ring}});
  // Eight bytes are all of it, none, or those below the count's low bits: one shift for all. One
  // as wide as the prefix costs a simulator a shift for each word that it is used in.
  logic [7:0] below_low;
  assign below_low = ~(8'hFF << count_a_q[2:0]);
  for (genvar w = 0; w < PREFIX_BYTES / 8; w++) begin : g_below
    assign below[8*w +: 8] = count_a_q[COUNT_W-1:3] > (COUNT_W-3)'(w) ? 8'hFF
        : count_a_q[COUNT_W-1:3] == (COUNT_W-3)'(w) ? below_low : 8'h00;
  end
  snic_byte_mask #(.KEEP_W(PREFIX_BYTES)) u_take_prefix (
      .bytes_i(below), .bits_o(take_prefix)
  );

  always_ff @(posedge clk) if (valid_a_q) begin
    front_o <= {rings[8*FRONT_BYTES-1:8*PREFIX_BYTES],
                (prefix_a_q & take_prefix) | (rings[8*PREFIX_BYTES-1:0] & ~take_prefix)};
  end
endmodule
