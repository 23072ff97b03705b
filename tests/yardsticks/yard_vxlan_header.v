// VXLAN outer header by hand: only what varies is registered, the rest is wiring. Latency 2.
`default_nettype none
module yard_vxlan_header (
  input  wire        clk,
  input  wire        rst,
  input  wire        in_valid,
  output wire        out_valid,
  input  wire [47:0] tunnel_source_mac,
  input  wire [47:0] tunnel_destination_mac,
  input  wire [31:0] tunnel_source,
  input  wire [31:0] tunnel_destination,
  input  wire [7:0]  tunnel_ttl,
  input  wire [23:0] tunnel_vni,
  input  wire [13:0] inner_bytes,
  input  wire [13:0] entropy,
  output wire [63:0] out_h0,
  output wire [63:0] out_h1,
  output wire [63:0] out_h2,
  output wire [63:0] out_h3,
  output wire [63:0] out_h4,
  output wire [63:0] out_h5,
  output wire [15:0] out_h6
);
  reg [1:0] valid;
  always @(posedge clk) valid <= rst ? 2'd0 : {valid[0], in_valid};
  assign out_valid = valid[1];

  // Constant part of the checksum: version, don't fragment, UDP, and the 36 added bytes.
  localparam [16:0] FIXED = 17'h4500 + 17'h4000 + 17'h0011 + 17'd36;

  wire [16:0] from = tunnel_source[31:16] + tunnel_source[15:0];
  wire [16:0] to   = tunnel_destination[31:16] + tunnel_destination[15:0];
  wire [17:0] addresses = from + to;
  // 36 = 4 * 9: the two low bits pass.
  wire [12:0] ip_words = inner_bytes[13:2] + 13'd9;
  wire [16:0] varies = {tunnel_ttl, 8'd0} + inner_bytes;
  wire [17:0] known = varies + FIXED;

  reg [207:0] carried_q, carried_2q;
  reg [12:0]  ip_words_q, ip_words_2q, udp_words_q, udp_words_2q;
  reg [18:0]  sum_q;
  reg [15:0]  checksum_q;
  wire [16:0] folded = sum_q[15:0] + sum_q[18:16];
  wire [15:0] total = folded[15:0] + folded[16];

  always @(posedge clk) begin
    carried_q    <= {tunnel_destination_mac, tunnel_source_mac, tunnel_source, tunnel_destination,
                     tunnel_ttl, tunnel_vni, entropy, inner_bytes[1:0]};
    carried_2q   <= carried_q;
    ip_words_q   <= ip_words;
    ip_words_2q  <= ip_words_q;
    udp_words_q  <= inner_bytes[13:2] + 13'd4;
    udp_words_2q <= udp_words_q;
    sum_q        <= addresses + known;
    checksum_q   <= ~total;
  end

  wire [47:0] destination_mac, source_mac;
  wire [31:0] source, destination;
  wire [7:0]  ttl;
  wire [23:0] vni;
  wire [13:0] port;
  wire [1:0]  low;
  assign {destination_mac, source_mac, source, destination, ttl, vni, port, low} = carried_2q;
  assign out_h0 = {destination_mac, source_mac[47:32]};
  assign out_h1 = {source_mac[31:0], 16'h0800, 16'h4500};
  assign out_h2 = {1'b0, ip_words_2q, low, 32'h00004000, ttl, 8'd17};
  assign out_h3 = {checksum_q, source, destination[31:16]};
  assign out_h4 = {destination[15:0], 2'b11, port, 16'd4789, 1'b0, udp_words_2q, low};
  assign out_h5 = {16'h0000, 32'h08000000, vni[23:8]};
  assign out_h6 = {vni[7:0], 8'h00};
endmodule
`default_nettype wire
