// Random frames and verdicts through snic_egress: every byte, every count event, and, with nothing
// stalled, the clocks: the sum of max(input beats, output beats) over all frames, to the clock.
//
// MODE 0: nothing stalls, any mix (throughput is checked). MODE 1: outputs and payload stall.
// MODE 2: nothing stalls, 60..127-byte frames with VXLAN-like edits (throughput is checked).
module egress_tb #(
    parameter int W      = 512,
    parameter int FRAMES = 2000
);
  localparam int B           = W / 8;
  localparam int MAX         = 9216;
  localparam int BEATS_W     = $clog2(MAX / B + 1);
  localparam int CREDITS     = 64;
  localparam int QUEUE_BYTES = 32768;
  localparam int DEPTH       = QUEUE_BYTES / B;
  localparam int PREFIX      = snic_verdict_pkg::PREFIX_BYTES;
  localparam int EDIT        = snic_verdict_pkg::EDIT_BYTES;
  localparam logic [7:0] FULL = snic_verdict_pkg::REASON_QUEUE_FULL;
  localparam int LATENCY     = 10;  // verdict to first beat; frame 0 is made to measure it

  logic clk = 0, rst = 1;
  always #2 clk = !clk;

  // the frames
  logic signed [31:0] flen [FRAMES+1], resume [FRAMES+1], length [FRAMES+1];
  logic signed [31:0] prefix [FRAMES+1], edited [FRAMES+1], ins [FRAMES+1];  // and their sum
  logic signed [31:0] dest [FRAMES+1], copies [FRAMES+1];
  logic signed [31:0] total [FRAMES+1];  // output bytes after the clamp
  int MODE = 0, SEED = 1;
  logic [63:0] state;

  function automatic logic [7:0] frame_byte(input int n, input int i);
    logic [31:0] x;
    x = (n + 1) * 32'd2654435761 + i * 32'd40503 + (i >> 6) * 32'd977;
    return x[23:16] ^ x[7:0];
  endfunction

  function automatic logic [7:0] prefix_byte(input int n, input int i);
    return ~frame_byte(n + 7777, 3 * i);
  endfunction

  function automatic logic [7:0] edit_byte(input int n, input int i);
    return ~frame_byte(n + 3333, 5 * i);
  endfunction

  function automatic int pick(input int low, input int high);
    // xorshift: $random with a seed argument has a short period in some simulators
    state = state ^ (state << 13);
    state = state ^ (state >> 7);
    state = state ^ (state << 17);
    pick = low + int'(state[62:32]) % (high - low + 1);
  endfunction

  task automatic make_frames;
    int avail;
    for (int n = 0; n < FRAMES; n++) begin
      dest[n]   = pick(0, 3);
      copies[n] = pick(0, 2) == 0 ? pick(0, 7) : 0;
      case (MODE == 2 ? 0 : pick(0, 9))
        0, 1, 2, 3: flen[n] = pick(0, 1) == 0 ? 64 : pick(60, 127);
        4, 5:       flen[n] = pick(1, 300);
        6, 7, 8:    flen[n] = pick(64, 1600);
        default:    flen[n] = pick(0, 9) == 0 ? MAX : pick(1, 4000);
      endcase
      case (pick(0, 5))
        0:       begin resume[n] = 50; prefix[n] = 0; end
        1:       begin resume[n] = 0;  prefix[n] = 50; end
        2:       begin resume[n] = pick(0, 1) * 32; prefix[n] = 50; end
        3:       begin resume[n] = 0;  prefix[n] = 32; end
        default: begin resume[n] = pick(0, 255); prefix[n] = pick(0, PREFIX); end
      endcase
      case (pick(0, 3))
        0:       edited[n] = 0;
        1:       begin edited[n] = pick(26, 38); resume[n] = (resume[n] + edited[n]) % 256; end
        default: edited[n] = pick(0, EDIT);
      endcase
      if (n == 0) begin
        copies[n] = 0; dest[n] = 1; flen[n] = 64; resume[n] = 0; prefix[n] = 0; edited[n] = 0;
      end
      ins[n] = prefix[n] + edited[n];
      avail = flen[n] > resume[n] ? flen[n] - resume[n] : 0;
      case (pick(0, 5))
        0:       length[n] = pick(0, avail);
        1:       length[n] = pick(0, 9300);  // may be too long: the clamp
        default: length[n] = avail;
      endcase
      if (n == 0) length[n] = avail;
      total[n] = ins[n] + (length[n] < avail ? length[n] : avail);
    end
  endtask

  function automatic int beats_of(input int bytes);
    return (bytes + B - 1) / B;
  endfunction

  int errors = 0;
  task automatic fail(input string what, input int n, input int i);
    $display("FAIL W=%0d MODE=%0d SEED=%0d frame %0d at %0d: %s", W, MODE, SEED, n, i, what);
    $display("     len %0d prefix %0d edit %0d resume %0d length %0d",
             flen[n], prefix[n], edited[n], resume[n], length[n]);
    errors++;
    if (errors > 5) $fatal(1, "too many errors");
  endtask

  // verdicts and side information
  logic        vrd_valid = 0;
  int          vn = 0, vn_next = 0, in_flight = 0;
  logic        side_ready, credit;
  logic [8*PREFIX-1:0] vrd_prefix;
  logic [8*EDIT-1:0]   vrd_edit;
  always_comb for (int i = 0; i < PREFIX; i++) vrd_prefix[(i^7)*8 +: 8] = prefix_byte(vn, i);
  always_comb for (int i = 0; i < EDIT; i++) vrd_edit[(i^7)*8 +: 8] = edit_byte(vn, i);

  // payload
  int            pn = 0, pb = 0;
  logic          pay_gap = 0, pay_ready;
  logic [W-1:0]  pay_data;
  always_comb begin
    for (int i = 0; i < B; i++) begin
      pay_data[i*8 +: 8] = 8'h0;
      if (pn < FRAMES && pb * B + i < flen[pn]) begin
        pay_data[i*8 +: 8] = frame_byte(pn, pb * B + i);
      end
    end
  end

  // every reason but that of a full queue
  function automatic logic [7:0] reason_of(int n);
    return 8'(n % 255 < FULL ? n % 255 : n % 255 + 1);
  endfunction

  logic         count_valid;
  logic [11:0]  count_tenant;
  logic [7:0]   count_reason;
  logic [13:0]  count_bytes;
  logic [15:0]  count_tag;
  logic [1:0]   count_dest;
  logic [2:0]   count_copies, count_lost;
  logic [3*W-1:0]  m_data;
  logic [3*B-1:0]  m_keep;
  logic [3*80-1:0] m_user;
  logic [2:0]      m_valid, m_last, m_ready = 0;
  logic [11:0]     m_dest;

  snic_egress #(
      .DATA_W(W), .MAX_FRAME_BYTES(MAX), .CREDITS(CREDITS), .QUEUE_BYTES(QUEUE_BYTES)
  ) dut (
      .clk, .rst,
      .vrd_valid_i(vrd_valid), .vrd_reason_i(reason_of(vn)), .vrd_dest_i(2'(dest[vn])),
      .vrd_copies_i(3'(copies[vn])),
      .vrd_tenant_i(12'(vn)), .vrd_queue_i(12'(vn * 5)), .vrd_resume_i(8'(resume[vn])),
      .vrd_prefix_bytes_i(7'(prefix[vn])), .vrd_edit_bytes_i(7'(edited[vn])), .vrd_edit_i(vrd_edit),
      .vrd_length_i(14'(length[vn])),
      .vrd_count_bytes_i(14'(vn * 3)), .vrd_prefix_i(vrd_prefix),
      .side_valid_i(1'b1), .side_ready_o(side_ready), .side_time_ns_i(64'(vn) * 64'h1_0000_0001),
      .side_tag_i(16'(vn)), .side_length_i(14'(flen[vn])),
      .side_beats_i(BEATS_W'(beats_of(flen[vn]))),
      .pay_valid_i(pn < FRAMES && pn < vn && !pay_gap), .pay_ready_o(pay_ready),
      .pay_data_i(pay_data),
      .credit_o(credit),
      .count_valid_o(count_valid), .count_tenant_o(count_tenant), .count_reason_o(count_reason),
      .count_bytes_o(count_bytes), .count_tag_o(count_tag), .count_dest_o(count_dest),
      .count_copies_o(count_copies), .count_lost_o(count_lost),
      .m_axis_wire_tdata(m_data[0 +: W]), .m_axis_wire_tkeep(m_keep[0 +: B]),
      .m_axis_wire_tvalid(m_valid[0]), .m_axis_wire_tready(m_ready[0]),
      .m_axis_wire_tlast(m_last[0]), .m_axis_wire_tuser(m_user[0 +: 80]),
      .m_axis_host_tdata(m_data[W +: W]), .m_axis_host_tkeep(m_keep[B +: B]),
      .m_axis_host_tvalid(m_valid[1]), .m_axis_host_tready(m_ready[1]),
      .m_axis_host_tlast(m_last[1]), .m_axis_host_tuser(m_user[80 +: 80]),
      .m_axis_host_tdest(m_dest),
      .m_axis_slow_tdata(m_data[2*W +: W]), .m_axis_slow_tkeep(m_keep[2*B +: B]),
      .m_axis_slow_tvalid(m_valid[2]), .m_axis_slow_tready(m_ready[2]),
      .m_axis_slow_tlast(m_last[2]), .m_axis_slow_tuser(m_user[160 +: 80])
  );

  // what is expected at each output: the frames that were admitted, in order
  int want [3][FRAMES];
  int want_n [3], got_n [3], got_b [3], waiting [3];
  int cn = 0, full = 0, lost = 0, clock = 0, first_slot = -1, last_slot = 0, slots = 0;
  int first_verdict = -1, first_out = -1, last_move = 0;

  task automatic check_beat(input int o);
    int n, i;
    logic [15:0] tag;
    if (got_n[o] >= want_n[o]) begin
      fail("a beat that was not announced", 0, o);
    end else begin
      n = want[o][got_n[o]];
      for (int l = 0; l < B; l++) begin
        i = got_b[o] * B + l;
        if (m_keep[o*B+l] !== (i < total[n])) fail("tkeep", n, i);
        if (i >= total[n]) begin
          if (m_data[o*W+l*8 +: 8] !== 8'h0) fail("a byte behind the end is not zero", n, i);
        end else if (i < prefix[n]) begin
          if (m_data[o*W+l*8 +: 8] !== prefix_byte(n, i)) fail("prefix byte", n, i);
        end else if (i < ins[n]) begin
          if (m_data[o*W+l*8 +: 8] !== edit_byte(n, i - prefix[n])) fail("edited byte", n, i);
        end else if (m_data[o*W+l*8 +: 8] !== frame_byte(n, i - ins[n] + resume[n])) begin
          fail("frame byte", n, i);
        end
      end
      tag = dest[n] == o + 1 ? 16'(n) : 16'd0;
      if (m_user[o*80 +: 80] !== {64'(n) * 64'h1_0000_0001, tag}) fail("tuser", n, got_b[o]);
      if (o == 1 && m_dest !== 12'(n * 5)) fail("tdest", n, got_b[o]);
      if (m_last[o] !== ((got_b[o] + 1) * B >= total[n])) fail("tlast", n, got_b[o]);
      waiting[o]--;
      if (m_last[o]) begin
        got_n[o]++;
        got_b[o] = 0;
      end else got_b[o]++;
    end
  endtask

  // an output's part in a frame: it gets it, if it had room
  task automatic check_output(input int n, input int o, input logic got, input logic refused);
    if (got === refused) fail("neither given nor refused", n, o);
    if (refused) begin
      if (MODE != 1) fail("refused without a stall", n, o);
      if (DEPTH - waiting[o] - 2 >= beats_of(total[n])) fail("refused with room", n, waiting[o]);
    end else begin
      waiting[o] += beats_of(total[n]);
      if (waiting[o] > DEPTH) fail("admitted without room", n, waiting[o]);
      if (total[n] > 0) begin
        want[o][want_n[o]] = n;
        want_n[o]++;
      end
    end
  endtask

  task automatic check_count;
    int n;
    logic emits, empty;
    n = cn;
    cn++;
    empty = total[n] == 0;
    emits = 0;
    if (count_tenant !== 12'(n) || count_bytes !== 14'(n * 3) || count_tag !== 16'(n)) begin
      fail("count event", n, 0);
    end
    if (dest[n] == 0 || count_reason !== FULL) begin
      if (count_reason !== reason_of(n)) fail("reason", n, 0);
      if (count_dest !== (empty ? 2'd0 : 2'(dest[n]))) fail("dest", n, 0);
    end else begin
      full++;
      if (count_dest !== 2'd0) fail("dest of a drop", n, 0);
    end
    for (int o = 0; o < 3; o++) begin
      if (dest[n] == o + 1) begin
        check_output(n, o, count_reason !== FULL, count_reason === FULL);
        if (count_copies[o] || count_lost[o]) fail("the original is no copy", n, o);
        emits |= count_reason !== FULL;
      end else if (copies[n][o]) begin
        check_output(n, o, empty ? !count_lost[o] : count_copies[o], count_lost[o]);
        if (count_lost[o]) lost++;
        emits |= !count_lost[o];
      end else if (count_copies[o] || count_lost[o]) fail("a copy that nobody wants", n, o);
    end
    if (emits && beats_of(total[n]) > beats_of(flen[n])) slots += beats_of(total[n]);
    else slots += beats_of(flen[n]);
  endtask

  always @(posedge clk) if (!rst) begin
    clock++;
    for (int o = 0; o < 3; o++) if (m_valid[o] && m_ready[o]) check_beat(o);
    if (|m_valid && first_out < 0) first_out = clock;
    if (vrd_valid && first_verdict < 0 && dest[vn] != 0) first_verdict = clock;
    if (count_valid) check_count;
    if (dut.cmd_valid_q) begin
      if (first_slot < 0) first_slot = clock;
      last_slot = clock;
    end
    if (side_ready !== vrd_valid) fail("side information is popped by its verdict", vn, 0);
    if (count_valid !== credit) fail("a credit per frame", cn, 0);
    in_flight = in_flight + (vrd_valid ? 1 : 0) - (credit ? 1 : 0);
    last_move = (vrd_valid || count_valid || |(m_valid & m_ready)) ? clock : last_move;
    if (clock - last_move > 40000) begin  // longer than the longest stall of an output
      fail("hangs", cn, 0);
      $fatal(1, "stopped");
    end
    if (pay_ready && dut.pay_valid_i) begin
      if ((pb + 1) * B >= flen[pn]) begin
        pn <= pn + 1;
        pb <= 0;
      end else pb <= pb + 1;
    end
    if (vrd_valid) vn_next = vn_next + 1;
    vn        <= vn_next;
    vrd_valid <= vn_next < FRAMES && in_flight + 2 < CREDITS && (MODE != 1 || pick(0, 3) != 0);
    pay_gap   <= MODE == 1 && pick(0, 3) == 0;
    for (int o = 0; o < 3; o++) begin
      // long stalls, output by output, so that queues do fill up
      m_ready[o] <= MODE != 1 || (((clock >> (18 - $clog2(B))) + o) % 3 != 0 && pick(0, 9) < 8);
    end
    if (cn == FRAMES && pn == FRAMES && got_n[0] == want_n[0] && got_n[1] == want_n[1]
        && got_n[2] == want_n[2]) finish_up;
  end

  task automatic finish_up;
    int clocks;
    clocks = last_slot - first_slot + 1;
    if (MODE != 1 && clocks != slots) fail("clocks", clocks, slots);
    if (MODE != 1 && first_out - first_verdict != LATENCY) begin
      fail("latency", 0, first_out - first_verdict);
    end
    if (MODE == 1 && (full == 0 || lost == 0)) begin
      fail("no queue ever filled up: the test is too easy", full, lost);
    end
    $display("%s W=%0d MODE=%0d SEED=%0d frames %0d clocks %0d of %0d queue_full %0d lost %0d",
             errors == 0 ? "PASS" : "FAIL", W, MODE, SEED, cn, clocks, slots, full, lost);
    if (errors != 0) $fatal(1, "errors");
    $finish;
  endtask

  initial begin
    void'($value$plusargs("MODE=%d", MODE));
    void'($value$plusargs("SEED=%d", SEED));
    state = 64'(SEED) * 64'h9E37_79B9_7F4A_7C15 + 64'd88172645463325252;
    make_frames;
    for (int o = 0; o < 3; o++) begin
      want_n[o] = 0; got_n[o] = 0; got_b[o] = 0; waiting[o] = 0;
    end
    repeat (4) @(negedge clk);
    rst = 0;
  end
endmodule
