// Sends the packet in the RAM to the slow port of the interface that its header names.
//
// Contract
// - While `valid_i`: the `length_i` bytes from word 0 leave on m_axis of one interface (byte 3 of
//   the packet), then `done_o` for one clock. `bad_o` goes with it when there is no such interface;
//   nothing leaves then. Words are read with latency 2, the first a clock after `valid_i`.
// - Frames of our own: tag 16'h4000. Its first bit is 0 (Corundum), and no frame from the wire has
//   its second bit set, or it could be taken for one that came in the same clock (stamps).
module snic_ring_send #(
    parameter int DATA_W   = 512,
    parameter int IF_COUNT = 1,
    parameter int ADDR_W   = 11,
    localparam int KEEP_W  = DATA_W / 8
) (
    input  logic                       clk,
    input  logic                       rst,

    input  logic                       valid_i,
    input  logic [15:0]                length_i,
    output logic                       done_o,
    output logic                       bad_o,
    output logic [ADDR_W-1:0]          addr_o,
    input  logic [63:0]                data_i,

    output logic [IF_COUNT*DATA_W-1:0] m_axis_tdata,
    output logic [IF_COUNT*KEEP_W-1:0] m_axis_tkeep,
    output logic [IF_COUNT-1:0]        m_axis_tvalid,
    input  logic [IF_COUNT-1:0]        m_axis_tready,
    output logic [IF_COUNT-1:0]        m_axis_tlast,
    output logic [IF_COUNT*17-1:0]     m_axis_tuser
);
  localparam logic [15:0] OWN_TAG = 16'h4000;
  localparam int HOLD = 16;  // words that are read ahead

  logic [ADDR_W-1:0] next_q, words_q;
  logic [4:0]        ahead_q;
  logic [1:0]        fly_q, fly_last_q;
  logic              valid_q, has_port_q;
  logic              issue, take, word_valid, word_last, first_q, known, known_q, unknown, finish;
  logic              wide_ready, wide_valid, wide_take, wide_last, over_q, unused_ready;
  logic [63:0]       word;
  logic [3:0]        word_bytes, last_bytes_q;
  logic [7:0]        port, port_q;
  logic [$clog2(HOLD):0] unused_level;
  logic [DATA_W-1:0] wide_data;
  logic [KEEP_W-1:0] wide_keep;

  // what follows from the length, once: it stands while `valid_i` does
  always_ff @(posedge clk) begin
    words_q      <= ADDR_W'((length_i + 16'd7) >> 3);
    last_bytes_q <= length_i[2:0] == '0 ? 4'd8 : {1'b0, length_i[2:0]};
    has_port_q   <= length_i > 16'd3;
  end

  assign issue  = valid_q && !over_q && next_q != words_q && ahead_q != 5'(HOLD);
  assign addr_o = next_q;

  snic_fifo #(.WIDTH(65), .DEPTH(HOLD)) u_words (
      .clk, .rst,
      .s_valid_i(fly_q[1]), .s_ready_o(unused_ready), .s_data_i({fly_last_q[1], data_i}),
      .m_valid_o(word_valid), .m_ready_i(take), .m_data_o({word_last, word}),
      .level_o(unused_level)
  );

  assign word_bytes = word_last ? last_bytes_q : 4'd8;
  assign port       = first_q ? word[31:24] : port_q;
  assign known      = first_q ? 32'(word[31:24]) < IF_COUNT && has_port_q : known_q;
  assign unknown    = word_valid && !known;
  assign take       = unknown || (word_valid && wide_ready);

  snic_ring_widen #(.DATA_W(DATA_W)) u_widen (
      .clk, .rst,
      .s_valid_i(word_valid && known), .s_ready_o(wide_ready), .s_data_i(word),
      .s_bytes_i(word_bytes), .s_last_i(word_last),
      .m_axis_tdata(wide_data), .m_axis_tkeep(wide_keep), .m_axis_tvalid(wide_valid),
      .m_axis_tready(wide_take), .m_axis_tlast(wide_last)
  );

  // the port of the frame stays until its last beat is out: the next starts only after done_o
  always_comb begin
    wide_take = 1'b0;
    for (int n = 0; n < IF_COUNT; n++) begin
      m_axis_tvalid[n] = wide_valid && port_q == 8'(n);
      if (port_q == 8'(n)) wide_take = m_axis_tready[n];
    end
  end
  assign m_axis_tdata = {IF_COUNT{wide_data}};
  assign m_axis_tkeep = {IF_COUNT{wide_keep}};
  assign m_axis_tlast = {IF_COUNT{wide_last}};
  assign m_axis_tuser = {IF_COUNT{OWN_TAG, 1'b0}};

  assign finish = (wide_valid && wide_take && wide_last) || (unknown && word_last);
  assign done_o = over_q;
  assign bad_o  = over_q && !known_q;

  always_ff @(posedge clk) begin
    if (rst) begin
      valid_q <= 1'b0;
      next_q  <= '0;
      ahead_q <= '0;
      fly_q   <= '0;
      first_q <= 1'b1;
      over_q  <= 1'b0;
    end else begin
      valid_q <= valid_i && !over_q;
      next_q  <= over_q ? '0 : next_q + ADDR_W'(issue);
      ahead_q <= ahead_q + 5'(issue) - 5'(take);
      fly_q   <= {fly_q[0], issue};
      over_q  <= finish;
      if (take) first_q <= word_last;
    end
    fly_last_q <= {fly_last_q[0], next_q == words_q - 1'b1};
    if (take && first_q) begin
      port_q  <= port;
      known_q <= known;
    end
  end
endmodule
