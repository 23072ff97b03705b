// One ring: takes an entry, moves its packet, writes back what became of it; then the next.
//
// Contract
// - Entry (16 bytes): address 64, length 16 (rx: room), ... Its last 8 bytes are overwritten with
//   {31'0, phase, 4'0, code 4, status 8, length 16}: status 0 good, 1 the DMA failed with `code`,
//   2 length (tx: 0 or above MAX_BYTES; rx: no room), 3 no such interface.
// - One DMA operation at a time: `op_*` stay until `op_ready_i`; then `done_i` with `done_error_i`.
//   RAM: packets from address 0; bytes 0..15 from ENTRY_RAM are the entry (`entry_i`), 8..15 its
//   answer.
// - Rx: `frame_*` is the oldest frame; it is popped when its entry is done, or, while the ring does
//   not run, dropped. Tx: a packet in RAM is sent while `move_valid_o`, until `move_done_i`.
// - The ring stops when an entry cannot be read (cause 1) or written (2), or the tail is more than
//   the ring's size ahead (3). `enable_i` low, when the present entry is done, clears head and
//   cause; `busy_o` low then means that host memory is not used any more.
// Throughput: a packet takes three DMA operations one after the other.
module snic_ring_engine #(
    parameter bit TX         = 1'b0,
    parameter int RAM_ADDR_W = 16,
    parameter int ENTRY_RAM  = 32768,
    parameter int COUNT_W    = 16,
    parameter int MAX_BYTES  = 9248
) (
    input  logic                  clk,
    input  logic                  rst,

    input  logic [63:0]           base_i,
    input  logic                  enable_i,
    input  logic [3:0]            size_i,
    input  logic [COUNT_W-1:0]    tail_i,
    output logic [COUNT_W-1:0]    head_o,
    output logic                  busy_o,
    output logic                  running_o,
    output logic                  stopped_o,
    output logic [3:0]            cause_o,
    output logic [3:0]            code_o,

    input  logic                  frame_valid_i,
    input  logic [15:0]           frame_length_i,
    input  logic [RAM_ADDR_W-1:0] frame_ram_i,
    output logic                  frame_pop_o,

    output logic                  op_valid_o,
    input  logic                  op_ready_i,
    output logic                  op_write_o,
    output logic [63:0]           op_addr_o,
    output logic [RAM_ADDR_W-1:0] op_ram_o,
    output logic [15:0]           op_length_o,
    input  logic                  done_i,
    input  logic [3:0]            done_error_i,
    input  logic [79:0]           entry_i,        // {length, address}
    output logic [63:0]           completion_o,

    output logic                  move_valid_o,
    input  logic                  move_done_i,
    input  logic                  move_bad_i,

    output logic [15:0]           length_o,       // of the packet that the events are about
    output logic                  packet_o,
    output logic                  error_o,
    output logic                  drop_o
);
  typedef enum logic [2:0] {IDLE, FETCH, DATA, MOVE, COMPLETE} state_e;
  localparam logic [7:0] GOOD = 8'd0, DMA_FAILED = 8'd1, BAD_LENGTH = 8'd2, NO_INTERFACE = 8'd3;
  localparam logic [3:0] FETCH_FAILED = 4'd1, WRITE_FAILED = 4'd2, OVERRUN = 4'd3;

  state_e state_q;
  logic       enabled_q, issued_q, finished, failed, waiting, overrun, phase, fits, finish_entry;
  logic [7:0] status_q;
  logic [3:0] error_q;
  logic [15:0] entry_length;
  logic [COUNT_W-1:0] index;
  logic [63:0] entry_addr;

  snic_ring_pointers #(.COUNT_W(COUNT_W)) u_pointers (
      .clk, .rst,
      .clear_i(!enabled_q), .advance_i(finish_entry && !failed), .size_i, .tail_i,
      .head_o, .index_o(index), .phase_o(phase), .waiting_o(waiting), .overrun_o(overrun)
  );

  assign entry_length = entry_i[79:64];
  assign length_o     = TX ? entry_length : frame_length_i;
  assign fits         = TX ? entry_length != '0 && entry_length <= 16'(MAX_BYTES)
                           : entry_length >= frame_length_i;
  assign running_o    = enabled_q && enable_i && !stopped_o;
  assign busy_o       = enabled_q;
  assign finished     = issued_q && done_i;
  assign failed       = done_error_i != '0;
  assign finish_entry = state_q == COMPLETE && finished;

  assign drop_o      = !TX && state_q == IDLE && frame_valid_i && !running_o;
  assign packet_o    = finish_entry && !failed && status_q == GOOD;
  assign error_o     = finish_entry && (failed || status_q != GOOD);
  assign frame_pop_o = drop_o || (!TX && finish_entry);

  assign entry_addr   = base_i + {{(60 - COUNT_W){1'b0}}, index, 4'd0};
  assign op_valid_o   = (state_q == FETCH || state_q == DATA || state_q == COMPLETE) && !issued_q;
  assign op_write_o   = state_q == COMPLETE || (state_q == DATA && !TX);
  assign op_addr_o    = state_q == DATA ? entry_i[63:0]
                                        : entry_addr + (state_q == COMPLETE ? 64'd8 : 64'd0);
  assign op_ram_o     = state_q == DATA ? (TX ? '0 : frame_ram_i)
                                        : RAM_ADDR_W'(ENTRY_RAM + (state_q == COMPLETE ? 8 : 0));
  assign op_length_o  = state_q == DATA ? length_o : state_q == COMPLETE ? 16'd8 : 16'd16;
  assign move_valid_o = state_q == MOVE;
  assign completion_o = {31'd0, phase, 4'd0, error_q, status_q, length_o};

  always_ff @(posedge clk) begin
    if (rst) begin
      state_q   <= IDLE;
      enabled_q <= 1'b0;
      issued_q  <= 1'b0;
      stopped_o <= 1'b0;
    end else begin
      if (op_valid_o && op_ready_i) issued_q <= 1'b1;
      else if (finished) issued_q <= 1'b0;

      unique case (state_q)
        IDLE: begin
          enabled_q <= enable_i;
          if (!enabled_q) stopped_o <= 1'b0;
          else if (running_o && overrun) stopped_o <= 1'b1;
          else if (running_o && frame_valid_i && waiting) state_q <= FETCH;
        end
        FETCH: if (finished) begin
          stopped_o <= failed;
          state_q   <= failed ? IDLE : fits ? DATA : COMPLETE;
        end
        DATA: if (finished) state_q <= TX && !failed ? MOVE : COMPLETE;
        MOVE: if (move_done_i) state_q <= COMPLETE;
        default: if (finished) begin
          stopped_o <= failed;
          state_q   <= IDLE;
        end
      endcase
    end
    if (state_q == IDLE) begin
      cause_o <= !enabled_q ? '0 : running_o && overrun ? OVERRUN : cause_o;
      code_o  <= !enabled_q ? '0 : code_o;
    end else if (finished && failed && state_q != DATA) begin
      cause_o <= state_q == FETCH ? FETCH_FAILED : WRITE_FAILED;
      code_o  <= done_error_i;
    end
    if (state_q == FETCH) begin
      status_q <= fits ? GOOD : BAD_LENGTH;
      error_q  <= '0;
    end else if (state_q == DATA && finished && failed) begin
      status_q <= DMA_FAILED;
      error_q  <= done_error_i;
    end else if (state_q == MOVE && move_bad_i) begin
      status_q <= NO_INTERFACE;
    end
  end
endmodule
