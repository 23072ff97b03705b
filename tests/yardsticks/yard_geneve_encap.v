// 114 bytes in front of a frame by hand: a header out of what the table holds, and one choice a
// bit. Latency 4.
`default_nettype none
module yard_geneve_encap (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [63:0] frame_0,
  input  wire [63:0] frame_1,
  input  wire [63:0] frame_2,
  input  wire [63:0] frame_3,
  input  wire [63:0] frame_4,
  input  wire [63:0] frame_5,
  input  wire [63:0] frame_6,
  input  wire [63:0] frame_7,
  input  wire [63:0] frame_8,
  input  wire [63:0] frame_9,
  input  wire [63:0] frame_10,
  input  wire [63:0] frame_11,
  input  wire [63:0] frame_12,
  input  wire [63:0] frame_13,
  input  wire [63:0] frame_14,
  input  wire [63:0] frame_15,
  input  wire [63:0] frame_16,
  input  wire [63:0] frame_17,
  input  wire [63:0] frame_18,
  input  wire [63:0] frame_19,
  input  wire [63:0] frame_20,
  input  wire [63:0] frame_21,
  input  wire [63:0] frame_22,
  input  wire [63:0] frame_23,
  input  wire [13:0] metadata_bytes,
  input  wire [13:0] metadata_entropy,
  input  wire [31:0] metadata_policy,
  input  wire [63:0] metadata_sent_at,
  input  wire [7:0] tunnel,
  output reg out,
  output wire [63:0] frame_out_0,
  output wire [63:0] frame_out_1,
  output wire [63:0] frame_out_2,
  output wire [63:0] frame_out_3,
  output wire [63:0] frame_out_4,
  output wire [63:0] frame_out_5,
  output wire [63:0] frame_out_6,
  output wire [63:0] frame_out_7,
  output wire [63:0] frame_out_8,
  output wire [63:0] frame_out_9,
  output wire [63:0] frame_out_10,
  output wire [63:0] frame_out_11,
  output wire [63:0] frame_out_12,
  output wire [63:0] frame_out_13,
  output wire [63:0] frame_out_14,
  output wire [63:0] frame_out_15,
  output wire [63:0] frame_out_16,
  output wire [63:0] frame_out_17,
  output wire [63:0] frame_out_18,
  output wire [63:0] frame_out_19,
  output wire [63:0] frame_out_20,
  output wire [63:0] frame_out_21,
  output wire [63:0] frame_out_22,
  output wire [63:0] frame_out_23,
  output wire [7:0] tunnels_rd_addr,
  input  wire [388:0] tunnels_rd_data
);
  reg [3:0] valid;
  always @(posedge clk) valid <= rst ? 4'd0 : {valid[2:0], in_valid};
  assign out_valid = valid[3];

  // Byte 0 on top, as on the wire.
  wire [1535:0] frame = {frame_0, frame_1, frame_2, frame_3, frame_4, frame_5, frame_6, frame_7,
    frame_8, frame_9, frame_10, frame_11, frame_12, frame_13, frame_14, frame_15, frame_16,
    frame_17, frame_18, frame_19, frame_20, frame_21, frame_22, frame_23};

  // The table answers in stage 3; the frame and what goes into the options wait for it.
  reg [7:0] addr_q;
  reg [4607:0] frame_q;
  reg [329:0] meta_q;
  reg [11:0] words_q;
  reg [27:0] bytes_q;
  reg [2:0] low_q;
  wire [109:0] meta = meta_q[329:220];
  wire [13:0] entropy = meta[109:96];
  wire [31:0] policy = meta[95:64];
  wire [63:0] sent_at = meta[63:0];
  reg [13:0] bytes;
  // 56 more bytes are seven words of eight: the low bits pass.
  wire [15:0] udp_bytes = {1'b0, words_q, low_q};
  always @(posedge clk) begin
    addr_q  <= tunnel;
    frame_q <= {frame_q[3071:0], frame};
    meta_q  <= {meta_q[219:0], metadata_entropy, metadata_policy, metadata_sent_at};
    bytes_q <= {bytes_q[13:0], metadata_bytes};
    bytes   <= bytes_q[27:14];
    low_q   <= bytes_q[16:14];
    words_q <= bytes_q[27:17] + 12'd7;
  end
  assign tunnels_rd_addr = addr_q;

  wire valid_tunnel;
  wire [47:0] to_mac, from_mac;
  wire [11:0] vlan;
  wire [63:0] from_high, from_low, to_high, to_low;
  wire [23:0] vni;
  assign {vni, to_low, to_high, from_low, from_high, vlan, from_mac, to_mac, valid_tunnel} =
    tunnels_rd_data;
  wire [911:0] header = {
    to_mac, from_mac, 16'h8100, 4'd0, vlan, 16'h86dd,
    18'h18000, entropy, udp_bytes, 8'd17, 8'd64, from_high, from_low, to_high, to_low,
    2'b11, entropy, 16'd6081, udp_bytes, 16'd0,
    8'd10, 8'd0, 16'h6558, vni, 8'd0,
    32'h01021704, policy, 96'd0,
    32'h01021804, sent_at, 2'd0, bytes, 48'd0};

  wire [1535:0] late = frame_q[4607:3072];
  reg [1535:0] out_q;
  always @(posedge clk) begin
    out   <= valid_tunnel;
    out_q <= valid_tunnel ? {header, late[1535:912]} : late;
  end
  assign {frame_out_0, frame_out_1, frame_out_2, frame_out_3, frame_out_4, frame_out_5,
    frame_out_6, frame_out_7, frame_out_8, frame_out_9, frame_out_10, frame_out_11, frame_out_12,
    frame_out_13, frame_out_14, frame_out_15, frame_out_16, frame_out_17, frame_out_18,
    frame_out_19, frame_out_20, frame_out_21, frame_out_22, frame_out_23} = out_q;
endmodule
`default_nettype wire
