// NAT44 by hand: what the frame says by itself before its binding is there, then one sum for the
// header and one for TCP and UDP. Latency 6.
`default_nettype none
module yard_nat44 (
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
  output wire [11:0] bindings_rd_addr,
  input  wire [96:0] bindings_rd_data
);
  reg [5:0] valid;
  always @(posedge clk) valid <= rst ? 6'd0 : {valid[4:0], in_valid};
  assign out_valid = valid[5];

  // Byte 0 on top, as on the wire; frame_q holds stages 1 to 5.
  wire [1535:0] frame = {frame_0, frame_1, frame_2, frame_3, frame_4, frame_5, frame_6, frame_7,
    frame_8, frame_9, frame_10, frame_11, frame_12, frame_13, frame_14, frame_15, frame_16,
    frame_17, frame_18, frame_19, frame_20, frame_21, frame_22, frame_23};
  reg [7679:0] frame_q;
  always @(posedge clk) frame_q <= {frame_q[6143:0], frame};
  wire [1535:0] frame_5th = frame_q[7679:6144];

  // Stage 0: the index, the conditions of the frame, its old words.
  wire [31:0] source = frame_3[47:16];
  wire [15:0] port = frame_4[47:32];
  wire [31:0] mixed = source ^ {port, port};
  wire is_tcp = frame_2[7:0] == 8'd6;
  wire is_udp = frame_2[7:0] == 8'd17;
  wire fits = frame_1[31:16] == 16'h0800 & frame_1[15:8] == 8'h45 & frame_2[29:16] == 14'd0
    & |frame_2[15:9] & (is_tcp | is_udp);
  wire [15:0] sum = is_tcp ? frame_6[47:32] : frame_5[63:48];
  reg [11:0] addr_q;
  reg [2:0]  fits_q;
  reg [4:0]  tcp_q, sum_q;
  reg [47:0] sums_q;
  reg [50:0] old_q;
  always @(posedge clk) begin
    addr_q <= mixed[11:0] ^ mixed[23:12] ^ {4'd0, mixed[31:24]};
    fits_q <= {fits_q[1:0], fits};
    tcp_q  <= {tcp_q[3:0], is_tcp};
    sum_q  <= {sum_q[3:0], |sum};
    sums_q <= {sums_q[31:0], sum};
    old_q  <= {old_q[33:0], {1'b0, ~source[31:16]} + {1'b0, ~source[15:0]}};
  end
  assign bindings_rd_addr = addr_q;

  // Stage 3: the binding; what changed, in both sums.
  wire bound;
  wire [31:0] inside, outside;
  wire [15:0] inside_port, outside_port;
  assign {outside_port, outside, inside_port, inside, bound} = bindings_rd_data;
  wire [1535:0] frame_3rd = frame_q[4607:3072];
  wire [63:0] word3_3 = frame_3rd[1343:1280], word4_3 = frame_3rd[1279:1216];
  wire [16:0] new_words = {1'b0, outside[31:16]} + {1'b0, outside[15:0]};
  wire [17:0] changed = {1'b0, old_q[50:34]} + {1'b0, new_words};
  reg done_4, done_5;
  reg [18:0] header_4, inner_4;
  reg [15:0] port_4;
  reg [47:0] outside_4, outside_5;
  always @(posedge clk) begin
    done_4    <= fits_q[2] & bound & inside == word3_3[47:16] & inside_port == word4_3[47:32];
    header_4  <= {1'b0, changed} + {3'd0, ~word3_3[63:48]};
    inner_4   <= {1'b0, changed} + {3'd0, ~sums_q[47:32]};
    port_4    <= ~word4_3[47:32];
    outside_4 <= {outside, outside_port};
    outside_5 <= outside_4;
    done_5    <= done_4;
  end

  // Stage 4: both folded; the time to live, 0x100 less, adds ~0x100; the old port and the new one.
  wire [16:0] header_once = {1'b0, header_4[15:0]} + {14'd0, header_4[18:16]};
  wire [15:0] header_sum = header_once[15:0] + {15'd0, header_once[16]};
  wire [16:0] inner_once = {1'b0, inner_4[15:0]} + {14'd0, inner_4[18:16]};
  wire [15:0] inner_sum = inner_once[15:0] + {15'd0, inner_once[16]};
  reg [16:0] header_5;
  reg [17:0] inner_5;
  always @(posedge clk) begin
    header_5 <= {1'b0, header_sum} + 17'h0feff;
    inner_5  <= ({2'd0, inner_sum} + {2'd0, port_4}) + {2'd0, outside_4[15:0]};
  end

  // Stage 5: folded again; a sum of UDP that is zero is sent as all ones.
  wire [15:0] header_6 = header_5[15:0] + {15'd0, header_5[16]};
  wire [16:0] inner_fold = {1'b0, inner_5[15:0]} + {15'd0, inner_5[17:16]};
  wire [15:0] inner_6 = inner_fold[15:0] + {15'd0, inner_fold[16]};
  wire tcp_5 = done_5 & tcp_q[4];
  wire udp_5 = done_5 & ~tcp_q[4] & sum_q[4];
  wire [7:0] life_5 = frame_5th[1359:1352];
  reg [1535:0] out_q;
  always @(posedge clk) begin
    out   <= done_5;
    out_q <= frame_5th;
    if (done_5) begin
      out_q[1359:1352] <= life_5 - 8'd1;
      out_q[1343:1328] <= ~header_6;
      out_q[1327:1296] <= outside_5[47:16];
      out_q[1263:1248] <= outside_5[15:0];
    end
    if (udp_5) out_q[1215:1200] <= &inner_6 ? 16'hffff : ~inner_6;
    if (tcp_5) out_q[1135:1120] <= ~inner_6;
  end
  assign {frame_out_0, frame_out_1, frame_out_2, frame_out_3, frame_out_4, frame_out_5,
    frame_out_6, frame_out_7, frame_out_8, frame_out_9, frame_out_10, frame_out_11, frame_out_12,
    frame_out_13, frame_out_14, frame_out_15, frame_out_16, frame_out_17, frame_out_18,
    frame_out_19, frame_out_20, frame_out_21, frame_out_22, frame_out_23} = out_q;
endmodule
`default_nettype wire
