// Bytes of a beat: how many ones a tkeep has.
//
// Contract: `keep_i` is contiguous from bit 0. Combinational.
// Bit b of the number changes with every 2^b-th lane, so it is the parity of the lanes 2^b - 1,
// 2 * 2^b - 1, .. : three levels of XOR for 64 lanes, and one operation per bit in simulation.
module snic_keep_count #(
    parameter int KEEP_W   = 64,
    localparam int COUNT_W = $clog2(KEEP_W) + 1
) (
    input  logic [KEEP_W-1:0]  keep_i,
    output logic [COUNT_W-1:0] count_o
);
  for (genvar b = 0; b < COUNT_W; b++) begin : g_bit
    // one 1 in every group of 2^b lanes, in its highest lane
    localparam logic [KEEP_W-1:0] GROUP = {{(KEEP_W - 1){1'b0}}, 1'b1} << (2 ** b - 1);
    localparam logic [KEEP_W-1:0] LANES = {(KEEP_W / 2 ** b){GROUP[2**b-1:0]}};
    assign count_o[b] = ^(keep_i & LANES);
  end
endmodule
