// Proof of snic_ring_buffer (8 words, lines of 2, frames of at most 3): words that wait are never
// overwritten; a frame is kept whole or dropped whole, and every frame is one of both.
module buffer_props (
    input logic       clk,
    input logic       rst,
    input logic       accept,
    input logic       s_valid,
    input logic       s_last,
    input logic       pop
);
  localparam int WORDS = 8;

  logic        we, valid, drop;
  logic [2:0]  addr, frame_addr;
  logic [63:0] data;
  logic [15:0] length;
  logic        started_q = 1'b0;
  logic [3:0]  waiting_q;             // frames kept and not popped
  logic [4:0]  words;
  logic [WORDS-1:0] used_q, used_d, mine;

  snic_ring_buffer #(.BYTES(WORDS * 8), .LANES(2), .MAX_BYTES(24), .FRAMES(8)) dut (
      .clk, .rst, .accept_i(accept),
      .s_valid_i(s_valid), .s_data_i(64'd0), .s_bytes_i(4'd8), .s_last_i(s_last),
      .we_o(we), .addr_o(addr), .data_o(data),
      .frame_valid_o(valid), .frame_addr_o(frame_addr), .frame_length_o(length),
      .pop_i(pop && valid), .drop_o(drop)
  );

  // words of kept frames: marked when the frame is whole, freed when it is popped
  logic [WORDS-1:0] frame_q;
  logic keep;
  assign keep  = s_valid && s_last && !drop;
  assign words = 5'(length >> 3);

  always_comb begin
    mine = '0;
    for (int i = 0; i < 3; i++) if (5'(i) < words) mine[3'(frame_addr + 3'(i))] = 1'b1;
    used_d = used_q;
    if (keep) used_d = used_d | frame_q | (WORDS'(we) << addr);
    if (pop && valid) used_d = used_d & ~mine;
  end

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      used_q    <= '0;
      frame_q   <= '0;
      waiting_q <= '0;
    end else begin
      used_q    <= used_d;
      waiting_q <= waiting_q + 4'(keep) - 4'(pop && valid);
      if (s_valid) frame_q <= s_last ? '0 : frame_q | (WORDS'(we) << addr);
    end
  end

  logic bad;
  assign bad = (we && used_q[addr])                       // a word that waits is overwritten
               || (we && frame_q[addr])                   // or one of the same frame
               || (valid && (words == '0 || words > 5'd3 || (mine & ~used_q) != '0))
               || (drop && !(s_valid && s_last))
               || (valid && waiting_q == '0);

  always_comb begin
    assume (rst == !started_q);
    if (!rst) assert (!bad);
  end
endmodule
