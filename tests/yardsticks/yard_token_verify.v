// A token under SipHash-2-4 by hand: a round a stage, the words of the message meet it in shift
// registers. Latency 13.
`default_nettype none
module yard_token_verify (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [63:0] header_0,
  input  wire [63:0] header_1,
  input  wire [63:0] header_2,
  input  wire [63:0] header_3,
  input  wire [63:0] header_4,
  input  wire [63:0] header_5,
  input  wire [63:0] header_6,
  input  wire [63:0] header_7,
  input  wire [63:0] header_8,
  input  wire [63:0] header_9,
  input  wire [63:0] header_10,
  input  wire [63:0] header_11,
  input  wire [63:0] header_12,
  input  wire [63:0] header_13,
  input  wire [63:0] header_14,
  input  wire [63:0] header_15,
  input  wire [63:0] header_16,
  input  wire [63:0] header_17,
  input  wire [63:0] header_18,
  input  wire [63:0] header_19,
  input  wire [63:0] header_20,
  input  wire [63:0] header_21,
  input  wire [63:0] header_22,
  input  wire [63:0] header_23,
  input  wire [63:0] key_low,
  input  wire [63:0] key_high,
  input  wire [31:0] now,
  output reg out
);
  reg [12:0] valid;
  always @(posedge clk) valid <= rst ? 13'd0 : {valid[11:0], in_valid};
  assign out_valid = valid[12];

  // SipHash reads the bytes of a word in the other order.
  function [63:0] reversed(input [63:0] x);
    reversed = {x[7:0], x[15:8], x[23:16], x[31:24], x[39:32], x[47:40], x[55:48], x[63:56]};
  endfunction

  // One SipRound of {v3, v2, v1, v0}.
  function [255:0] round(input [255:0] v);
    reg [63:0] a0, a1, a2, a3, b0, b1, b2, b3;
    begin
      a0 = v[63:0] + v[127:64];
      a2 = v[191:128] + v[255:192];
      a1 = {v[114:64], v[127:115]} ^ a0;
      a3 = {v[239:192], v[255:240]} ^ a2;
      b2 = a2 + a1;
      b0 = {a0[31:0], a0[63:32]} + a3;
      b1 = {a1[46:0], a1[63:47]} ^ b2;
      b3 = {a3[42:0], a3[63:43]} ^ b0;
      round = {b3, b2[31:0], b2[63:32], b1, b0};
    end
  endfunction

  // Word 0 is wanted in stages 0 and 2, word 1 in 2 and 4, word 2 in 4 and 6, the token in 12.
  localparam [63:0] LENGTH = 64'd24 << 56;
  wire [63:0] word_0 = reversed(header_0);
  reg [127:0] word0_q;
  reg [255:0] word1_q;
  reg [383:0] word2_q;
  reg [767:0] token_q;
  reg [11:0]  fresh_q;
  always @(posedge clk) begin
    word0_q <= {word0_q[63:0], word_0};
    word1_q <= {word1_q[191:0], reversed(header_1)};
    word2_q <= {word2_q[319:0], reversed(header_2)};
    token_q <= {token_q[703:0], reversed(header_3)};
    fresh_q <= {fresh_q[10:0], now <= header_2[31:0]};
  end

  wire [63:0] k0 = key_low, k1 = key_high;
  wire [255:0] start = {k1 ^ 64'h7465646279746573, k0 ^ 64'h6c7967656e657261,
                        k1 ^ 64'h646f72616e646f6d, k0 ^ 64'h736f6d6570736575};
  reg [255:0] v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12;
  always @(posedge clk) begin
    v1  <= round(start ^ {word_0, 192'd0});
    v2  <= round(v1);
    v3  <= round(v2 ^ {word1_q[127:64], 128'd0, word0_q[127:64]});
    v4  <= round(v3);
    v5  <= round(v4 ^ {word2_q[255:192], 128'd0, word1_q[255:192]});
    v6  <= round(v5);
    v7  <= round(v6 ^ {LENGTH, 128'd0, word2_q[383:320]});
    v8  <= round(v7);
    v9  <= round(v8 ^ {64'd0, 64'hff, 64'd0, LENGTH});
    v10 <= round(v9);
    v11 <= round(v10);
    v12 <= round(v11);
    out <= fresh_q[11] & token_q[767:704] == (v12[255:192] ^ v12[191:128] ^ v12[127:64]
      ^ v12[63:0]);
  end
endmodule
`default_nettype wire
