// Registers of one interface, and the accesses to its tables and counters that they start.
//
// Contract
// - Register bus as in snic_regs_interface. `wr_ready_o` is low while an access to a table or a
//   counter is under way: the bus then holds the next write back, so that no write is lost and
//   accesses happen in the order of the writes. Reads never wait.
// - Table bus as in snic_table_port, `table_done_i` and `table_data_i` ORed over the responders.
//   A table id that no table has is answered here: nothing is written, zero is read.
// - Counter port as in snic_counter, one per direction.
// - `port_frame_i`, `port_bytes_i`: events of the ports, in the order of the register map:
//   wire in, wire out, host in, host out, slow in, slow out; port n of bytes at [n*7 +: 7].
// - `copies_i`, `copies_lost_i`: copies of frames that an output got, and that it had no room for;
//   wire, host, slow of rx, then of tx.
// Latency: an access takes 5 to 8 clocks, in a read-modify-write memory up to the wait for an idle
// slot. One access at a time.
`default_nettype none

module snic_control_interface #(
    localparam int BUS_W = snic_tables_pkg::BUS_W
) (
    input  wire          clk,
    input  wire          rst,

    input  wire          wr_valid_i,
    output logic         wr_ready_o,
    input  wire  [15:0]  wr_addr_i,
    input  wire  [31:0]  wr_data_i,
    input  wire          rd_valid_i,
    input  wire  [15:0]  rd_addr_i,
    output logic [31:0]  rd_data_o,

    output logic         table_valid_o,
    output logic         table_write_o,
    output logic [7:0]   table_id_o,
    output logic [23:0]  table_index_o,
    output logic [BUS_W-1:0] table_data_o,
    input  wire          table_done_i,
    input  wire  [BUS_W-1:0] table_data_i,

    output logic [1:0]   counter_valid_o,  // rx, tx
    output logic         counter_clear_o,
    output logic [16:0]  counter_index_o,
    input  wire  [1:0]   counter_done_i,
    input  wire  [95:0]  counter_packets_i,
    input  wire  [111:0] counter_bytes_i,

    input  wire  [5:0]   port_frame_i,
    input  wire  [41:0]  port_bytes_i,
    input  wire  [5:0]   copies_i,
    input  wire  [5:0]   copies_lost_i
);

  localparam int PORTS = 6;
  localparam int OUTPUTS = 3;

  logic [31:0] word;
  logic commit_we, read_we, select_we, clear_we;
  logic table_busy_q, counter_busy_q, table_end;
  logic [1:0] counter_end;
  logic [47:0] packets_q;
  logic [55:0] bytes_q;
  logic [64*PORTS-1:0] port_packets, port_bytes;
  logic [64*OUTPUTS-1:0] copies, copies_lost;

  // The state of a request: the port is asked while `valid` is high, and lets go when it is done.
  assign wr_ready_o  = !(table_busy_q || counter_busy_q || commit_we || read_we || select_we
      || clear_we);
  assign table_end   = table_valid_o && (table_done_i || !snic_tables_pkg::TABLES[table_id_o]);
  assign counter_end = counter_valid_o & counter_done_i;

  always_ff @(posedge clk) begin
    if (commit_we || read_we) begin
      table_write_o <= commit_we;
      table_id_o    <= word[31:24];
      table_index_o <= word[23:0];
    end
    if (select_we || clear_we) begin
      counter_clear_o <= clear_we;
      counter_index_o <= word[16:0];
    end
    if (counter_end[0]) begin
      packets_q <= counter_packets_i[47:0];
      bytes_q   <= counter_bytes_i[55:0];
    end
    if (counter_end[1]) begin
      packets_q <= counter_packets_i[95:48];
      bytes_q   <= counter_bytes_i[111:56];
    end

    table_valid_o   <= commit_we || read_we || (table_valid_o && !table_end);
    table_busy_q    <= commit_we || read_we || table_valid_o;
    counter_valid_o <= select_we || clear_we ? {word[31], !word[31]}
                                             : counter_valid_o & ~counter_end;
    counter_busy_q  <= select_we || clear_we || (counter_valid_o != '0);
    if (rst) begin
      table_valid_o   <= 1'b0;
      table_busy_q    <= 1'b0;
      counter_valid_o <= '0;
      counter_busy_q  <= 1'b0;
      packets_q       <= '0;
      bytes_q         <= '0;
    end
  end

  for (genvar p = 0; p < PORTS; p++) begin : g_port
    snic_port_counter counter (
        .clk, .rst,
        .frame_i  (port_frame_i[p]),
        .bytes_i  (port_bytes_i[7*p +: 7]),
        .packets_o(port_packets[64*p +: 64]),
        .bytes_o  (port_bytes[64*p +: 64])
    );
  end

  for (genvar o = 0; o < OUTPUTS; o++) begin : g_copies
    snic_copy_counter counter (
        .clk, .rst,
        .made_i({copies_i[OUTPUTS+o], copies_i[o]}),
        .lost_i({copies_lost_i[OUTPUTS+o], copies_lost_i[o]}),
        .made_o(copies[64*o +: 64]),
        .lost_o(copies_lost[64*o +: 64])
    );
  end

  snic_regs_interface regs (
      .clk, .rst, .wr_valid_i, .wr_addr_i, .wr_data_i, .rd_valid_i, .rd_addr_i, .rd_data_o,
      .wr_data_o           (word),
      .table_data_o        (table_data_o),
      .table_data_load_i   (table_end && !table_write_o),
      .table_data_i        (table_data_i),
      .table_commit_we_o   (commit_we),
      .table_read_we_o     (read_we),
      .table_status_i      (table_busy_q || commit_we || read_we),
      .counter_select_we_o (select_we),
      .counter_status_i    (counter_busy_q || select_we || clear_we),
      .counter_packets_lo_i(packets_q[31:0]),
      .counter_packets_hi_i(packets_q[47:32]),
      .counter_bytes_lo_i  (bytes_q[31:0]),
      .counter_bytes_hi_i  (bytes_q[55:32]),
      .counter_clear_we_o  (clear_we),
      .wire_in_packets_i   (port_packets[64*0 +: 64]),
      .wire_in_bytes_i     (port_bytes[64*0 +: 64]),
      .wire_out_packets_i  (port_packets[64*1 +: 64]),
      .wire_out_bytes_i    (port_bytes[64*1 +: 64]),
      .host_in_packets_i   (port_packets[64*2 +: 64]),
      .host_in_bytes_i     (port_bytes[64*2 +: 64]),
      .host_out_packets_i  (port_packets[64*3 +: 64]),
      .host_out_bytes_i    (port_bytes[64*3 +: 64]),
      .slow_in_packets_i   (port_packets[64*4 +: 64]),
      .slow_in_bytes_i     (port_bytes[64*4 +: 64]),
      .slow_out_packets_i  (port_packets[64*5 +: 64]),
      .slow_out_bytes_i    (port_bytes[64*5 +: 64]),
      .wire_copies_i       (copies[64*0 +: 64]),
      .wire_copies_lost_i  (copies_lost[64*0 +: 64]),
      .host_copies_i       (copies[64*1 +: 64]),
      .host_copies_lost_i  (copies_lost[64*1 +: 64]),
      .slow_copies_i       (copies[64*2 +: 64]),
      .slow_copies_lost_i  (copies_lost[64*2 +: 64])
  );

endmodule

`default_nettype wire
