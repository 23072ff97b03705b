// Rendezvous hashing by hand: eight weights beside each other, then a tree of three rounds; what
// is left of the latency delays four bits. Latency 9.
`default_nettype none
module yard_rendezvous_pick (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [31:0] flow,
  input  wire servers_0_is_alive,
  input  wire [31:0] servers_0_seed,
  input  wire servers_1_is_alive,
  input  wire [31:0] servers_1_seed,
  input  wire servers_2_is_alive,
  input  wire [31:0] servers_2_seed,
  input  wire servers_3_is_alive,
  input  wire [31:0] servers_3_seed,
  input  wire servers_4_is_alive,
  input  wire [31:0] servers_4_seed,
  input  wire servers_5_is_alive,
  input  wire [31:0] servers_5_seed,
  input  wire servers_6_is_alive,
  input  wire [31:0] servers_6_seed,
  input  wire servers_7_is_alive,
  input  wire [31:0] servers_7_seed,
  output wire out_found,
  output wire [2:0] out_server
);
  reg [8:0] valid;
  always @(posedge clk) valid <= rst ? 9'd0 : {valid[7:0], in_valid};
  assign out_valid = valid[8];

  wire [255:0] seeds = {servers_7_seed, servers_6_seed, servers_5_seed, servers_4_seed,
                        servers_3_seed, servers_2_seed, servers_1_seed, servers_0_seed};
  reg  [255:0] seeds_q, c_q;
  wire [31:0]  c_start = flow ^ 32'hdeadbeef;

  // Stages 1 and 2: lookup3's last mix of the flow and each seed. Stage 2's a is the sum in front
  // of it; a living server's key is {1, weight}, another's has 0 on top.
  reg [263:0] keys_q;
  reg [255:0] a_q;
  reg [7:0]   alive_q;
  genvar i;
  generate
    for (i = 0; i < 8; i = i + 1) begin : weights
      wire [31:0] seed = seeds[32*i +: 32];
      wire [31:0] c = (c_start ^ seed) - {seed[17:0], seed[31:18]};
      wire [31:0] a = (flow ^ c) - {c[20:0], c[31:21]};
      wire [31:0] b_1 = seeds_q[32*i +: 32], c_1 = c_q[32*i +: 32], a_1 = a_q[32*i +: 32];
      wire [31:0] b = (b_1 ^ a_1) - {a_1[6:0], a_1[31:7]};
      wire [31:0] weight = (c_1 ^ b) - {b[15:0], b[31:16]};
      always @(posedge clk) begin
        seeds_q[32*i +: 32] <= seed;
        c_q[32*i +: 32]     <= c;
        a_q[32*i +: 32]     <= a;
        keys_q[33*i +: 33]  <= {alive_q[i], weight};
      end
    end
  endgenerate
  always @(posedge clk) alive_q <= {servers_7_is_alive, servers_6_is_alive, servers_5_is_alive,
    servers_4_is_alive, servers_3_is_alive, servers_2_is_alive, servers_1_is_alive,
    servers_0_is_alive};

  // Stages 3 to 5: of two neighbours the greater; of equals the first. The last round needs no
  // key, only whether there is one.
  reg [131:0] best4_q;
  reg [65:0]  best2_q;
  reg [3:0]   from4_q;
  reg [3:0]   from2_q;
  generate
    for (i = 0; i < 4; i = i + 1) begin : round1
      wire [32:0] x = keys_q[66*i +: 33], y = keys_q[66*i + 33 +: 33];
      wire later = y > x;
      always @(posedge clk) begin
        best4_q[33*i +: 33] <= later ? y : x;
        from4_q[i]          <= later;
      end
    end
    for (i = 0; i < 2; i = i + 1) begin : round2
      wire [32:0] x = best4_q[66*i +: 33], y = best4_q[66*i + 33 +: 33];
      wire later = y > x;
      always @(posedge clk) begin
        best2_q[33*i +: 33] <= later ? y : x;
        from2_q[2*i +: 2]   <= later ? {1'b1, from4_q[2*i + 1]} : {1'b0, from4_q[2*i]};
      end
    end
  endgenerate
  wire last = best2_q[65:33] > best2_q[32:0];
  wire found = best2_q[65] | best2_q[32];
  wire [2:0] server = {3{found}} & {last, last ? from2_q[3:2] : from2_q[1:0]};

  // Stages 6 to 9.
  reg [3:0] pick_5, pick_6, pick_7, pick_8, pick_9;
  always @(posedge clk) begin
    pick_5 <= {found, server};
    pick_6 <= pick_5;
    pick_7 <= pick_6;
    pick_8 <= pick_7;
    pick_9 <= pick_8;
  end
  assign {out_found, out_server} = pick_9;
endmodule
`default_nettype wire
