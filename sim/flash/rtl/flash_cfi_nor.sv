// Parallel NOR flash with a common flash interface (JESD68, JEP137), 16 bits wide, asynchronous:
// as Intel's and Micron's P30 behaves (command set 1), or with MICRON=1 as Micron's MT28GU in
// object mode (command set 0200h: E9h, a programming region of 1 KiB is written once per erase).
//
// Pins are looked at once per edge of clk, of either kind (half the simulator's work);
// `elapsed_ns` is the time since the last one. Rules: a command or datum is taken when WE# rises
// after at least 50 ns low; array data are right 110 ns after the address or an enable changed,
// garbage before; every block is locked at power up; program clears bits, erase sets them; errors
// stay in the status register until cleared; while busy only "read status" is taken, anything else
// is ignored (and counted in `misuse_o`); a command sequence that is none sets both error bits.
// Losing power while busy leaves the area in disorder: any for a P30; for an MT28GU, whose regions
// cannot be overwritten, an interrupted erase leaves what erasing goes through, zeros in rising
// order and then anything.
// Not there: suspend, synchronous and page reads, OTP, BEFP, lock-down.
module flash_cfi_nor #(
  parameter int SIZE_LOG2 = 26,  // bytes
  parameter int MICRON = 0
) (
  input  logic        clk,
  input  logic        por_i,
  input  logic [31:0] elapsed_ns_i,
  input  logic [31:0] chaos_i,
  input  logic        ce_n_i,
  input  logic        oe_n_i,
  input  logic        we_n_i,
  input  logic        adv_n_i,
  input  logic [31:0] addr_i,        // of 16-bit words
  input  logic [15:0] dq_i,
  output logic [15:0] dq_o,
  output logic        dq_oe_o,

  // Faults, as in flash_spi_nor; addresses in bytes, the stuck byte is the low one of its word.
  input  logic [32:0] bad_erase_i,
  input  logic [32:0] bad_program_i,
  input  logic [32:0] stuck_i,
  input  logic [7:0]  stuck_low_i,
  input  logic [7:0]  stuck_high_i,

  output logic        busy_o,
  output logic [31:0] misuse_o
);
  localparam int WORDS_LOG2 = SIZE_LOG2 - 1;
  localparam int WORDS = 1 << WORDS_LOG2;
  localparam int BUFFER_WORDS = 512;
  localparam int BLOCK_LOG2 = MICRON != 0 ? 17 : 16;  // words of a main block: 256 or 128 KiB
  localparam int BLOCKS = WORDS >> BLOCK_LOG2;

  localparam logic [31:0] ACCESS_NS = 110;
  localparam logic [31:0] WRITE_PULSE_NS = 50;
  localparam logic [31:0] WORD_NS = 150_000;
  localparam logic [31:0] BUFFER_NS = 880_000;
  localparam logic [31:0] ERASE_NS = 800_000_000;
  localparam logic [31:0] ERASE_SMALL_NS = 400_000_000;

  typedef enum logic [1:0] {ARRAY, STATUS, IDENTITY, QUERY} view_t;
  typedef enum logic [2:0] {FIRST, LOCK, ERASE_CONFIRM, WORD, COUNT, FILL, CONFIRM} step_t;
  typedef enum logic [1:0] {IDLE, PROGRAM, ERASE} work_t;

  logic [15:0] mem[0:WORDS-1] /*verilator public_flat_rw*/;
  logic [15:0] buffer[0:BUFFER_WORDS-1];
  logic unlocked[0:BLOCKS+3];  // four small blocks first, then main blocks
  logic written[0:(MICRON != 0 ? WORDS >> 9 : 1)-1];

  view_t view;
  step_t step;
  work_t work;
  logic we_q, erase_failed, program_failed, lock_failed, busy;
  logic [31:0] addr_q, stable_ns, low_ns, left_ns, total_ns, work_word, work_words, want, got, rng;
  logic [2:0] pins_q;

  initial begin
    {work, we_q, misuse_o} = {IDLE, 1'b1, 32'd0};
    for (int i = 0; i < BLOCKS + 4; i++) unlocked[i] = 1'b0;
    foreach (written[i]) written[i] = 1'b0;
    lose_power();
  end

  // The lowest main block of a P30 "bottom" part is four small ones.
  function automatic logic is_small(input logic [31:0] word);
    is_small = MICRON == 0 && (word >> BLOCK_LOG2) == 0;
  endfunction

  function automatic int block_of(input logic [31:0] word);
    block_of = is_small(word) ? int'(word[15:14]) : 4 + int'((word & 32'(WORDS - 1)) >> BLOCK_LOG2);
  endfunction

  function automatic logic [15:0] query_word(input logic [31:0] at);
    case (at[7:0])
      8'h10: query_word = "Q";
      8'h11: query_word = "R";
      8'h12: query_word = "Y";
      8'h13: query_word = MICRON != 0 ? 16'h00 : 16'h01;
      8'h14: query_word = MICRON != 0 ? 16'h02 : 16'h00;
      8'h15: query_word = 16'h0A;
      8'h16: query_word = 16'h01;
      8'h1B: query_word = 16'h17;
      8'h1C: query_word = 16'h20;
      8'h1F: query_word = 16'h08;                 // 2^8 us a word
      8'h20: query_word = 16'h0A;                 // 2^10 us a buffer
      8'h21: query_word = 16'h0A;                 // 2^10 ms a block
      8'h23: query_word = 16'h01;                 // times two at most
      8'h24: query_word = 16'h02;
      8'h25: query_word = 16'h02;
      8'h27: query_word = 16'(SIZE_LOG2);
      8'h28: query_word = 16'h01;                 // 16 bits
      8'h2A: query_word = 16'h0A;                 // buffer of 2^10 bytes
      8'h2C: query_word = MICRON != 0 ? 16'h01 : 16'h02;
      // Regions: blocks - 1, and bytes of a block / 256.
      8'h2D: query_word = MICRON != 0 ? {8'd0, 8'(BLOCKS - 1)} : 16'h03;
      8'h2E: query_word = MICRON != 0 ? {8'd0, 8'((BLOCKS - 1) >> 8)} : 16'h00;
      8'h2F: query_word = MICRON != 0 ? 16'h00 : 16'h80;
      8'h30: query_word = MICRON != 0 ? 16'h04 : 16'h00;
      8'h31: query_word = MICRON != 0 ? 16'h00 : {8'd0, 8'(BLOCKS - 2)};
      8'h32: query_word = MICRON != 0 ? 16'h00 : {8'd0, 8'((BLOCKS - 2) >> 8)};
      8'h34: query_word = MICRON != 0 ? 16'h00 : 16'h02;
      default: query_word = 16'h00;
    endcase
  endfunction

  function automatic logic [15:0] stored(input logic [31:0] word);
    stored = mem[word[WORDS_LOG2-1:0]];
    if (stuck_i[32] && stuck_i[WORDS_LOG2:1] == word[WORDS_LOG2-1:0])
      stored[7:0] = (stored[7:0] & ~stuck_low_i) | stuck_high_i;
  endfunction

  function automatic logic [31:0] next_random(input logic [31:0] value);
    logic [31:0] v;
    v = value ^ (value << 13);
    v = v ^ (v >> 17);
    next_random = v ^ (v << 5);
  endfunction

  function automatic logic [15:0] shown;
    logic [15:0] sr;
    sr = {8'd0, !busy, 1'b0, erase_failed, program_failed, 2'b00, lock_failed, 1'b0};
    if (busy || step inside {COUNT, FILL, CONFIRM, WORD, ERASE_CONFIRM}) shown = sr;
    else
      case (view)
        STATUS: shown = sr;
        QUERY: shown = query_word(addr_i);
        IDENTITY:
          case (addr_i[7:0])
            8'h00: shown = 16'h0089;
            8'h01: shown = MICRON != 0 ? 16'h88B0 : 16'h8964;
            8'h02: shown = {15'd0, !unlocked[block_of(addr_i)]};
            default: shown = 16'h0000;
          endcase
        default: shown = stored(addr_i);
      endcase
  endfunction

  task automatic sequence_error;
    {erase_failed, program_failed, step, view} = {2'b11, FIRST, STATUS};
  endtask

  task automatic start(input work_t what, input logic [31:0] word, input logic [31:0] words,
                       input logic [31:0] ns);
    {step, view} = {FIRST, STATUS};
    if (!unlocked[block_of(word)]) begin
      lock_failed = 1'b1;
      if (what == ERASE) erase_failed = 1'b1; else program_failed = 1'b1;
    end else begin
      {work, work_words, left_ns, total_ns, busy} = {what, words, ns, ns, 1'b1};
      work_word = word & 32'(WORDS - 1);
    end
  endtask

  task automatic command;
    logic [7:0] code;
    code = dq_i[7:0];
    if (busy) begin
      if (code == 8'h70) view = STATUS; else misuse_o = misuse_o + 1;
    end else
      case (step)
        FIRST:
          case (code)
            8'hFF: view = ARRAY;
            8'h70: view = STATUS;
            8'h90: view = IDENTITY;
            8'h98: view = QUERY;
            8'h50: {erase_failed, program_failed, lock_failed} = 3'b000;
            8'h60: step = LOCK;
            8'h20: step = ERASE_CONFIRM;
            8'h40, 8'h10: if (MICRON == 0) step = WORD; else misuse_o = misuse_o + 1;
            8'hE8: if (MICRON == 0) step = COUNT; else misuse_o = misuse_o + 1;
            8'hE9: if (MICRON != 0) step = COUNT; else misuse_o = misuse_o + 1;
            default: misuse_o = misuse_o + 1;
          endcase
        LOCK: begin
          {step, view} = {FIRST, STATUS};
          case (code)
            8'hD0: unlocked[block_of(addr_i)] = 1'b1;
            8'h01: unlocked[block_of(addr_i)] = 1'b0;
            8'h03: ;  // read configuration: asynchronous it stays
            default: sequence_error();
          endcase
        end
        ERASE_CONFIRM:
          if (code != 8'hD0) sequence_error();
          else if (is_small(addr_i)) start(ERASE, addr_i & ~32'h3FFF, 32'h4000, ERASE_SMALL_NS);
          else start(ERASE, (addr_i >> BLOCK_LOG2) << BLOCK_LOG2, 32'd1 << BLOCK_LOG2, ERASE_NS);
        WORD: begin
          buffer[addr_i[8:0]] = dq_i;
          start(PROGRAM, addr_i, 1, WORD_NS);
        end
        COUNT: begin
          {want, got, step} = {16'd0, dq_i + 16'd1, 32'd0, FILL};
          if (dq_i >= BUFFER_WORDS) sequence_error();
        end
        FILL: begin
          if (got == 0) work_word = addr_i;
          buffer[addr_i[8:0]] = dq_i;
          got = got + 1;
          // All within the buffer's own alignment.
          if ((addr_i ^ work_word) >> 9 != 0) sequence_error();
          else if (got == want) step = CONFIRM;
        end
        CONFIRM: if (code == 8'hD0) program_buffer(); else sequence_error();
        default: ;
      endcase
  endtask

  task automatic program_buffer;
    if (MICRON != 0 && written[$clog2(WORDS >> 9)'(work_word >> 9)]) begin
      // Object mode: a region that has been written is written no more.
      {program_failed, step, view} = {1'b1, FIRST, STATUS};
    end else start(PROGRAM, work_word, want, BUFFER_NS);
  endtask

  function automatic logic is_bad(input logic [32:0] fault);
    is_bad = fault[32] && (fault[31:0] >> 1) >= work_word && (fault[31:0] >> 1)
        < work_word + work_words;
  endfunction

  task automatic finish;
    logic [WORDS_LOG2-1:0] at;
    if (work == PROGRAM ? is_bad(bad_program_i) : is_bad(bad_erase_i)) begin
      if (work == PROGRAM) program_failed = 1'b1; else erase_failed = 1'b1;
    end else
      for (int i = 0; i < int'(work_words); i++) begin
        at = WORDS_LOG2'(work_word + i);
        mem[at] = work == PROGRAM ? mem[at] & buffer[at[8:0]] : 16'hFFFF;
        if (MICRON != 0) written[at[WORDS_LOG2-1:9]] = work == PROGRAM;
      end
    {work, busy} = {IDLE, 1'b0};
  endtask

  task automatic lose_power;
    logic [WORDS_LOG2-1:0] at;
    rng = chaos_i | 32'd1;
    if (work != IDLE)
      for (int i = 0; i < int'(work_words); i++) begin
        rng = next_random(rng);
        at = WORDS_LOG2'(work_word + i);
        if (work == PROGRAM) mem[at] = mem[at] & (buffer[at[8:0]] | rng[15:0]);
        else if (MICRON != 0) begin
          if (left_ns < total_ns / 2) mem[at] = rng[31:16] & rng[15:0];
          else if (64'(i) * total_ns < 64'(total_ns - left_ns) * work_words * 2) mem[at] = 16'h0;
        end else
          case (rng[17:16])
            2'd0: mem[at] = 16'hFFFF;
            2'd1: mem[at] = mem[at] & rng[15:0];
            2'd2: mem[at] = mem[at] | rng[15:0];
            default: ;
          endcase
        if (MICRON != 0) written[at[WORDS_LOG2-1:9]] = 1'b1;
      end
    for (int i = 0; i < BLOCKS + 4; i++) unlocked[i] = 1'b0;
    {work, busy, view, step} = {IDLE, 1'b0, ARRAY, FIRST};
    {erase_failed, program_failed, lock_failed, stable_ns, low_ns} = {3'b000, 64'd0};
  endtask

  assign busy_o = busy;

  /* verilator lint_off BLKSEQ */
  always @(posedge clk or negedge clk) begin
    if (busy) begin
      left_ns = left_ns > elapsed_ns_i ? left_ns - elapsed_ns_i : 0;
      if (left_ns == 0 && !por_i) finish();
    end
    if (por_i) begin
      lose_power();
      dq_oe_o = 1'b0;
    end else begin
      // A write ends; its pulse was low since low_ns.
      if (!we_q && (we_n_i || ce_n_i)) begin
        if (low_ns >= WRITE_PULSE_NS) command(); else misuse_o = misuse_o + 1;
      end
      low_ns = we_n_i || ce_n_i ? 0 : low_ns + elapsed_ns_i;
      stable_ns = {addr_i, ce_n_i, oe_n_i, adv_n_i} == {addr_q, pins_q}
          ? stable_ns + elapsed_ns_i : 0;
      dq_oe_o = !ce_n_i && !oe_n_i && we_n_i;
      dq_o = stable_ns >= ACCESS_NS && !adv_n_i ? shown() : 16'hA5A5 ^ addr_i[15:0];
    end
    we_q = por_i || we_n_i || ce_n_i;
    {addr_q, pins_q} = {addr_i, ce_n_i, oe_n_i, adv_n_i};
  end
  /* verilator lint_on BLKSEQ */
endmodule
