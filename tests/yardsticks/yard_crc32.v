// CRC-32 of 64 bytes by hand: each bit is the parity of the inputs under a constant mask, found
// at elaboration by running the shift register once per input bit. Latency 1.
`default_nettype none
module yard_crc32 (
  input  wire        clk,
  input  wire        rst,
  input  wire        in_valid,
  output reg         out_valid,
  input  wire [31:0] crc,
  input  wire [63:0] beat_w0,
  input  wire [63:0] beat_w1,
  input  wire [63:0] beat_w2,
  input  wire [63:0] beat_w3,
  input  wire [63:0] beat_w4,
  input  wire [63:0] beat_w5,
  input  wire [63:0] beat_w6,
  input  wire [63:0] beat_w7,
  output reg  [31:0] out
);
  // The CRC's own bits enter with the first word: both are one input vector of 512 bits.
  wire [511:0] data = {beat_w7, beat_w6, beat_w5, beat_w4, beat_w3, beat_w2, beat_w1,
                       beat_w0[63:32], beat_w0[31:0] ^ ~crc};

  // Inputs that bit `o` of the result depends on: the transposed effect of a single one, which
  // is 1 / x^(512 - i), so walk from the last input back to the first.
  function [511:0] mask(input integer o);
    integer i;
    reg [31:0] effect;
    begin
      effect = 32'hEDB88320;
      for (i = 511; i >= 0; i = i - 1) begin
        mask[i] = effect[o];
        effect = (effect >> 1) ^ (effect[0] ? 32'hEDB88320 : 32'h0);
      end
    end
  endfunction

  wire [31:0] next;
  genvar o;
  generate
    for (o = 0; o < 32; o = o + 1) begin : bits
      localparam [511:0] MASK = mask(o);
      assign next[o] = ^(data & MASK);
    end
  endgenerate

  always @(posedge clk) begin
    out_valid <= in_valid & !rst;
    out <= ~next;
  end
endmodule
`default_nettype wire
