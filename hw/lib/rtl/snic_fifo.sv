// Synchronous FIFO, first word falls through, around a memory with an output register.
//
// Contract: valid/ready on both sides; it takes DEPTH words. `level_o` = words inside.
// Latency: a word into an empty FIFO is at the output one clock later; behind a stalled reader
// words go through the memory, whose latency hides behind four words of output buffer.
// Throughput: one word per clock in and out, without a bubble.
// It does not pass a word through in the same clock, and has no almost-full flag: use `level_o`.
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
  localparam int HOLD = 4;  // output buffer: memory latency 2, one clock to see a pop, one to use

  if (DEPTH < 8 || DEPTH != 2 ** ADDR_W) begin : g_check_depth
    $error("DEPTH must be a power of two of at least 8");
  end

  logic [LEVEL_W-1:0] level_q, level_d;    // all words
  logic [LEVEL_W-1:0] stored_q, stored_d;  // words in memory whose read has not started
  logic [ADDR_W-1:0]  wr_q, rd_q;
  logic [1:0]         fly_q;               // reads on their way through the memory
  logic [2:0]         held_q, held_d;      // output buffer + reads on their way
  logic [2:0]         ready_q, ready_d;    // words in the output buffer
  logic [1:0]         buf_wr_q, buf_rd_q;
  logic [WIDTH-1:0]   buf_q [HOLD];
  logic [WIDTH-1:0]   mem_data;
`ifdef SNIC_PROVE_ORDER
  logic [DEPTH*WIDTH-1:0] formal_mem;
  logic [WIDTH-1:0]       formal_read;
`endif

  logic push, pop, direct, store, fetch, fill;
  assign push   = s_valid_i && s_ready_o;
  assign pop    = m_valid_o && m_ready_i;
  assign direct = push && stored_q == '0 && fly_q == '0 && !ready_q[2];
  assign store  = push && !direct;
  assign fetch  = stored_q != '0 && !held_q[2];
  assign fill   = direct || fly_q[1];

  always_comb begin
    level_d  = level_q + LEVEL_W'(push) - LEVEL_W'(pop);
    stored_d = stored_q + LEVEL_W'(store) - LEVEL_W'(fetch);
    held_d   = held_q + 3'(direct || fetch) - 3'(pop);
    ready_d  = ready_q + 3'(fill) - 3'(pop);
  end

  snic_ram_sdp #(
      .WIDTH(WIDTH),
      .DEPTH(DEPTH)
  ) u_memory (
      .clk,
      .a_we_i(store), .a_addr_i(wr_q), .a_data_i(s_data_i),
      .b_addr_i(rd_q), .b_data_o(mem_data)
`ifdef SNIC_PROVE_ORDER
      , .formal_mem_o(formal_mem), .formal_read_o(formal_read)
`endif
  );

  always_ff @(posedge clk) begin
    if (rst) begin
      level_q  <= '0;
      stored_q <= '0;
      wr_q     <= '0;
      rd_q     <= '0;
      fly_q    <= '0;
      held_q   <= '0;
      ready_q  <= '0;
      buf_wr_q <= '0;
      buf_rd_q <= '0;
    end else begin
      level_q  <= level_d;
      stored_q <= stored_d;
      held_q   <= held_d;
      ready_q  <= ready_d;
      fly_q    <= {fly_q[0], fetch};
      if (store) wr_q <= wr_q + 1'b1;
      if (fetch) rd_q <= rd_q + 1'b1;
      if (fill) buf_wr_q <= buf_wr_q + 1'b1;
      if (pop) buf_rd_q <= buf_rd_q + 1'b1;
    end
    if (fill) buf_q[buf_wr_q] <= fly_q[1] ? mem_data : s_data_i;
  end

  assign s_ready_o = !level_q[ADDR_W];
  assign m_valid_o = ready_q != '0;
  assign m_data_o  = buf_q[buf_rd_q];
  assign level_o   = level_q;

`ifdef SNIC_PROVE_ORDER
  `include "fifo_order.svh"
`endif
endmodule
