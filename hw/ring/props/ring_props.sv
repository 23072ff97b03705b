// Proof of snic_ring_engine and snic_ring_pointers (4-bit counts, ring of 2 entries): whatever the
// host writes to its tail, whatever fails and however long it takes,
// - head never passes a tail that keeps the rule (at most the ring's size ahead), and nothing is
//   read, moved or written for an entry that was not given;
// - operations lie inside the ring: the entry at 16 bytes times its index, its last 8 bytes; and
//   in the RAM where the entry or the packet is;
// - an operation that is offered stays until it is taken, and one is under way at a time;
// - every rx frame that is popped is a packet, an error or a drop, exactly one;
// - when `busy` is low, no operation is offered or under way.
module ring_props #(
    parameter bit TX = 1'b0
) (
    input logic        clk,
    input logic        rst,
    input logic        enable,
    input logic        given,      // the host gives an entry
    input logic        frame,
    input logic        room,
    input logic        op_ready,
    input logic        done,
    input logic        error,
    input logic        moved,
    input logic        moved_bad
);
  localparam int COUNT_W = 4;

  logic [COUNT_W-1:0] head, tail_q;
  logic        busy, running, stopped, pop, op_valid, op_write, move, packet, failed, drop;
  logic [3:0]  cause, code;
  logic [63:0] op_addr, completion;
  logic [7:0]  op_ram, entry_ram;
  logic [15:0] op_length, length;
  logic        started_q = 1'b0, fly_q = 1'b0, held_q = 1'b0;
  logic [88:0] op, held_op_q;
  logic [COUNT_W-1:0] ahead;

  snic_ring_engine #(
      .TX(TX), .RAM_ADDR_W(8), .ENTRY_RAM(128), .COUNT_W(COUNT_W), .MAX_BYTES(64)
  ) dut (
      .clk, .rst,
      .base_i(64'h1000), .enable_i(enable), .size_i(4'd1), .tail_i(tail_q), .head_o(head),
      .busy_o(busy), .running_o(running), .stopped_o(stopped), .cause_o(cause), .code_o(code),
      .frame_valid_i(TX || frame), .frame_length_i(16'd32), .frame_ram_i(8'd64),
      .frame_pop_o(pop),
      .op_valid_o(op_valid), .op_ready_i(op_ready), .op_write_o(op_write), .op_addr_o(op_addr),
      .op_ram_o(op_ram), .op_length_o(op_length),
      .done_i(done), .done_error_i({3'd0, error}),
      .entry_i({room ? 16'd64 : 16'd0, 64'h8000}), .completion_o(completion),
      .move_valid_o(move), .move_done_i(moved), .move_bad_i(moved && moved_bad),
      .length_o(length), .packet_o(packet), .error_o(failed), .drop_o(drop)
  );

  assign ahead = tail_q - head;
  assign op    = {op_write, op_ram, op_addr, op_length};

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    fly_q     <= !rst && ((fly_q && !done) || (op_valid && op_ready));
    held_q    <= !rst && op_valid && !op_ready;
    held_op_q <= op;
    // the host: no entry before the ring runs, never more than the ring has
    if (rst || !busy) tail_q <= '0;
    else if (given && enable && ahead != 4'd2) tail_q <= tail_q + 1'b1;
  end

  logic entry_op, bad;
  assign entry_op  = op_ram[7];
  assign entry_ram = op_write ? 8'd136 : 8'd128;
  assign bad = ahead > 4'd2
               || (op_valid && ahead == '0)
               || (op_valid && fly_q)
               || (held_q && (!op_valid || op != held_op_q))
               || (op_valid && entry_op && !(op_addr == 64'h1000 || op_addr == 64'h1008
                                             || op_addr == 64'h1010 || op_addr == 64'h1018))
               || (op_valid && entry_op && op_write && (op_addr[3:0] != 4'd8 || op_length != 16'd8))
               || (op_valid && entry_op && !op_write
                   && (op_addr[3:0] != 4'd0 || op_length != 16'd16))
               || (op_valid && entry_op && op_ram != entry_ram)
               || (op_valid && !entry_op && op_ram != (TX ? 8'd0 : 8'd64))
               || (op_valid && !entry_op && op_addr != 64'h8000)
               || (op_valid && !entry_op && op_length > 16'd64)
               || (!TX && pop && 2'(packet) + 2'(failed) + 2'(drop) != 2'd1)
               || (!TX && !pop && (packet || failed || drop))
               || (!busy && (op_valid || fly_q || move))
               || (move && !TX);

  // entries hold still while they are used, a frame until it is popped, a status only after its
  // operation
  logic room_q, frame_q;
  always_ff @(posedge clk) begin
    room_q  <= room;
    frame_q <= frame && !pop;
  end
  always_comb begin
    assume (rst == !started_q);
    assume (!done || fly_q);
    assume (!started_q || room == room_q || !busy || (fly_q && done)
            || !(fly_q || op_valid || move));
    assume (!frame_q || frame || rst);
    if (!rst) assert (!bad);
  end
endmodule
