// A mask of bits out of a mask of bytes: bit i of `bytes_i` becomes the bits 8i..8i+7.
//
// Combinational; wires only, once synthesised. Written with shifts of whole words, because that is
// how a simulator does it in a few operations per eight bytes.
module snic_byte_mask #(
    parameter int KEEP_W = 64
) (
    input  logic [KEEP_W-1:0]   bytes_i,
    output logic [8*KEEP_W-1:0] bits_o
);
  for (genvar w = 0; w < KEEP_W / 8; w++) begin : g_word
    logic [63:0] by_4, by_2, by_1, twice, fourfold;
    assign by_4     = {28'd0, bytes_i[8*w+4 +: 4], 28'd0, bytes_i[8*w +: 4]};
    assign by_2     = (by_4 | by_4 << 14) & 64'h0003_0003_0003_0003;
    assign by_1     = (by_2 | by_2 << 7) & 64'h0101_0101_0101_0101;
    assign twice    = by_1 | by_1 << 1;
    assign fourfold = twice | twice << 2;
    assign bits_o[64*w +: 64] = fourfold | fourfold << 4;
  end
endmodule
