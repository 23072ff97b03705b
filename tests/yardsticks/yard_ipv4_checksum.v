// IPv4 header checksum by hand: two sums of words, fold, compare. Latency 2.
`default_nettype none
module yard_ipv4_checksum (
  input  wire        clk,
  input  wire        rst,
  input  wire        in_valid,
  output wire        out_valid,
  input  wire [31:0] header_w0,
  input  wire [31:0] header_w1,
  input  wire [31:0] header_w2,
  input  wire [31:0] header_source,
  input  wire [31:0] header_destination,
  output reg  [15:0] out_checksum,
  output reg         out_is_right
);
  reg [1:0] valid;
  always @(posedge clk) valid <= rst ? 2'd0 : {valid[0], in_valid};
  assign out_valid = valid[1];

  // Stage 1: words of 32 bits, carries above.
  wire [32:0] ab = header_w0 + header_w1;
  wire [32:0] cd = header_source + header_destination;
  wire [17:0] high = ab[32:16] + header_w2[31:16];
  reg  [34:0] sum_q;
  reg  [15:0] given_q;

  // Stage 2: the upper half into the lower, twice, its last carry, the compare.
  wire [18:0] once  = sum_q[34:16] + sum_q[15:0];
  wire [16:0] twice = once[15:0] + once[18:16];
  wire [15:0] total = twice[15:0] + twice[16];

  always @(posedge clk) begin
    sum_q        <= {high, ab[15:0]} + cd;
    given_q      <= header_w2[15:0];
    out_checksum <= ~total;
    out_is_right <= ~total == given_q;
  end
endmodule
`default_nettype wire
