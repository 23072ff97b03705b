// A count-min sketch by hand: four rows, then the least of four in two clocks. The products are
// the compiler's modules, named as it names them: they are not what is compared. Latency 11.
`default_nettype none
module yard_count_min (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [63:0] flow,
  input  wire [13:0] bytes,
  output reg [63:0] out,
  output wire row0_valid,
  output wire [11:0] row0_addr,
  output wire [31:0] row0_arg,
  input  wire [63:0] row0_result,
  output wire row1_valid,
  output wire [11:0] row1_addr,
  output wire [31:0] row1_arg,
  input  wire [63:0] row1_result,
  output wire row2_valid,
  output wire [11:0] row2_addr,
  output wire [31:0] row2_arg,
  input  wire [63:0] row2_result,
  output wire row3_valid,
  output wire [11:0] row3_addr,
  output wire [31:0] row3_arg,
  input  wire [63:0] row3_result
);
  reg [10:0] valid;
  always @(posedge clk) valid <= rst ? 11'd0 : {valid[9:0], in_valid};
  assign out_valid = valid[10];

  // Stages 0 to 3: both halves of the flow by a constant of each row.
  wire [31:0] x = flow[31:0], y = flow[63:32];
  wire [31:0] x0, y0, x1, y1, x2, y2, x3, y3;
  snic_count_min_mul_32x32_32_l4 row_product_mul (.clk(clk), .a(x), .b(32'h9e3779b1), .p(x0));
  snic_count_min_mul_32x32_32_l4 row_product_dad_mul (.clk(clk), .a(y), .b(32'h85ebca77), .p(y0));
  snic_count_min_mul_32x32_32_l4 row_product_bca_mul (.clk(clk), .a(x), .b(32'hc2b2ae3d), .p(x1));
  snic_count_min_mul_32x30_32_l4 row_product_8d2_mul (.clk(clk), .a(y), .b(30'h27d4eb2f), .p(y1));
  snic_count_min_mul_32x29_32_l4 row_product_e6c_mul (.clk(clk), .a(x), .b(29'h165667b1), .p(x2));
  snic_count_min_mul_32x32_32_l4 row_product_fdc_mul (.clk(clk), .a(y), .b(32'hd3a2646d), .p(y2));
  snic_count_min_mul_32x32_32_l4 row_product_bc3_mul (.clk(clk), .a(x), .b(32'hfd7046c5), .p(x3));
  snic_count_min_mul_32x32_32_l4 row_product_0b6_mul (.clk(clk), .a(y), .b(32'hb55a4f09), .p(y3));

  // Stage 4: the index of each row; the same bytes go to all.
  wire [31:0] hash0 = x0 + y0, hash1 = x1 + y1, hash2 = x2 + y2, hash3 = x3 + y3;
  reg [69:0]  bytes_q;
  reg [47:0]  addr_q;
  reg         valid_q;
  always @(posedge clk) begin
    bytes_q <= {bytes_q[55:0], bytes};
    addr_q  <= {hash3[31:20], hash2[31:20], hash1[31:20], hash0[31:20]};
    valid_q <= valid[3] & !rst;
  end
  assign {row3_valid, row2_valid, row1_valid, row0_valid} = {4{valid_q}};
  assign {row3_addr, row2_addr, row1_addr, row0_addr} = addr_q;
  assign row0_arg = {18'd0, bytes_q[69:56]};
  assign row1_arg = row0_arg;
  assign row2_arg = row0_arg;
  assign row3_arg = row0_arg;

  // Stages 9 and 10: the least.
  reg [63:0] least01, least23;
  always @(posedge clk) begin
    least01 <= row0_result < row1_result ? row0_result : row1_result;
    least23 <= row2_result < row3_result ? row2_result : row3_result;
    out     <= least01 < least23 ? least01 : least23;
  end
endmodule
`default_nettype wire
