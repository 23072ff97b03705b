// Serial NOR flash, as Micron's MT25QU behaves (its data sheet; extended SPI protocol, mode 0).
//
// Pins are looked at once per edge of clk, of either kind (half the simulator's work);
// `elapsed_ns` is the time since the last one. Rules: writes need the write enable latch and take
// effect when chip select rises on a whole byte; a page program wraps within 256 bytes and clears
// bits only; an erase sets them; while busy only the status registers can be read, anything else is
// ignored (and counted in `misuse_o`); protected areas refuse, and say so in the flag status
// register. Losing power while busy leaves the area being changed in disorder. Not there: suspend,
// bulk erase, dual and quad address phases, DTR, XIP, OTP, locks per sector.
module flash_spi_nor #(
  parameter int SIZE_LOG2 = 26  // bytes: 25 = 256 Mbit, 26 = 512 Mbit
) (
  input  logic        clk,
  input  logic        por_i,         // power comes back: volatile state is lost
  input  logic [31:0] elapsed_ns_i,
  input  logic [31:0] chaos_i,       // seed of what an interrupted operation leaves behind
  input  logic        cs_n_i,
  input  logic        sclk_i,
  input  logic [3:0]  dq_i,
  output logic [3:0]  dq_o,
  output logic [3:0]  dq_oe_o,

  // Faults: bits 31:0 of an address, enabled by bit 32.
  input  logic [32:0] bad_erase_i,   // the 4 KiB around it cannot be erased
  input  logic [32:0] bad_program_i, // the page around it cannot be programmed
  input  logic [32:0] stuck_i,       // a byte with bits that never change:
  input  logic [7:0]  stuck_low_i,
  input  logic [7:0]  stuck_high_i,

  output logic        busy_o,
  output logic [31:0] misuse_o       // commands that the part ignored
);
  localparam int PAGE_BYTES = 256;
  localparam int SIZE = 1 << SIZE_LOG2;
  localparam int SECTORS_LOG2 = SIZE_LOG2 - 16;

  // Typical times of the data sheet, in ns.
  localparam logic [31:0] PAGE_NS = 120_000;
  localparam logic [31:0] ERASE_4K_NS = 50_000_000;
  localparam logic [31:0] ERASE_32K_NS = 100_000_000;
  localparam logic [31:0] ERASE_64K_NS = 150_000_000;
  localparam logic [31:0] WRITE_STATUS_NS = 1_300_000;

  typedef enum logic [2:0] {OPCODE, ADDRESS, DUMMY, DATA_IN, DATA_OUT, IGNORE} phase_t;
  typedef enum logic [1:0] {IDLE, PROGRAM, ERASE, WRITE_STATUS} work_t;

  logic [7:0] mem[0:SIZE-1] /*verilator public_flat_rw*/;
  logic [7:0] status /*verilator public_flat_rw*/;  // bits 7:2 are not volatile

  logic [7:0] page[0:PAGE_BYTES-1];
  phase_t phase;
  work_t work;
  logic cs_q, sclk_q, four_byte, reset_enabled, quad, whole;
  logic erase_failed, program_failed, protect_failed;
  logic [7:0] opcode, shift, extended;
  logic [31:0] address, work_address, work_bytes, left_ns, rng;
  logic [5:0] bits;       // still to come, of the opcode or the address
  logic [5:0] dummies;
  logic [3:0] out_bits;   // of `shift` that are not shown yet
  logic [31:0] count;     // bytes of the data phase

  initial begin
    {status, work, cs_q, sclk_q, misuse_o} = {8'h00, IDLE, 1'b1, 1'b0, 32'd0};
    lose_power();
  end

  function automatic logic [7:0] id_byte(input logic [31:0] index);
    case (index)
      0: id_byte = 8'h20;                                         // Micron
      1: id_byte = 8'hBB;                                         // 1.8 V
      2: id_byte = SIZE_LOG2 <= 25 ? 8'(SIZE_LOG2) : 8'h20 + 8'(SIZE_LOG2 - 26);
      3: id_byte = 8'h10;                                         // bytes that follow
      default: id_byte = 8'h00;
    endcase
  endfunction

  // JESD216: header, one parameter header, basic flash parameter table at 0x30.
  function automatic logic [31:0] sfdp_word(input logic [31:0] index);
    case (index)
      0: sfdp_word = 32'h5044_4653;
      1: sfdp_word = 32'hFF00_0106;
      2: sfdp_word = 32'h1001_0600;
      3: sfdp_word = 32'hFF00_0030;
      12: sfdp_word = 32'hFFFB_20E5 & ~32'h0008_0000;            // 4 KiB by 20h, 1-1-4 reads
      13: sfdp_word = (32'd1 << (SIZE_LOG2 + 3)) - 32'd1;        // bits - 1
      14: sfdp_word = 32'h6B08_EB0A;                             // 1-1-4: 6Bh, 8 dummy clocks
      15: sfdp_word = 32'hBB08_3B08;
      19: sfdp_word = 32'h520F_200C;                             // 4 KiB 20h, 32 KiB 52h
      20: sfdp_word = 32'h0000_D810;                             // 64 KiB D8h
      22: sfdp_word = 32'h0000_0080;                             // pages of 2^8 bytes
      default: sfdp_word = 32'd0;
    endcase
  endfunction

  // Block protection: 2^(BP-1) sectors of 64 KiB at the top, or (bit 5) at the bottom.
  function automatic logic is_protected(input logic [31:0] at);
    logic [3:0] bp;
    logic [31:0] sectors, sector;
    bp = {status[6], status[4:2]};
    sectors = bp == 0 ? 0 : bp > 4'(SECTORS_LOG2) ? 32'd1 << SECTORS_LOG2 : 32'd1 << (bp - 1);
    sector = at >> 16;
    is_protected = status[5] ? sector < sectors : sector >= (32'd1 << SECTORS_LOG2) - sectors;
  endfunction

  function automatic logic [7:0] stored(input logic [31:0] at);
    stored = mem[at[SIZE_LOG2-1:0]];
    if (stuck_i[32] && stuck_i[SIZE_LOG2-1:0] == at[SIZE_LOG2-1:0])
      stored = (stored & ~stuck_low_i) | stuck_high_i;
  endfunction

  function automatic logic [31:0] next_random(input logic [31:0] value);
    logic [31:0] v;
    v = value ^ (value << 13);
    v = v ^ (v >> 17);
    next_random = v ^ (v << 5);
  endfunction

  task automatic misused;
    misuse_o = misuse_o + 1;
    {phase, opcode} = {IGNORE, 8'd0};
  endtask

  // What follows an opcode. Lanes and dummy clocks as the part has them at power up.
  task automatic expect_address(
      input phase_t after, input logic wide, input logic [5:0] wait_clocks);
    phase = ADDRESS;
    bits = wide || four_byte ? 6'd32 : 6'd24;
    address = 0;
    dummies = wait_clocks;
    out_bits = {1'b0, after};  // kept until the address is complete
  endtask

  task automatic decode;
    {quad, count, whole} = {1'b0, 32'd0, 1'b1};
    if (busy_o && !(opcode inside {8'h05, 8'h70, 8'h66, 8'h99})) misused();
    else
      case (opcode)
        8'h05, 8'h70, 8'h9F, 8'h9E, 8'hC8: {phase, out_bits} = {DATA_OUT, 4'd0};
        8'h06, 8'h04, 8'h50, 8'h66, 8'h99, 8'hB7, 8'hE9: phase = IGNORE;
        8'h01, 8'hC5: {phase, bits} = {DATA_IN, 6'd8};
        8'h5A: begin
          expect_address(DATA_OUT, 1'b0, 6'd8);
          bits = 6'd24;
        end
        8'h03: expect_address(DATA_OUT, 1'b0, 6'd0);
        8'h0B: expect_address(DATA_OUT, 1'b0, 6'd8);
        8'h6B: expect_address(DATA_OUT, 1'b0, 6'd8);
        8'h13: expect_address(DATA_OUT, 1'b1, 6'd0);
        8'h0C: expect_address(DATA_OUT, 1'b1, 6'd8);
        8'h6C: expect_address(DATA_OUT, 1'b1, 6'd8);
        8'h02, 8'h32: expect_address(DATA_IN, 1'b0, 6'd0);
        8'h12, 8'h34: expect_address(DATA_IN, 1'b1, 6'd0);
        8'h20, 8'h52, 8'hD8: expect_address(IGNORE, 1'b0, 6'd0);
        8'h21, 8'h5C, 8'hDC: expect_address(IGNORE, 1'b1, 6'd0);
        default: misused();
      endcase
    quad = opcode inside {8'h6B, 8'h6C, 8'h32, 8'h34};
  endtask

  task automatic address_done;
    phase_t after;
    after = phase_t'(out_bits[2:0]);
    if (bits == 0 && !four_byte && opcode inside {8'h03, 8'h0B, 8'h6B, 8'h02, 8'h32, 8'h20, 8'h52,
        8'hD8})
      address[31:24] = extended;
    if (after == DATA_IN)
      for (int i = 0; i < PAGE_BYTES; i++) page[i] = 8'hFF;
    {bits, out_bits} = {6'd8, 4'd0};
    phase = dummies != 0 ? DUMMY : after;
  endtask

  function automatic logic [7:0] next_out;
    case (opcode)
      8'h05: next_out = {status[7:2], status[1], busy_o};
      8'h70:
        next_out = {!busy_o, 1'b0, erase_failed, program_failed, 2'b00, protect_failed, four_byte};
      8'h9F, 8'h9E: next_out = id_byte(count);
      8'hC8: next_out = extended;
      8'h5A: begin
        logic [31:0] at;
        at = (address + count) & 32'h00FF_FFFF;
        next_out = 8'(sfdp_word(at >> 2) >> (8 * at[1:0]));
      end
      default: next_out = stored(address + count);
    endcase
  endfunction

  task automatic byte_in;
    case (opcode)
      8'h01, 8'hC5: page[0] = shift;
      default: page[8'(address[7:0] + count[7:0])] = shift;
    endcase
    count = count + 1;
  endtask

  task automatic start(input work_t what, input logic [31:0] at, input logic [31:0] bytes,
                       input logic [31:0] ns);
    if (!status[1]) misuse_o = misuse_o + 1;
    else if (what != WRITE_STATUS && is_protected(at)) begin
      // Not executed; the latch stays.
      protect_failed = 1'b1;
      if (what == ERASE) erase_failed = 1'b1; else program_failed = 1'b1;
    end else begin
      {work, work_bytes, left_ns, busy_o} = {what, bytes, ns, 1'b1};
      work_address = at & ~(bytes - 1) & 32'(SIZE - 1);
    end
  endtask

  // Chip select rises: what was sent takes effect, if it was complete.
  task automatic execute;
    logic no_tail;
    no_tail = phase == IGNORE && bits == 0 && whole;
    case (opcode)
      8'h06: if (no_tail) status[1] = 1'b1;
      8'h04: if (no_tail) status[1] = 1'b0;
      8'h50: if (no_tail) {erase_failed, program_failed, protect_failed} = 3'b000;
      8'hB7: if (no_tail) four_byte = 1'b1;
      8'hE9: if (no_tail) four_byte = 1'b0;
      8'h99: if (no_tail && reset_enabled) lose_power();
      8'h01: if (count == 1) start(WRITE_STATUS, 0, 1, WRITE_STATUS_NS); else misuse_o++;
      8'hC5: if (count == 1 && status[1]) {extended, status[1]} = {page[0], 1'b0};
      8'h02, 8'h32, 8'h12, 8'h34:
        if (phase == DATA_IN && count != 0 && whole) start(PROGRAM, address, PAGE_BYTES, PAGE_NS);
        else misuse_o++;
      8'h20, 8'h21: if (phase == IGNORE && whole) start(ERASE, address, 32'h1000, ERASE_4K_NS);
      8'h52, 8'h5C: if (phase == IGNORE && whole) start(ERASE, address, 32'h8000, ERASE_32K_NS);
      8'hD8, 8'hDC: if (phase == IGNORE && whole) start(ERASE, address, 32'h1_0000, ERASE_64K_NS);
      default: ;
    endcase
    reset_enabled = opcode == 8'h66 && no_tail;
  endtask

  task automatic finish;
    logic [SIZE_LOG2-1:0] at;
    case (work)
      WRITE_STATUS: status = {page[0][7:2], 2'b00};
      PROGRAM:
        if (bad_program_i[32] && bad_program_i[31:8] == work_address[31:8]) program_failed = 1'b1;
        else
          for (int i = 0; i < PAGE_BYTES; i++) begin
            at = SIZE_LOG2'(work_address + i);
            mem[at] = mem[at] & page[i];
          end
      ERASE:
        if (bad_erase_i[32] && bad_erase_i[31:0] >= work_address
            && bad_erase_i[31:0] < work_address + work_bytes) erase_failed = 1'b1;
        else for (int i = 0; i < int'(work_bytes); i++) mem[SIZE_LOG2'(work_address + i)] = 8'hFF;
      default: ;
    endcase
    {work, busy_o, status[1]} = {IDLE, 1'b0, 1'b0};
  endtask

  // An interrupted operation leaves any state on the way: the part gives no promise.
  task automatic lose_power;
    logic [SIZE_LOG2-1:0] at;
    rng = chaos_i | 32'd1;
    if (work == PROGRAM)
      for (int i = 0; i < PAGE_BYTES; i++) begin
        rng = next_random(rng);
        at = SIZE_LOG2'(work_address + i);
        mem[at] = mem[at] & (page[i] | rng[7:0]);
      end
    else if (work == ERASE)
      for (int i = 0; i < int'(work_bytes); i++) begin
        rng = next_random(rng);
        at = SIZE_LOG2'(work_address + i);
        case (rng[9:8])
          2'd0: mem[at] = 8'hFF;
          2'd1: mem[at] = mem[at] & rng[7:0];  // erasing starts with programming everything to 0
          2'd2: mem[at] = mem[at] | rng[7:0];
          default: ;
        endcase
      end
    {work, busy_o, status[1], four_byte, extended} = {IDLE, 3'b000, 8'd0};
    {erase_failed, program_failed, protect_failed, reset_enabled} = 4'b0000;
    {phase, bits, opcode, dq_oe_o} = {IGNORE, 6'd8, 8'd0, 4'd0};
  endtask

  task automatic rising;
    case (phase)
      OPCODE: begin
        opcode = {opcode[6:0], dq_i[0]};
        bits = bits - 1;
        if (bits == 0) decode();
      end
      ADDRESS: begin
        address = {address[30:0], dq_i[0]};
        bits = bits - 1;
        if (bits == 0) address_done();
      end
      DUMMY: begin
        dummies = dummies - 1;
        if (dummies == 0) phase = DATA_OUT;
      end
      DATA_IN: begin
        shift = quad ? {shift[3:0], dq_i} : {shift[6:0], dq_i[0]};
        bits = bits - (quad ? 6'd4 : 6'd1);
        whole = bits == 0;
        if (bits == 0) begin
          byte_in();
          bits = 8;
        end
      end
      IGNORE: whole = 1'b0;  // clocks after a command that has no more
      default: ;
    endcase
  endtask

  task automatic falling;
    if (phase == DATA_OUT) begin
      if (out_bits == 0) begin
        shift = next_out();
        out_bits = 8;
        count = count + 1;
      end
      dq_oe_o = quad ? 4'b1111 : 4'b0010;
      dq_o = quad ? shift[7:4] : {2'b00, shift[7], 1'b0};
      shift = quad ? {shift[3:0], 4'd0} : {shift[6:0], 1'b0};
      out_bits = out_bits - (quad ? 4'd4 : 4'd1);
    end
  endtask

  /* verilator lint_off BLKSEQ */
  always @(posedge clk or negedge clk) begin
    if (busy_o) begin
      left_ns = left_ns > elapsed_ns_i ? left_ns - elapsed_ns_i : 0;
      if (left_ns == 0 && !por_i) finish();
    end
    if (por_i) lose_power();
    else if (cs_n_i) begin
      if (!cs_q) execute();
      dq_oe_o = 0;
    end else if (cs_q) {phase, bits, opcode, whole} = {OPCODE, 6'd8, 8'd0, 1'b0};
    else if (sclk_i && !sclk_q) rising();
    else if (!sclk_i && sclk_q) falling();
    {cs_q, sclk_q} = {por_i ? 1'b1 : cs_n_i, sclk_i};
  end
  /* verilator lint_on BLKSEQ */
endmodule
