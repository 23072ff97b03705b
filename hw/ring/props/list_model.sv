// A small FIFO with its words, in place of snic_fifo in the proof of snic_ring_buffer: order and
// count as fifo_order_props and fifo_count_props prove them, without the memory's latency.
module snic_fifo #(
    parameter int WIDTH    = 8,
    parameter int DEPTH    = 8,
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
  logic [DEPTH*WIDTH-1:0] words_q, next;  // word 0 is the oldest
  logic                   push, pop;
  assign push      = s_valid_i && s_ready_o;
  assign pop       = m_valid_o && m_ready_i;
  assign s_ready_o = level_o != LEVEL_W'(DEPTH);
  assign m_valid_o = level_o != '0;
  assign m_data_o  = words_q[WIDTH-1:0];

  always_comb begin
    next = pop ? words_q >> WIDTH : words_q;
    for (int i = 0; i < DEPTH; i++) begin
      if (push && LEVEL_W'(i) == level_o - LEVEL_W'(pop)) next[i*WIDTH +: WIDTH] = s_data_i;
    end
  end

  always_ff @(posedge clk) begin
    if (rst) level_o <= '0;
    else level_o <= level_o + LEVEL_W'(push) - LEVEL_W'(pop);
    words_q <= next;
  end
endmodule
