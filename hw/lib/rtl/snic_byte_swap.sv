// The bytes of each 64-bit word in reverse order. Combinational; wires only, once synthesised.
// Written with shifts of whole words, because that is how a simulator does it in few operations.
module snic_byte_swap #(
    parameter int WORDS = 8
) (
    input  logic [64*WORDS-1:0] data_i,
    output logic [64*WORDS-1:0] data_o
);
  for (genvar w = 0; w < WORDS; w++) begin : g_word
    logic [63:0] from, by_1, by_2;
    assign from = data_i[64*w +: 64];
    assign by_1 = (from >> 8 & 64'h00FF_00FF_00FF_00FF) | (from & 64'h00FF_00FF_00FF_00FF) << 8;
    assign by_2 = (by_1 >> 16 & 64'h0000_FFFF_0000_FFFF) | (by_1 & 64'h0000_FFFF_0000_FFFF) << 16;
    assign data_o[64*w +: 64] = by_2 >> 32 | by_2 << 32;
  end
endmodule
