// Ingress: stores a frame, measures it, stamps it, and cuts the header window off its front.
//
// Contract
// - `s_axis_*`: tkeep contiguous from bit 0, full except at tlast; tuser = {tag[15:0], bad}.
//   `tag`, `queue` and `from_slow` are taken from the first beat, `bad` from the last one.
//   `time_ns_i` is sampled in the clock in which the first beat is accepted at `s_axis`, as if it
//   were part of that beat: a merge in front of this block passes the time along in its tuser.
// - A frame is accepted with a credit (one entry of the verdict FIFO, given back by `credit_i`), a
//   beat with room in the payload FIFO. Beats beyond MAX_FRAME_BYTES are accepted and not stored.
// - `hdr_*` is valid-only: one header per frame, a clock after its last beat entered the payload
//   FIFO; no header appears in the clock after `bubble_i`. `hdr_window_o[64*i +: 64]` is word i in
//   network order: byte 8i of the frame is its most significant byte, bytes beyond the frame are
//   zero.
// - `hdr_length_o` saturates at MAX_FRAME_BYTES + 1. `hdr_bad_o` covers oversize.
// - `hdr_sum_o` is the ones' complement sum (RFC 1071) of the frame's 16-bit words, 0xFFFF and not
//   0 where it is a multiple of it; without meaning for an oversize frame.
// - `side_*` and `pay_*` go to snic_egress: per frame what egress must know, and the stored beats.
// Latency: header 2 clocks after the last beat at `s_axis`. Throughput: one beat, and one header,
// per clock.
// It does not look into the frame: what is too short or malformed is the kernel's to drop.
module snic_ingress #(
    parameter int DATA_W          = 512,
    parameter int WINDOW_BYTES    = 192,
    parameter int MAX_FRAME_BYTES = 9216,
    parameter int PAYLOAD_BYTES   = 32768,  // payload FIFO: 3 maximal frames
    parameter int CREDITS         = 128,    // as in snic_egress; > kernel latency + 12
    localparam int KEEP_W         = DATA_W / 8,
    localparam int BEATS_W        = $clog2(MAX_FRAME_BYTES / KEEP_W + 1)
) (
    input  logic                      clk,
    input  logic                      rst,

    input  logic [63:0]               time_ns_i,
    input  logic                      generation_i,
    input  logic                      bubble_i,

    input  logic [DATA_W-1:0]         s_axis_tdata,
    input  logic [KEEP_W-1:0]         s_axis_tkeep,
    input  logic                      s_axis_tvalid,
    output logic                      s_axis_tready,
    input  logic                      s_axis_tlast,
    input  logic [16:0]               s_axis_tuser,
    input  logic [11:0]               s_axis_queue,
    input  logic                      s_axis_from_slow,

    output logic                      hdr_valid_o,
    output logic [WINDOW_BYTES*8-1:0] hdr_window_o,
    output logic [13:0]               hdr_length_o,
    output logic [15:0]               hdr_sum_o,
    output logic [63:0]               hdr_time_ns_o,
    output logic                      hdr_bad_o,
    output logic                      hdr_oversize_o,
    output logic [11:0]               hdr_queue_o,
    output logic                      hdr_from_slow_o,
    output logic [15:0]               hdr_tag_o,
    output logic                      hdr_gen_o,

    output logic                      side_valid_o,
    input  logic                      side_ready_i,
    output logic [63:0]               side_time_ns_o,
    output logic [15:0]               side_tag_o,
    output logic [13:0]               side_length_o,  // stored bytes
    output logic [BEATS_W-1:0]        side_beats_o,   // stored beats, at least 1

    output logic                      pay_valid_o,
    input  logic                      pay_ready_i,
    output logic [DATA_W-1:0]         pay_data_o,

    input  logic                      credit_i,

    output logic                      in_frame_o,     // a frame ended
    output logic [6:0]                in_bytes_o,     // bytes accepted in this clock, stored or not
    output logic                      in_from_slow_o  // belongs to in_frame_o and in_bytes_o
);
  localparam int LANE_W    = $clog2(KEEP_W);
  localparam int MAX_BEATS = MAX_FRAME_BYTES / KEEP_W;
  localparam int WIN_BEATS = WINDOW_BYTES / KEEP_W;
  localparam int CREDIT_W  = $clog2(CREDITS) + 1;
  localparam int GROUP     = DATA_W == 64 ? 1 : 2;  // 64-bit words in a sum
  localparam int SUM_W     = 32 + $clog2(2 * GROUP);
  localparam int SUMS      = DATA_W / 64 / GROUP;
  localparam int BEAT_W    = 64 + 1 + 12 + 17 + 1 + KEEP_W + DATA_W + SUM_W * SUMS;
  localparam int SIDE_W    = 64 + 16 + 14 + BEATS_W;

  if (DATA_W != 64 && DATA_W != 128 && DATA_W != 256 && DATA_W != 512) begin : g_check_width
    $error("DATA_W must be 64, 128, 256 or 512");
  end
  if (MAX_FRAME_BYTES % KEEP_W != 0 || WINDOW_BYTES % KEEP_W != 0) begin : g_check_whole
    $error("MAX_FRAME_BYTES and WINDOW_BYTES must be whole beats");
  end
  if (PAYLOAD_BYTES < 2 * MAX_FRAME_BYTES) begin : g_check_payload
    $error("PAYLOAD_BYTES must hold two maximal frames");
  end

  // bytes beyond the frame are zero
  logic [DATA_W-1:0]     mask, masked;
  logic [SUM_W*SUMS-1:0] sums;
  snic_byte_mask #(.KEEP_W(KEEP_W)) u_mask (.bytes_i(s_axis_tkeep), .bits_o(mask));
  snic_word_sums #(.WORDS(KEEP_W / 8), .GROUP(GROUP)) u_sums (.data_i(masked), .sums_o(sums));
  assign masked = s_axis_tdata & mask;

  // the input register: what is accepted at s_axis, with the time of that clock
  logic              beat_valid, beat_take, beat_last, beat_from_slow, beat_bad;
  logic [63:0]       beat_time_ns;
  logic [11:0]       beat_queue;
  logic [15:0]       beat_tag;
  logic [KEEP_W-1:0] beat_keep;
  logic [DATA_W-1:0] beat_data;
  logic [SUM_W*SUMS-1:0] beat_sums;

  snic_axis_reg #(.WIDTH(BEAT_W)) u_in (
      .clk, .rst,
      .s_valid_i(s_axis_tvalid), .s_ready_o(s_axis_tready),
      .s_data_i({time_ns_i, s_axis_from_slow, s_axis_queue, s_axis_tuser, s_axis_tlast,
                 s_axis_tkeep, masked, sums}),
      .m_valid_o(beat_valid), .m_ready_i(beat_take),
      .m_data_o({beat_time_ns, beat_from_slow, beat_queue, beat_tag, beat_bad, beat_last,
                 beat_keep, beat_data, beat_sums})
  );

  // admission: a credit for a frame, room for a stored beat, no header while a bubble is asked for
  logic                first_q, full_q, store, room, credit_take;
  logic [CREDIT_W-1:0] credits_q;       // credits - 1: its sign says that there is none
  logic [BEATS_W-1:0]  index_q, index;  // stored beats of this frame before this one

  assign index       = first_q ? '0 : index_q;
  assign store       = first_q || !full_q;
  assign beat_take   = (room || !store) && !(first_q && credits_q[CREDIT_W-1])
                     && !(bubble_i && beat_last);
  assign credit_take = beat_valid && beat_take && first_q;

  logic [LANE_W:0]   beat_bytes;
  logic [DATA_W-1:0] beat_network;  // the bytes of each 64-bit word in network order
  snic_keep_count #(.KEEP_W(KEEP_W)) u_bytes (.keep_i(beat_keep), .count_o(beat_bytes));
  snic_byte_swap #(.WORDS(KEEP_W / 8)) u_swap (.data_i(beat_data), .data_o(beat_network));

  logic [WINDOW_BYTES*8-1:0] window_q, window_d;
  always_comb begin
    window_d = first_q ? '0 : window_q;
    for (int i = 0; i < WIN_BEATS; i++) begin
      if (index == BEATS_W'(i)) window_d[i*DATA_W +: DATA_W] = beat_network;
    end
  end

  logic [13:0] stored_length;  // bytes stored, this beat included
  logic [13:0] stored_length_q;
  assign stored_length = store ? 14'({index, {LANE_W{1'b0}}}) + 14'(beat_bytes)
                               : 14'(MAX_FRAME_BYTES);

  // the sum so far: of words as they lie in a beat, whose bytes change places at the end (RFC 1071
  // section 2); at most 0xFFFF and four words of 34 bits, folded until no carry is left
  logic [15:0] sum_q;
  logic [37:0] sum;
  logic [17:0] sum_once;
  logic [16:0] sum_twice;
  always_comb begin
    sum = first_q ? '0 : 38'(sum_q);
    for (int i = 0; i < SUMS; i++) sum += 38'(beat_sums[SUM_W*i +: SUM_W]);
  end
  assign sum_once  = 18'(sum[15:0]) + 18'(sum[31:16]) + 18'(sum[37:32]);
  assign sum_twice = 17'(sum_once[15:0]) + 17'(sum_once[17:16]);

  logic        hdr_valid_q, bad_q, oversize_q, from_slow_q, frame_q, bytes_slow_q;
  logic [63:0] time_q;
  logic [11:0] queue_q;
  logic [15:0] tag_q;
  logic [6:0]  bytes_q;

  logic take;
  assign take = beat_valid && beat_take;

  always_ff @(posedge clk) begin
    if (rst) begin
      first_q     <= 1'b1;
      hdr_valid_q <= 1'b0;
      frame_q     <= 1'b0;
      bytes_q     <= '0;
      credits_q   <= CREDIT_W'(CREDITS - 1);
    end else begin
      hdr_valid_q <= take && beat_last;
      frame_q     <= take && beat_last;
      bytes_q     <= take ? 7'(beat_bytes) : '0;
      if (credit_i && !credit_take) credits_q <= credits_q + 1'b1;
      if (!credit_i && credit_take) credits_q <= credits_q - 1'b1;
      if (take) first_q <= beat_last;
    end
    if (take) begin
      index_q         <= store ? index + 1'b1 : index;
      full_q          <= !store || index == BEATS_W'(MAX_BEATS - 1);
      window_q        <= window_d;
      stored_length_q <= stored_length;
      sum_q           <= sum_twice[15:0] + 16'(sum_twice[16]);
      oversize_q      <= !store;
      bad_q           <= beat_bad || !store;
      if (first_q) begin
        time_q      <= beat_time_ns;
        queue_q     <= beat_queue;
        tag_q       <= beat_tag;
        from_slow_q <= beat_from_slow;
      end
    end
    bytes_slow_q <= first_q ? beat_from_slow : from_slow_q;
  end

  assign hdr_valid_o     = hdr_valid_q;
  assign hdr_window_o    = window_q;
  assign hdr_length_o    = oversize_q ? 14'(MAX_FRAME_BYTES + 1) : stored_length_q;
  assign hdr_sum_o       = {sum_q[7:0], sum_q[15:8]};
  assign hdr_time_ns_o   = time_q;
  assign hdr_bad_o       = bad_q;
  assign hdr_oversize_o  = oversize_q;
  assign hdr_queue_o     = queue_q;
  assign hdr_from_slow_o = from_slow_q;
  assign hdr_tag_o       = tag_q;
  assign hdr_gen_o       = generation_i;
  assign in_frame_o      = frame_q;
  assign in_bytes_o      = bytes_q;
  assign in_from_slow_o  = bytes_slow_q;

  logic [$clog2(PAYLOAD_BYTES/KEEP_W):0] unused_pay_level;
  snic_fifo #(
      .WIDTH(DATA_W),
      .DEPTH(PAYLOAD_BYTES / KEEP_W)
  ) u_payload (
      .clk, .rst,
      .s_valid_i(take && store), .s_ready_o(room), .s_data_i(beat_data),
      .m_valid_o(pay_valid_o), .m_ready_i(pay_ready_i), .m_data_o(pay_data_o),
      .level_o(unused_pay_level)
  );

  // pushed together with the header; never full, because every frame in it holds a credit
  logic                 unused_side_ready;
  logic [$clog2(CREDITS):0] unused_side_level;
  snic_fifo #(
      .WIDTH(SIDE_W),
      .DEPTH(CREDITS)
  ) u_side (
      .clk, .rst,
      .s_valid_i(hdr_valid_q), .s_ready_o(unused_side_ready),
      .s_data_i({time_q, tag_q, stored_length_q, index_q}),
      .m_valid_o(side_valid_o), .m_ready_i(side_ready_i),
      .m_data_o({side_time_ns_o, side_tag_o, side_length_o, side_beats_o}),
      .level_o(unused_side_level)
  );
endmodule
