// Every input to every output, and copies to others: random frames through snic_core with kernels
// that do what the frame says (directed_kernels.sv). Every byte, tag, time and queue of what
// leaves; one end for each frame of host and slow port; and conservation, at each input: frames in
// + copies = frames out + drops. Copies that are lost are counted by themselves.
//
// MODE 0: nothing stalls. MODE 1: inputs and outputs stall, so that queues fill up. MODE 2: one
// output at a time is all that frames go to, and where both directions wait for it they take turns.
module core_tb
  import directed_pkg::*;
#(
    parameter int W      = 512,
    parameter int FRAMES = 3000
);
  localparam int B     = W / 8;
  localparam int MAX   = 9216;
  localparam int IN    = 3;  // wire, host, slow; outputs too
  localparam int QUEUE = 32768;

  logic clk = 0, rst = 1;
  always #2 clk = !clk;
  logic [63:0] time_ns = 1;
  int MODE = 0, SEED = 1, clock = 0, errors = 0, idle = 0;
  logic [63:0] state;

  // the frames; of input `source`, each names itself in its tag
  order_t order [FRAMES];
  int source [FRAMES], flen [FRAMES], total [FRAMES];
  logic [63:0] came [FRAMES];
  int lane [IN][FRAMES], queued [IN];

  function automatic int pick(input int low, input int high);
    state = state ^ (state << 13);
    state = state ^ (state >> 7);
    state = state ^ (state << 17);
    pick = low + int'(state[62:32]) % (high - low + 1);
  endfunction

  task automatic make_frames;
    int avail, front;
    for (int s = 0; s < IN; s++) queued[s] = 0;
    for (int n = 0; n < FRAMES; n++) begin
      // both directions have as much to send where they shall take turns
      source[n] = MODE == 2 && n % 2 == 0 ? 0 : pick(MODE == 2 ? 1 : 0, IN - 1);
      case (pick(0, 9))
        0, 1, 2, 3, 4: flen[n] = pick(ORDER_BYTES, 127);
        5, 6, 7, 8:    flen[n] = pick(64, 1600);
        default:       flen[n] = pick(0, 9) == 0 ? MAX : pick(100, 4000);
      endcase
      order[n].id           = 32'(n);
      order[n].dest         = MODE == 2 ? 2'(1 + 3 * n / FRAMES) : 2'(pick(0, 3));
      order[n].copies       = MODE == 2 ? 3'd0 : 3'(pick(0, 2) == 0 ? pick(0, 7) : 0);
      order[n].to           = 12'(pick(0, 4095));
      order[n].prefix_bytes = 7'(pick(0, 1) * pick(0, PREFIX));
      order[n].edit_bytes   = 7'(pick(0, 1) * pick(0, EDIT));
      order[n].resume       = 8'(pick(0, 1) * pick(0, 255));
      order[n].length       = 14'(pick(0, 3) == 0 ? pick(0, 9216) : MAX);
      front = order[n].prefix_bytes + order[n].edit_bytes;
      avail = flen[n] > order[n].resume ? flen[n] - order[n].resume : 0;
      if (order[n].length < avail) avail = order[n].length;
      if (front + avail == 0) begin
        order[n].prefix_bytes = 1;
        front = 1;
      end
      total[n] = front + avail;
      lane[source[n]][queued[source[n]]] = n;
      queued[source[n]]++;
    end
  endtask

  function automatic int beats_of(input int bytes);
    return (bytes + B - 1) / B;
  endfunction

  task automatic fail(input string what, input int n, input int i);
    $display("FAIL W=%0d MODE=%0d SEED=%0d frame %0d at %0d: %s", W, MODE, SEED, n, i, what);
    errors++;
    if (errors > 5) $fatal(1, "too many errors");
  endtask

  // the inputs
  int at [IN], beat [IN];
  logic [IN-1:0]    s_gap = '0, s_valid, s_ready, s_last;
  logic [IN*W-1:0]  s_data;
  logic [IN*B-1:0]  s_keep;
  logic [IN*17-1:0] s_user;
  always_comb begin
    for (int s = 0; s < IN; s++) begin
      automatic int n = lane[s][at[s] < queued[s] ? at[s] : 0];
      s_valid[s] = !rst && at[s] < queued[s] && !s_gap[s];
      s_last[s]  = (beat[s] + 1) * B >= flen[n];
      s_user[s*17 +: 17] = {tag_of(n), 1'b0};
      for (int l = 0; l < B; l++) begin
        s_keep[s*B+l]         = beat[s] * B + l < flen[n];
        s_data[s*W+l*8 +: 8]  = beat[s] * B + l < flen[n] ? frame_byte(order[n], beat[s] * B + l)
                                : 8'd0;
      end
    end
  end

  function automatic logic [15:0] tag_of(input int n);
    return 16'h8000 | 16'(n);
  endfunction

  logic [IN-1:0]    m_valid, m_last, m_ready = '0;
  logic [IN*W-1:0]  m_data;
  logic [IN*B-1:0]  m_keep;
  logic [IN*80-1:0] m_user;
  logic [11:0]      m_dest;
  logic             end_valid, wr_ready;
  logic [15:0]      end_tag;
  logic [1:0]       end_dest;
  logic [31:0]      rd_data;

  snic_core #(
      .DATA_W(W), .MAX_FRAME_BYTES(MAX), .QUEUE_BYTES(QUEUE)
  ) dut (
      .clk, .rst, .time_ns_i(time_ns), .generation_i(1'b0), .hash_key_i(64'd0),
      .s_axis_wire_tdata(s_data[0*W +: W]), .s_axis_wire_tkeep(s_keep[0*B +: B]),
      .s_axis_wire_tvalid(s_valid[0]), .s_axis_wire_tready(s_ready[0]),
      .s_axis_wire_tlast(s_last[0]), .s_axis_wire_tuser(s_user[0*17 +: 17]),
      .s_axis_host_tdata(s_data[1*W +: W]), .s_axis_host_tkeep(s_keep[1*B +: B]),
      .s_axis_host_tvalid(s_valid[1]), .s_axis_host_tready(s_ready[1]),
      .s_axis_host_tlast(s_last[1]), .s_axis_host_tuser(s_user[1*17 +: 17]),
      .s_axis_host_tid(12'd5),
      .s_axis_slow_tdata(s_data[2*W +: W]), .s_axis_slow_tkeep(s_keep[2*B +: B]),
      .s_axis_slow_tvalid(s_valid[2]), .s_axis_slow_tready(s_ready[2]),
      .s_axis_slow_tlast(s_last[2]), .s_axis_slow_tuser(s_user[2*17 +: 17]),
      .m_axis_wire_tdata(m_data[0*W +: W]), .m_axis_wire_tkeep(m_keep[0*B +: B]),
      .m_axis_wire_tvalid(m_valid[0]), .m_axis_wire_tready(m_ready[0]),
      .m_axis_wire_tlast(m_last[0]), .m_axis_wire_tuser(m_user[0*80 +: 80]),
      .m_axis_host_tdata(m_data[1*W +: W]), .m_axis_host_tkeep(m_keep[1*B +: B]),
      .m_axis_host_tvalid(m_valid[1]), .m_axis_host_tready(m_ready[1]),
      .m_axis_host_tlast(m_last[1]), .m_axis_host_tuser(m_user[1*80 +: 80]),
      .m_axis_host_tdest(m_dest),
      .m_axis_slow_tdata(m_data[2*W +: W]), .m_axis_slow_tkeep(m_keep[2*B +: B]),
      .m_axis_slow_tvalid(m_valid[2]), .m_axis_slow_tready(m_ready[2]),
      .m_axis_slow_tlast(m_last[2]), .m_axis_slow_tuser(m_user[2*80 +: 80]),
      .wr_valid_i(1'b0), .wr_ready_o(wr_ready), .wr_addr_i(16'd0), .wr_data_i(32'd0),
      .rd_valid_i(1'b0), .rd_addr_i(16'd0), .rd_data_o(rd_data),
      .tx_end_valid_o(end_valid), .tx_end_tag_o(end_tag), .tx_end_dest_o(end_dest)
  );

  // what is to leave, by direction and output, in order; what has become of all frames
  int want [2][IN][FRAMES], wanted [2][IN], got [2][IN];
  int in_n [IN], pairs [IN][IN], drops [IN], out_n = 0, fates = 0, due = 0;
  int copied [IN][IN], made [IN], lost [IN];
  logic ended [FRAMES];

  task automatic leaves(input int dir, input int n, input int o);
    want[dir][o][wanted[dir][o]] = n;
    wanted[dir][o]++;
    due++;
  endtask

  task automatic fate(input int dir, input logic [15:0] tag, input logic [7:0] reason,
                      input logic [1:0] dest, input logic [2:0] gets, input logic [2:0] misses);
    int n;
    logic [2:0] copies;
    n = int'(tag[14:0]);
    fates++;
    if (tag[15] !== 1'b1 || n >= FRAMES || ended[n]) begin
      fail("an end of no frame, or a second one", n, 0);
      return;
    end
    ended[n] = 1;
    if ((source[n] == 0) !== (dir == 0)) fail("direction", n, dir);
    if (dest === 2'd0) begin
      drops[source[n]]++;
      if (order[n].dest != 0 && reason !== snic_verdict_pkg::REASON_QUEUE_FULL) begin
        fail("dropped, and not counted so", n, reason);
      end
    end else begin
      if (dest !== order[n].dest) fail("another output", n, dest);
      leaves(dir, n, dest - 1);
    end
    copies = order[n].copies & ~3'((1 << order[n].dest) >> 1);
    if ((gets & misses) !== '0 || (gets | misses) !== copies) fail("copies", n, gets);
    for (int o = 0; o < IN; o++) begin
      if (gets[o]) begin
        leaves(dir, n, o);
        made[o]++;
      end
      if (misses[o]) lost[o]++;
    end
    if (order[n].dest == 0 || dest !== 0) begin
      if (reason !== reason_of(order[n])) fail("reason", n, reason);
    end
  endtask

  // the frame that is leaving, from its first beat on
  int out_frame [IN], out_beat [IN], out_dir [IN], turn [IN], turns [IN];

  function automatic logic [7:0] out_byte(input int n, input int i);
    int front;
    front = order[n].prefix_bytes + order[n].edit_bytes;
    return i < order[n].prefix_bytes ? prefix_byte(order[n], i)
           : i < front ? edit_byte(order[n], i - order[n].prefix_bytes)
           : frame_byte(order[n], i - front + order[n].resume);
  endfunction

  // copies of two directions may have the same time and tag
  function automatic logic begins(input int n, input int o);
    begins = 1;
    for (int i = 0; i < B; i++) begin
      if (i < total[n] && m_data[o*W+i*8 +: 8] !== out_byte(n, i)) begins = 0;
    end
  endfunction

  task automatic check_beat(input int o);
    int n, i;
    if (out_beat[o] == 0) begin
      out_frame[o] = -1;
      for (int d = 0; d < 2; d++) begin
        if (out_frame[o] < 0 && got[d][o] < wanted[d][o]) begin
          n = want[d][o][got[d][o]];
          if (m_user[o*80+16 +: 64] === came[n]
              && m_user[o*80 +: 16] === (order[n].dest != o + 1 || (d == 0 && o == 0) ? 16'd0
                                          : tag_of(n))
              && begins(n, o)) begin
            out_frame[o] = n;
            out_dir[o]   = d;
          end
        end
      end
      if (out_frame[o] < 0) begin
        fail("a frame that is nobody's next", int'(m_user[o*80 +: 16]), o);
        $fatal(1, "stopped");
      end
    end
    n = out_frame[o];
    for (int l = 0; l < B; l++) begin
      i = out_beat[o] * B + l;
      if (m_keep[o*B+l] !== (i < total[n])) fail("tkeep", n, i);
      if (i < total[n] && m_data[o*W+l*8 +: 8] !== out_byte(n, i)) fail("byte", n, i);
    end
    if (o == 1 && m_dest !== order[n].to) fail("tdest", n, out_beat[o]);
    if (m_last[o] !== ((out_beat[o] + 1) * B >= total[n])) fail("tlast", n, out_beat[o]);
    if (m_last[o]) begin
      got[out_dir[o]][o]++;
      if (order[n].dest == o + 1) pairs[source[n]][o]++;
      else copied[source[n]][o]++;
      out_n++;
      out_beat[o] = 0;
    end else out_beat[o]++;
  endtask

  // fair: with both directions waiting at an output, they take turns
  logic [IN-1:0] start_q = '1, tx_q = '0, waited_q = '0;
  task automatic check_turns(input int o, input logic [1:0] valid, input logic [1:0] ready,
                             input logic [1:0] lasts);
    logic fire, last, tx;
    fire = |(valid & ready);
    last = |(valid & ready & lasts);
    tx   = ready[1];
    if (fire && start_q[o]) begin
      if (waited_q[o] && tx === tx_q[o]) fail("the same direction again", 0, o);
      if (waited_q[o]) turns[o]++;
      tx_q[o] = tx;
    end
    if (fire) begin
      start_q[o]  = last;
      waited_q[o] = last && valid == 2'b11;
    end
  endtask

  always @(posedge clk) if (!rst) begin
    clock++;
    time_ns <= time_ns + 1;
    for (int s = 0; s < IN; s++) begin
      if (s_valid[s] && s_ready[s]) begin
        if (beat[s] == 0) came[lane[s][at[s]]] = time_ns;
        if (beat[s] == 0) in_n[s]++;
        if (s_last[s]) at[s] <= at[s] + 1;
        beat[s] <= s_last[s] ? 0 : beat[s] + 1;
      end
      s_gap[s]   <= MODE == 1 && pick(0, 3) == 0 && !(s_valid[s] && !s_ready[s]);
      m_ready[s] <= MODE == 1 ? (((clock >> (17 - $clog2(B))) + s) % 3 != 0 && pick(0, 9) < 8)
                    : MODE == 2 ? pick(0, 3) != 0 : 1'b1;
    end
    if (dut.rx.count_valid) begin
      fate(0, dut.rx.unused_count_tag, dut.rx.count_reason, dut.rx.unused_count_dest,
           dut.rx.copies_o, dut.rx.copies_lost_o);
    end
    if (end_valid) begin
      fate(1, end_tag, dut.tx.count_reason, end_dest, dut.tx.copies_o, dut.tx.copies_lost_o);
    end
    for (int o = 0; o < IN; o++) if (m_valid[o] && m_ready[o]) check_beat(o);
    check_turns(0, dut.wire_tvalid, dut.wire_tready, dut.wire_tlast);
    check_turns(1, dut.host_tvalid, dut.host_tready, dut.host_tlast);
    check_turns(2, dut.slow_tvalid, dut.slow_tready, dut.slow_tlast);
    // two clocks more, for what counts the last one
    idle <= fates == FRAMES && out_n == due ? idle + 1 : 0;
    if (idle == 2) finish_up;
    if (clock > 4000000) begin
      fail("hangs", fates, out_n);
      $fatal(1, "stopped");
    end
  end

  task automatic finish_up;
    int left, all;
    all = 0;
    for (int s = 0; s < IN; s++) begin
      left = 0;
      for (int o = 0; o < IN; o++) begin
        left += pairs[s][o];
        if (pairs[s][o] == 0) fail("nothing went from this input to this output", s, o);
        if (MODE != 2 && copied[s][o] == 0) fail("no copy of this input to this output", s, o);
        all += copied[s][o];
      end
      if (in_n[s] != left + drops[s]) fail("conservation", s, in_n[s] - left - drops[s]);
      if (dut.control.copies[64*s +: 64] !== 64'(made[s])) fail("counter of copies", s, made[s]);
      if (dut.control.copies_lost[64*s +: 64] !== 64'(lost[s])) begin
        fail("counter of lost copies", s, lost[s]);
      end
      if (MODE == 1 && lost[s] == 0) fail("no copy was ever lost", s, 0);
      if (MODE == 2 && turns[s] < 20) fail("too few turns to tell", s, turns[s]);
    end
    if (all != made[0] + made[1] + made[2]) fail("copies that were made and never left", all, 0);
    if (FRAMES + all != out_n + drops[0] + drops[1] + drops[2]) fail("conservation of all", all, 0);
    $display("%s W=%0d MODE=%0d SEED=%0d in %0d out %0d copies %0d lost %0d drops %0d turns %0d",
             errors == 0 ? "PASS" : "FAIL", W, MODE, SEED, FRAMES, out_n, all,
             lost[0] + lost[1] + lost[2], drops[0] + drops[1] + drops[2],
             turns[0] + turns[1] + turns[2]);
    if (errors != 0) $fatal(1, "errors");
    $finish;
  endtask

  initial begin
    void'($value$plusargs("MODE=%d", MODE));
    void'($value$plusargs("SEED=%d", SEED));
    state = 64'(SEED) * 64'h9E37_79B9_7F4A_7C15 + 64'd88172645463325252;
    make_frames;
    for (int s = 0; s < IN; s++) begin
      at[s] = 0; beat[s] = 0; in_n[s] = 0; drops[s] = 0; out_beat[s] = 0; turns[s] = 0;
      made[s] = 0; lost[s] = 0;
      for (int o = 0; o < IN; o++) begin
        pairs[s][o] = 0; copied[s][o] = 0;
      end
      for (int d = 0; d < 2; d++) begin
        wanted[d][s] = 0; got[d][s] = 0;
      end
    end
    for (int n = 0; n < FRAMES; n++) ended[n] = 0;
    repeat (4) @(negedge clk);
    rst = 0;
  end
endmodule
