// What snic_fifo promises, as an executable model: stands in for it in the proofs of other blocks.
//
// The words are in order (fifo_order_props), there are `level_o` of them, `s_ready_o` follows from
// it, and `m_valid_o` may be low only as long as all words inside are younger than four clocks
// (fifo_count_props). Everything else is left open.
module snic_fifo #(
    parameter int WIDTH    = 8,
    parameter int DEPTH    = 512,
    localparam int ADDR_W  = $clog2(DEPTH),
    localparam int LEVEL_W = ADDR_W + 1
) (
    input  logic               clk,
    input  logic               rst,

    input  logic               s_valid_i,
    output logic               s_ready_o,
    input  logic [WIDTH-1:0]   s_data_i,

    output logic               m_valid_o,
    input  logic               m_ready_i,
    output logic [WIDTH-1:0]   m_data_o,

    output logic [LEVEL_W-1:0] level_o
);
  (* anyseq *) logic late;
  logic [LEVEL_W-1:0]     level_q, young;
  logic [2:0]             young_q;
  logic [DEPTH*WIDTH-1:0] words_q, shifted;  // oldest word lowest
  logic                   push, pop;

  assign push  = s_valid_i && s_ready_o;
  assign pop   = m_valid_o && m_ready_i;
  assign young = LEVEL_W'(young_q[0]) + LEVEL_W'(young_q[1]) + LEVEL_W'(young_q[2]);

  assign s_ready_o = level_q < LEVEL_W'(DEPTH);
  assign m_valid_o = level_q > young || (level_q != '0 && !late);
  assign m_data_o  = words_q[WIDTH-1:0];
  assign level_o   = level_q;
  assign shifted   = pop ? words_q >> WIDTH : words_q;

  always_ff @(posedge clk) begin
    if (rst) begin
      level_q <= '0;
      young_q <= '0;
    end else begin
      level_q <= level_q + LEVEL_W'(push) - LEVEL_W'(pop);
      young_q <= {young_q[1:0], push};
    end
    for (int i = 0; i < DEPTH; i++) begin
      if (push && level_q - LEVEL_W'(pop) == LEVEL_W'(i)) words_q[i*WIDTH +: WIDTH] <= s_data_i;
      else words_q[i*WIDTH +: WIDTH] <= shifted[i*WIDTH +: WIDTH];
    end
  end
endmodule
