// Received frames on their way to host memory: a circular buffer of words, and who is in it.
//
// Contract
// - A word is taken every clock. A frame is kept whole, or dropped whole with `drop_o` in the clock
//   of its last word: when the buffer or the list is full, when it is longer than MAX_BYTES, or
//   when its first word finds `accept_i` low.
// - Frames start at a line of LANES words. `frame_*` is the oldest; `pop_i` frees its room.
// - In order; words of a frame that waits are never overwritten.
// Latency: a frame is in the list two clocks after its last word.
module snic_ring_buffer #(
    parameter int BYTES      = 32768,
    parameter int LANES      = 8,
    parameter int MAX_BYTES  = 9248,
    parameter int FRAMES     = 64,
    localparam int ADDR_W    = $clog2(BYTES / 8)
) (
    input  logic              clk,
    input  logic              rst,
    input  logic              accept_i,

    input  logic              s_valid_i,
    input  logic [63:0]       s_data_i,
    input  logic [3:0]        s_bytes_i,
    input  logic              s_last_i,

    output logic              we_o,
    output logic [ADDR_W-1:0] addr_o,
    output logic [63:0]       data_o,

    output logic              frame_valid_o,
    output logic [ADDR_W-1:0] frame_addr_o,
    output logic [15:0]       frame_length_o,
    input  logic              pop_i,
    output logic              drop_o
);
  localparam int P = ADDR_W + 1;  // a pointer and its turn
  localparam logic [P-1:0] LINE = P'(LANES);
  localparam int LIMIT   = (MAX_BYTES + 7) / 8;
  localparam int COUNT_W = $clog2(LIMIT + 1);
  localparam int LIST_W  = $clog2(FRAMES) + 1;

  logic [P-1:0] start_q, read_q, at, next_start, frame_end;
  logic [COUNT_W-1:0] count_q;  // words of the frame before this one, at most LIMIT
  logic         bad_q, bad, room, keep, keep_q, unused_ready;
  logic [LIST_W-1:0]  frames_q, unused_level;  // kept and not popped
  logic [ADDR_W+15:0] frame_q;                 // on its way into the list

  function automatic logic [P-1:0] whole_lines(input logic [P-1:0] words);
    whole_lines = (words + LINE - 1'b1) & ~(LINE - 1'b1);
  endfunction

  assign at   = start_q + P'(count_q);
  assign room = at - read_q < P'(BYTES / 8);
  assign bad  = (count_q == '0 ? !accept_i || frames_q[LIST_W-1] : bad_q) || !room
                || count_q == COUNT_W'(LIMIT);
  assign we_o   = s_valid_i && !bad;
  assign addr_o = at[ADDR_W-1:0];
  assign data_o = s_data_i;
  assign keep   = s_valid_i && s_last_i && !bad;
  assign drop_o = s_valid_i && s_last_i && bad;
  assign next_start = whole_lines(at + 1'b1);
  assign frame_end  = whole_lines(P'((frame_length_o + 16'd7) >> 3));

  // Never full: a frame is kept only when its first word found a place, and frames on their way
  // into the list are counted. They go in a clock later, which keeps the paths of this clock short.
  snic_fifo #(
      .WIDTH(ADDR_W + 16),
      .DEPTH(FRAMES)
  ) u_list (
      .clk, .rst,
      .s_valid_i(keep_q), .s_ready_o(unused_ready), .s_data_i(frame_q),
      .m_valid_o(frame_valid_o), .m_ready_i(pop_i), .m_data_o({frame_addr_o, frame_length_o}),
      .level_o(unused_level)
  );

  always_ff @(posedge clk) begin
    if (rst) begin
      start_q  <= '0;
      read_q   <= '0;
      count_q  <= '0;
      frames_q <= '0;
      keep_q   <= 1'b0;
    end else begin
      keep_q   <= keep;
      frames_q <= frames_q + LIST_W'(keep) - LIST_W'(frame_valid_o && pop_i);
      if (s_valid_i) count_q <= s_last_i ? '0 : count_q + COUNT_W'(count_q != COUNT_W'(LIMIT));
      if (keep) start_q <= next_start;
      if (frame_valid_o && pop_i) read_q <= read_q + frame_end;
    end
    if (s_valid_i) bad_q <= bad;
    frame_q <= {start_q[ADDR_W-1:0], {13'(count_q), 3'd0} + 16'(s_bytes_i)};
  end
endmodule
