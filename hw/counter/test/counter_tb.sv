// snic_counter against a model in order: events of few and of many reasons, back to back and with
// gaps, while the host reads and clears counters of both kinds. At the end every counter is read,
// and both kinds have counted the same packets and bytes.
//
// +MODE=0 an event in every clock that the host leaves, of few reasons and tenants; 1 random
// events with gaps; 2 one reason of one tenant, in every clock that the host leaves. +SEED=n.
module counter_tb #(
    parameter int TENANTS = 64,
    parameter int EVENTS  = 20000
);
  localparam int CLASSES = 16;
  localparam int REASONS = 256;
  localparam int COUNTERS = TENANTS * CLASSES + REASONS;  // the model: tenants' first
  localparam int OF_ALL  = 17'h10000;

  logic        clk = 1'b0, rst = 1'b1;
  logic        valid = 1'b0, host_valid = 1'b0, host_clear = 1'b0, host_done, starving;
  logic [11:0] tenant;
  logic [7:0]  reason;
  logic [13:0] bytes;
  logic [16:0] host_index;
  logic [47:0] host_packets;
  logic [55:0] host_bytes;

  always #1 clk = !clk;

  snic_counter #(.TENANTS(TENANTS), .STARVE_CLOCKS(16)) dut (
      .clk, .rst,
      .valid_i(valid), .tenant_i(tenant), .reason_i(reason), .bytes_i(bytes),
      .host_valid_i(host_valid), .host_clear_i(host_clear), .host_index_i(host_index),
      .host_done_o(host_done), .host_packets_o(host_packets), .host_bytes_o(host_bytes),
      .starving_o(starving)
  );

  int MODE, SEED, errors = 0, events = 0, accesses = 0, repeats = 0, waits = 0;
  longint packets [COUNTERS], total [COUNTERS], sum_bytes [COUNTERS], total_bytes [COUNTERS];

  function automatic int pick(int low, int high);
    return low + $urandom_range(high - low);
  endfunction

  task automatic fail(string what, int at);
    errors++;
    if (errors < 20) $display("FAIL: %s: counter %0d", what, at);
  endtask

  // where the model has a counter that the host names; -1: there is none
  function automatic int place(logic [16:0] index);
    if (index[16]) return index[15:0] < REASONS ? TENANTS * CLASSES + int'(index[15:0]) : -1;
    return int'(index[15:0]) < TENANTS * CLASSES ? int'(index[15:0]) : -1;
  endfunction

  task automatic count(int at);
    packets[at]++;
    total[at]++;
    sum_bytes[at]   += longint'(bytes);
    total_bytes[at] += longint'(bytes);
  endtask

  // what the host must be given: decided in the first clock without an event
  logic   taken = 1'b0;
  longint want_packets, want_bytes;

  always @(posedge clk) if (!rst) begin
    if (host_valid && !taken && !valid) begin
      automatic int at = place(host_index);
      taken = 1'b1;
      want_packets = at < 0 ? 0 : packets[at];
      want_bytes   = at < 0 ? 0 : sum_bytes[at];
      if (host_clear && at >= 0) begin
        packets[at]   = 0;
        sum_bytes[at] = 0;
      end
    end
    if (host_done) begin
      accesses++;
      if (!taken || 64'(host_packets) != want_packets) fail("packets", place(host_index));
      if (64'(host_bytes) != want_bytes) fail("bytes", place(host_index));
      taken = 1'b0;
    end
    if (valid) begin
      count(int'(tenant) * CLASSES + int'(reason[7:4]));
      count(TENANTS * CLASSES + int'(reason));
      events++;
    end
    if (starving) waits++;
  end

  // events
  always @(posedge clk) begin
    automatic logic [7:0] last = reason;
    automatic logic was = valid;
    valid <= !rst && events < EVENTS && !starving && (MODE != 1 || pick(0, 2) != 0);
    bytes <= 14'(pick(0, 16383));
    tenant <= 12'(MODE == 2 ? 3 : MODE == 0 ? pick(0, 2) : pick(0, TENANTS - 1));
    reason <= MODE == 2 ? 8'h41 : MODE == 0 ? 8'(8'h3f + pick(0, 3)) : 8'(pick(0, 255));
    if (was && last == reason) repeats++;
  end

  // away from the edge at which all else is seen
  task automatic access(logic [16:0] index, logic clear);
    @(negedge clk);
    host_index = index;
    host_clear = clear;
    host_valid = 1'b1;
    do @(negedge clk); while (!host_done);
    @(negedge clk) host_valid = 1'b0;
  endtask

  initial begin
    longint sum, sum_of_bytes;
    if (!$value$plusargs("MODE=%d", MODE)) MODE = 0;
    if (!$value$plusargs("SEED=%d", SEED)) SEED = 1;
    void'($urandom(SEED));
    foreach (packets[n]) begin
      packets[n] = 0; total[n] = 0; sum_bytes[n] = 0; total_bytes[n] = 0;
    end
    repeat (4) @(negedge clk);
    rst = 1'b0;
    while (events < EVENTS) begin
      // mostly what is counted now; sometimes what is not there
      case (pick(0, 3))
        0: access(17'({tenant, reason[7:4]}), 1'(pick(0, 1)));
        1: access(17'(OF_ALL | int'(reason)), 1'(pick(0, 1)));
        2: access(17'(pick(0, 2 * TENANTS * CLASSES)), 1'b0);
        default: access(17'(OF_ALL + pick(0, 2 * REASONS)), 1'b1);
      endcase
      repeat (pick(0, 5)) @(posedge clk);
    end
    repeat (10) @(posedge clk);
    for (int n = 0; n < TENANTS * CLASSES; n++) access(17'(n), 1'b0);
    for (int n = 0; n < REASONS; n++) access(17'(OF_ALL + n), 1'b0);
    for (int c = 0; c < CLASSES; c++) begin
      sum = 0;
      sum_of_bytes = 0;
      for (int t = 0; t < TENANTS; t++) begin
        sum += total[t*CLASSES + c];
        sum_of_bytes += total_bytes[t*CLASSES + c];
      end
      for (int n = 0; n < CLASSES; n++) begin
        sum -= total[TENANTS*CLASSES + c*CLASSES + n];
        sum_of_bytes -= total_bytes[TENANTS*CLASSES + c*CLASSES + n];
      end
      if (sum != 0 || sum_of_bytes != 0) fail("both kinds of class", c);
    end
    if (MODE != 1 && waits == 0) fail("the host never waited", 0);
    if (MODE == 2 && repeats < EVENTS / 2) fail("events back to back", repeats);
    $display("%s: tenants %0d mode %0d seed %0d: %0d events, %0d accesses", errors == 0 ? "PASS"
             : "FAIL", TENANTS, MODE, SEED, events, accesses);
    if (errors != 0) $fatal(1, "failed");
    $finish;
  end
endmodule
