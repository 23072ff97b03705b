// Delay line: what enters leaves DEPTH clocks later. The compiler of kernels puts what waits into
// these, and chooses STYLE by cost (hls/SmartNic.Hls/Schedule/DelayCost.cs).
//
// Contract: `d_i` of clock k is `q_o` in clock k+DEPTH, whatever the state was in which clock k
// found the line; before, `q_o` is anything, as it is behind registers without reset. Who has to
// know whether there is something keeps that in registers with reset. One word a clock, always:
// there is no enable and no stall. `q_o` comes from a register in every style.
//
//   STYLE   is                                                          for waits that are
//   "reg"   flip-flops                                                  short and narrow
//   "srl"   a shift register in LUTs, its last clock in a flip-flop     up to 17 clocks, or narrow
//   "lut"   a ring in LUTs as memory                                    longer, and wide
//   "ram"   a ring in block RAM, with its output register               hundreds of clocks, wide
//
// A ring writes and reads a word a clock; its two addresses count through a power of two of words.
// The read address follows from the write address of the clock before, so neither needs a first
// value. Simulations run the same text: ranks of narrow words cost them little, long and wide rings
// less than as many ranks.
// Limits: DEPTH is at least 1; of a ring at least 3.
module snic_delay #(
    parameter int WIDTH = 32,
    parameter int DEPTH = 3,
    parameter     STYLE = "srl"
) (
    input  logic             clk,
    input  logic [WIDTH-1:0] d_i,
    output logic [WIDTH-1:0] q_o
);
  localparam bit MOVES = STYLE == "reg" || STYLE == "srl";

`ifndef __ICARUS__  // Icarus 11 knows no elaboration tasks.
  if (STYLE != "reg" && STYLE != "srl" && STYLE != "lut" && STYLE != "ram") begin : g_check_style
    $error("STYLE must be reg, srl, lut or ram");
  end
  if (DEPTH < 1 || !MOVES && DEPTH < 3) begin : g_check_depth
    $error("DEPTH must be at least 1, of a ring 3");
  end
`endif

  if (MOVES) begin : g_moves
    // Every word moves on in every clock.
    for (genvar i = 0; i < DEPTH; i++) begin : g_rank
      logic [WIDTH-1:0] from;
      if (i == 0) begin : g_first
        assign from = d_i;
      end else begin : g_next
        assign from = g_rank[i-1].g_kind.word_q;
      end
      if (STYLE == "reg") begin : g_kind
        (* shreg_extract = "no" *) logic [WIDTH-1:0] word_q;
        always_ff @(posedge clk) word_q <= from;
      end else begin : g_kind
        (* shreg_extract = "yes", srl_style = "srl_reg" *) logic [WIDTH-1:0] word_q;
        always_ff @(posedge clk) word_q <= from;
      end
    end
    assign q_o = g_rank[DEPTH-1].g_kind.word_q;
  end else begin : g_ring
    // Every word stays where it was written, and is read so many words behind.
    localparam int ADDR_W = $clog2(DEPTH);
    localparam int READ_CLOCKS = STYLE == "ram" ? 2 : 1;
    localparam int BEHIND = DEPTH - READ_CLOCKS;
    logic [ADDR_W-1:0] write_q, read_q;
    logic [WIDTH-1:0]  word_q;
    always_ff @(posedge clk) begin
      write_q <= write_q + 1'b1;
      read_q <= write_q - ADDR_W'(BEHIND - 1);
    end
    // Only a simulation of four states needs a first value.
    initial write_q = '0;

    if (STYLE == "ram") begin : g_block
      (* ram_style = "block" *) logic [WIDTH-1:0] mem [2**ADDR_W];
      logic [WIDTH-1:0] out_q;
      always_ff @(posedge clk) begin
        mem[write_q] <= d_i;
        word_q <= mem[read_q];
        out_q <= word_q;
      end
      assign q_o = out_q;
    end else begin : g_lut
      (* ram_style = "distributed" *) logic [WIDTH-1:0] mem [2**ADDR_W];
      always_ff @(posedge clk) begin
        mem[write_q] <= d_i;
        word_q <= mem[read_q];
      end
      assign q_o = word_q;
    end
  end
endmodule
