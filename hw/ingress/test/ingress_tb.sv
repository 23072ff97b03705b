// Random frames, oversize ones too, through snic_ingress: window, length, sum, time, flags,
// side information, stored bytes, credits, bubbles, counters.
//
// MODE 0: nothing stalls; a beat is taken every clock. MODE 1: gaps, bubbles, slow readers.
// MODE 2: nothing stalls, frames of one beat: a header every clock.
module ingress_tb #(
    parameter int W      = 512,
    parameter int FRAMES = 1500
);
  localparam int B       = W / 8;
  localparam int MAX     = 9216;
  localparam int WIN     = 192;
  localparam int BEATS_W = $clog2(MAX / B + 1);
  localparam int CREDITS = 32;
  localparam int LATENCY = 2;  // last beat at s_axis to header

  logic clk = 0, rst = 1;
  always #2 clk = !clk;

  int MODE = 0, SEED = 1;
  logic [63:0] state;
  int flen [FRAMES];
  logic bad [FRAMES];
  logic [63:0] born [FRAMES];

  function automatic logic [7:0] frame_byte(input int n, input int i);
    logic [31:0] x;
    x = (n + 1) * 32'd2654435761 + i * 32'd40503 + (i >> 6) * 32'd977;
    return x[23:16] ^ x[7:0];
  endfunction

  function automatic int pick(input int low, input int high);
    // xorshift: $random with a seed argument has a short period in some simulators
    state = state ^ (state << 13);
    state = state ^ (state >> 7);
    state = state ^ (state << 17);
    pick = low + int'(state[62:32]) % (high - low + 1);
  endfunction

  int errors = 0;
  task automatic fail(input string what, input int n, input int i);
    $display("FAIL W=%0d MODE=%0d SEED=%0d frame %0d (%0d bytes) at %0d: %s", W, MODE, SEED, n,
             flen[n], i, what);
    errors++;
    if (errors > 5) $fatal(1, "too many errors");
  endtask

  task automatic make_frames;
    for (int n = 0; n < FRAMES; n++) begin
      case (pick(0, 9))
        0, 1, 2, 3: flen[n] = pick(1, 130);
        4, 5:       flen[n] = pick(60, 300);
        6:          flen[n] = MAX - 70 + pick(0, 140);
        7:          flen[n] = pick(0, 5) == 0 ? pick(MAX, 3 * MAX) : pick(1, 2000);
        default:    flen[n] = pick(64, 1600);
      endcase
      if (MODE == 2) flen[n] = pick(1, B);
      bad[n] = pick(0, 7) == 0;
    end
  endtask

  // RFC 1071 section 1, byte by byte
  function automatic logic [15:0] sum_of(input int n);
    logic [31:0] sum;
    sum = 0;
    for (int i = 0; i < flen[n]; i++) begin
      sum += i % 2 == 0 ? {16'd0, frame_byte(n, i), 8'd0} : {24'd0, frame_byte(n, i)};
    end
    while (sum > 32'hFFFF) sum = (sum & 32'hFFFF) + (sum >> 16);
    return sum[15:0];
  endfunction

  function automatic int stored_of(input int n);
    return flen[n] > MAX ? MAX : flen[n];
  endfunction

  // source
  int           sn = 0, sb = 0, sn_next = 0, sb_next = 0;
  logic         s_valid = 0, s_ready, s_last;
  logic [W-1:0] s_data;
  logic [B-1:0] s_keep;
  logic [63:0]  now = 64'd1000;
  logic         generation = 0, bubble = 0;
  always_comb begin
    s_last = (sb + 1) * B >= flen[sn % FRAMES];
    for (int i = 0; i < B; i++) begin
      s_keep[i]        = sb * B + i < flen[sn % FRAMES];
      s_data[i*8 +: 8] = frame_byte(sn, sb * B + i);  // bytes beyond the frame are not zero here
    end
  end

  logic               hdr_valid, hdr_bad, hdr_oversize, hdr_from_slow, hdr_gen;
  logic [WIN*8-1:0]   hdr_window;
  logic [13:0]        hdr_length, side_length;
  logic [63:0]        hdr_time_ns, side_time_ns;
  logic [11:0]        hdr_queue;
  logic [15:0]        hdr_tag, hdr_sum, side_tag;
  logic               side_valid, side_ready = 0, pay_valid, pay_ready = 0, credit = 0;
  logic [BEATS_W-1:0] side_beats;
  logic [W-1:0]       pay_data;
  logic               in_frame, in_from_slow;
  logic [6:0]         in_bytes;

  snic_ingress #(
      .DATA_W(W), .WINDOW_BYTES(WIN), .MAX_FRAME_BYTES(MAX), .CREDITS(CREDITS)
  ) dut (
      .clk, .rst, .time_ns_i(now), .generation_i(generation), .bubble_i(bubble),
      .s_axis_tdata(s_data), .s_axis_tkeep(s_keep), .s_axis_tvalid(s_valid),
      .s_axis_tready(s_ready), .s_axis_tlast(s_last), .s_axis_tuser({16'(sn), bad[sn % FRAMES]}),
      .s_axis_queue(12'(sn * 3)), .s_axis_from_slow(sn % 3 == 1),
      .hdr_valid_o(hdr_valid), .hdr_window_o(hdr_window), .hdr_length_o(hdr_length),
      .hdr_sum_o(hdr_sum), .hdr_time_ns_o(hdr_time_ns), .hdr_bad_o(hdr_bad),
      .hdr_oversize_o(hdr_oversize),
      .hdr_queue_o(hdr_queue), .hdr_from_slow_o(hdr_from_slow), .hdr_tag_o(hdr_tag),
      .hdr_gen_o(hdr_gen),
      .side_valid_o(side_valid), .side_ready_i(side_ready), .side_time_ns_o(side_time_ns),
      .side_tag_o(side_tag), .side_length_o(side_length), .side_beats_o(side_beats),
      .pay_valid_o(pay_valid), .pay_ready_i(pay_ready), .pay_data_o(pay_data),
      .credit_i(credit),
      .in_frame_o(in_frame), .in_bytes_o(in_bytes), .in_from_slow_o(in_from_slow)
  );

  int hn = 0, dn = 0, pn = 0, pb = 0, owed = 0, clock = 0, last_move = 0, frames = 0;
  int first_take = -1, last_take = 0, takes = 0, first_last = -1, first_hdr = -1;
  longint bytes = 0, bytes_want = 0, slow_bytes = 0, slow_want = 0;
  logic bubble_before = 0;

  task automatic check_header;
    logic [7:0] b;
    for (int i = 0; i < WIN; i++) begin
      b = i < flen[hn] ? frame_byte(hn, i) : 8'h0;
      if (hdr_window[(i/8)*64 + (7-i%8)*8 +: 8] !== b) fail("window", hn, i);
    end
    if (hdr_length !== 14'(flen[hn] > MAX ? MAX + 1 : flen[hn])) fail("length", hn, hdr_length);
    if (flen[hn] <= MAX && hdr_sum !== sum_of(hn)) fail("sum", hn, hdr_sum);
    if (hdr_oversize !== (flen[hn] > MAX)) fail("oversize", hn, 0);
    if (hdr_bad !== (bad[hn] || flen[hn] > MAX)) fail("bad", hn, 0);
    if (hdr_time_ns !== born[hn]) fail("time", hn, 0);
    if (hdr_tag !== 16'(hn) || hdr_queue !== 12'(hn * 3)) fail("tag or queue", hn, 0);
    if (hdr_from_slow !== (hn % 3 == 1)) fail("from_slow", hn, 0);
    if (hdr_gen !== generation) fail("generation", hn, 0);
    if (bubble_before) fail("a header in spite of a bubble", hn, 0);
    hn++;
    owed++;
    if (owed > CREDITS) fail("more frames than credits", hn, owed);
  endtask

  task automatic check_payload;
    int i;
    for (int l = 0; l < B; l++) begin
      i = pb * B + l;
      if (pay_data[l*8 +: 8] !== (i < stored_of(pn) ? frame_byte(pn, i) : 8'h0)) begin
        fail("stored byte", pn, i);
      end
    end
    pb++;
    if (pb * B >= stored_of(pn)) begin
      pn++;
      pb = 0;
    end
  endtask

  task automatic check_side;
    if (side_tag !== 16'(dn) || side_time_ns !== born[dn]) fail("side tag or time", dn, 0);
    if (side_length !== 14'(stored_of(dn))) fail("side length", dn, 0);
    if (int'(side_beats) != (stored_of(dn) + B - 1) / B) fail("side beats", dn, 0);
    dn++;
  endtask

  task automatic finish_up;
    for (int n = 0; n < FRAMES; n++) begin
      bytes_want += flen[n];
      if (n % 3 == 1) slow_want += flen[n];
    end
    if (bytes != bytes_want || slow_bytes != slow_want || frames != FRAMES) fail("counters", 0, 0);
    if (MODE != 1 && last_take - first_take + 1 != takes) fail("clocks", 0, takes);
    if (MODE != 1 && first_hdr - first_last != LATENCY) fail("latency", 0, first_hdr - first_last);
    $display("%s W=%0d MODE=%0d SEED=%0d frames %0d beats %0d clocks %0d",
             errors == 0 ? "PASS" : "FAIL", W, MODE, SEED, hn, takes, last_take - first_take + 1);
    if (errors != 0) $fatal(1, "errors");
    $finish;
  endtask

  always @(posedge clk) if (!rst) begin
    clock++;
    now <= now + 64'd4;
    if (hdr_valid && first_hdr < 0) first_hdr = clock;
    if (hdr_valid) check_header;
    if (credit) owed--;
    if (side_valid && side_ready) check_side;
    if (pay_valid && pay_ready) check_payload;
    frames += in_frame ? 1 : 0;
    bytes += in_bytes;
    if (in_from_slow) slow_bytes += in_bytes;
    bubble_before = bubble;
    if (hdr_valid || (s_valid && s_ready) || (pay_valid && pay_ready)) last_move = clock;
    if (clock - last_move > 5000) begin
      fail("hangs", hn, 0);
      $fatal(1, "stopped");
    end
    if (s_valid && s_ready) begin
      if (first_take < 0) first_take = clock;
      last_take = clock;
      takes++;
      if (s_last && first_last < 0) first_last = clock;
      if (sb == 0) born[sn] = now;
      sb_next = s_last ? 0 : sb + 1;
      sn_next = s_last ? sn + 1 : sn;
    end
    sn <= sn_next;
    sb <= sb_next;
    if (!s_valid || s_ready) s_valid <= sn_next < FRAMES && (MODE != 1 || pick(0, 4) != 0);
    bubble     <= MODE == 1 && pick(0, 2) == 0;
    generation <= pick(0, 1) == 0;
    // readers: as fast as it comes, or a slow one that now and then sleeps
    pay_ready  <= MODE != 1 || ((clock >> 9) % 4 != 0 && pick(0, 9) != 0);
    side_ready <= MODE != 1 || ((clock >> 8) % 3 != 0 && pick(0, 2) != 0);
    credit     <= owed > 0 && (MODE != 1 || ((clock >> 8) % 3 != 0 && pick(0, 1) == 0))
                  && (!credit || owed > 1);
    if (hn == FRAMES && dn == FRAMES && pn == FRAMES && clock - last_take > 8) finish_up;
  end

  initial begin
    void'($value$plusargs("MODE=%d", MODE));
    void'($value$plusargs("SEED=%d", SEED));
    state = 64'(SEED) * 64'h9E37_79B9_7F4A_7C15 + 64'd88172645463325252;
    make_frames;
    repeat (4) @(negedge clk);
    rst = 0;
  end
endmodule
