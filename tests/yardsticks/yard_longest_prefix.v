// Longest of eight prefixes by hand: masked compare per route, then a tree of three choices by
// the key {match, length}. Latency 3.
`default_nettype none
module yard_longest_prefix (
  input  wire        clk,
  input  wire        rst,
  input  wire        in_valid,
  output wire        out_valid,
  input  wire [31:0] address,
  input  wire        routes_r0_valid,
  input  wire [31:0] routes_r0_prefix,
  input  wire [5:0]  routes_r0_length,
  input  wire [11:0] routes_r0_next_hop,
  input  wire        routes_r1_valid,
  input  wire [31:0] routes_r1_prefix,
  input  wire [5:0]  routes_r1_length,
  input  wire [11:0] routes_r1_next_hop,
  input  wire        routes_r2_valid,
  input  wire [31:0] routes_r2_prefix,
  input  wire [5:0]  routes_r2_length,
  input  wire [11:0] routes_r2_next_hop,
  input  wire        routes_r3_valid,
  input  wire [31:0] routes_r3_prefix,
  input  wire [5:0]  routes_r3_length,
  input  wire [11:0] routes_r3_next_hop,
  input  wire        routes_r4_valid,
  input  wire [31:0] routes_r4_prefix,
  input  wire [5:0]  routes_r4_length,
  input  wire [11:0] routes_r4_next_hop,
  input  wire        routes_r5_valid,
  input  wire [31:0] routes_r5_prefix,
  input  wire [5:0]  routes_r5_length,
  input  wire [11:0] routes_r5_next_hop,
  input  wire        routes_r6_valid,
  input  wire [31:0] routes_r6_prefix,
  input  wire [5:0]  routes_r6_length,
  input  wire [11:0] routes_r6_next_hop,
  input  wire        routes_r7_valid,
  input  wire [31:0] routes_r7_prefix,
  input  wire [5:0]  routes_r7_length,
  input  wire [11:0] routes_r7_next_hop,
  output reg         out_found,
  output reg  [5:0]  out_length,
  output reg  [11:0] out_next_hop
);
  reg [2:0] valid;
  always @(posedge clk) valid <= rst ? 3'd0 : {valid[1:0], in_valid};
  assign out_valid = valid[2];

  // A route that matches as {1, length, next hop}; one that does not as 0.
  function [18:0] match(input [31:0] at, input on, input [31:0] prefix, input [5:0] length,
                        input [11:0] hop);
    integer i;
    reg hit;
    begin
      hit = on;
      for (i = 0; i < 32; i = i + 1)
        if (length > i && at[31 - i] != prefix[31 - i]) hit = 1'b0;
      match = {19{hit}} & {1'b1, length, hop};
    end
  endfunction

  function [18:0] longer(input [18:0] a, input [18:0] b);
    longer = b[18:12] > a[18:12] ? b : a;
  endfunction

  wire [18:0] m0 = match(address, routes_r0_valid, routes_r0_prefix, routes_r0_length,
                           routes_r0_next_hop);
  wire [18:0] m1 = match(address, routes_r1_valid, routes_r1_prefix, routes_r1_length,
                           routes_r1_next_hop);
  wire [18:0] m2 = match(address, routes_r2_valid, routes_r2_prefix, routes_r2_length,
                           routes_r2_next_hop);
  wire [18:0] m3 = match(address, routes_r3_valid, routes_r3_prefix, routes_r3_length,
                           routes_r3_next_hop);
  wire [18:0] m4 = match(address, routes_r4_valid, routes_r4_prefix, routes_r4_length,
                           routes_r4_next_hop);
  wire [18:0] m5 = match(address, routes_r5_valid, routes_r5_prefix, routes_r5_length,
                           routes_r5_next_hop);
  wire [18:0] m6 = match(address, routes_r6_valid, routes_r6_prefix, routes_r6_length,
                           routes_r6_next_hop);
  wire [18:0] m7 = match(address, routes_r7_valid, routes_r7_prefix, routes_r7_length,
                           routes_r7_next_hop);

  // Stage 1: the compare of neighbours; stage 2: their choice and the next round; stage 3.
  reg [18:0] q0, q1, q2, q3, q4, q5, q6, q7, ab, cd;
  wire [18:0] a = longer(q0, q1), b = longer(q2, q3), c = longer(q4, q5), d = longer(q6, q7);
  always @(posedge clk) begin
    {q0, q1, q2, q3, q4, q5, q6, q7} <= {m0, m1, m2, m3, m4, m5, m6, m7};
    ab <= longer(a, b);
    cd <= longer(c, d);
    {out_found, out_length, out_next_hop} <= longer(ab, cd);
  end
endmodule
`default_nettype wire
