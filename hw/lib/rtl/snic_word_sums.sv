// Sums of the 32-bit words in each group of GROUP 64-bit words: the first half of a checksum
// (RFC 1071 section 2: words of any width may be added, and folded once at the end).
//
// Contract: bytes may be in either order; a sum of words in the wrong one is right with its own
// bytes swapped, once it is folded. Combinational: an adder of 2 * GROUP operands for each group.
module snic_word_sums #(
    parameter int WORDS  = 8,
    parameter int GROUP  = 2,
    localparam int SUM_W = 32 + $clog2(2 * GROUP),
    localparam int SUMS  = WORDS / GROUP
) (
    input  logic [64*WORDS-1:0]    data_i,
    output logic [SUM_W*SUMS-1:0]  sums_o
);
  if (WORDS % GROUP != 0) begin : g_check_group
    $error("WORDS must be a multiple of GROUP");
  end

  for (genvar g = 0; g < SUMS; g++) begin : g_sum
    logic [SUM_W-1:0] sum;
    always_comb begin
      sum = '0;
      for (int h = 0; h < 2 * GROUP; h++) sum += SUM_W'(data_i[64*GROUP*g + 32*h +: 32]);
    end
    assign sums_o[SUM_W*g +: SUM_W] = sum;
  end
endmodule
