// One interface of the gateway: both directions, the merges around them, tables and counters.
//
// Contract
// - Streams as in ARCHITECTURE.md "Streams of the core". Host and slow port share tx;
//   what either direction sends to the wire, to the host or to the slow path shares that port. All
//   by frame, round robin.
// - A frame carries the time of the clock in which its first beat is accepted here.
// - `tx_end_*`: one event per frame from host or slow port, as `end_*` of snic_core_tx.
// - Register bus as in snic_control_interface.
// Latency: as snic_core_rx; one clock more for a merge, but that to the wire.
`default_nettype none

module snic_core #(
    parameter int DATA_W          = 512,
    parameter int MAX_FRAME_BYTES = 9216,   // longer frames are dropped as oversize
    parameter int PAYLOAD_BYTES   = 32768,  // payload FIFO of each direction
    parameter int QUEUE_BYTES     = 65536,  // each output queue of each direction
    parameter int CREDITS         = 128,    // frames between ingress and egress
    parameter int INTERFACE       = 0,
    localparam int KEEP_W         = DATA_W / 8
) (
    input  wire               clk,
    input  wire               rst,
    input  wire  [63:0]       time_ns_i,
    input  wire               generation_i,
    input  wire  [63:0]       hash_key_i,      // of that generation

    input  wire  [DATA_W-1:0] s_axis_wire_tdata,
    input  wire  [KEEP_W-1:0] s_axis_wire_tkeep,
    input  wire               s_axis_wire_tvalid,
    output logic              s_axis_wire_tready,
    input  wire               s_axis_wire_tlast,
    input  wire  [16:0]       s_axis_wire_tuser,

    input  wire  [DATA_W-1:0] s_axis_host_tdata,
    input  wire  [KEEP_W-1:0] s_axis_host_tkeep,
    input  wire               s_axis_host_tvalid,
    output logic              s_axis_host_tready,
    input  wire               s_axis_host_tlast,
    input  wire  [16:0]       s_axis_host_tuser,
    input  wire  [11:0]       s_axis_host_tid,

    input  wire  [DATA_W-1:0] s_axis_slow_tdata,
    input  wire  [KEEP_W-1:0] s_axis_slow_tkeep,
    input  wire               s_axis_slow_tvalid,
    output logic              s_axis_slow_tready,
    input  wire               s_axis_slow_tlast,
    input  wire  [16:0]       s_axis_slow_tuser,

    output logic [DATA_W-1:0] m_axis_wire_tdata,
    output logic [KEEP_W-1:0] m_axis_wire_tkeep,
    output logic              m_axis_wire_tvalid,
    input  wire               m_axis_wire_tready,
    output logic              m_axis_wire_tlast,
    output logic [79:0]       m_axis_wire_tuser,

    output logic [DATA_W-1:0] m_axis_host_tdata,
    output logic [KEEP_W-1:0] m_axis_host_tkeep,
    output logic              m_axis_host_tvalid,
    input  wire               m_axis_host_tready,
    output logic              m_axis_host_tlast,
    output logic [79:0]       m_axis_host_tuser,
    output logic [11:0]       m_axis_host_tdest,

    output logic [DATA_W-1:0] m_axis_slow_tdata,
    output logic [KEEP_W-1:0] m_axis_slow_tkeep,
    output logic              m_axis_slow_tvalid,
    input  wire               m_axis_slow_tready,
    output logic              m_axis_slow_tlast,
    output logic [79:0]       m_axis_slow_tuser,

    input  wire               wr_valid_i,
    output logic              wr_ready_o,
    input  wire  [15:0]       wr_addr_i,
    input  wire  [31:0]       wr_data_i,
    input  wire               rd_valid_i,
    input  wire  [15:0]       rd_addr_i,
    output logic [31:0]       rd_data_o,

    output logic              tx_end_valid_o,
    output logic [15:0]       tx_end_tag_o,
    output logic [1:0]        tx_end_dest_o
);

  localparam int IN_USER_W  = 64 + 12 + 1 + 17;  // time, queue, from_slow, tuser
  localparam int OUT_USER_W = 12 + 80;           // tdest, tuser

  if (INTERFACE < 0 || INTERFACE > 15) begin : g_check_interface
    $error("INTERFACE must be 0..15");
  end

  // Host and slow port to tx.
  logic [DATA_W-1:0] in_tdata;
  logic [KEEP_W-1:0] in_tkeep;
  logic in_tvalid, in_tready, in_tlast;
  logic [IN_USER_W-1:0] in_tuser;

  snic_axis_merge #(
      .N     (2),
      .DATA_W(DATA_W),
      .USER_W(IN_USER_W)
  ) merge_in (
      .clk, .rst,
      .s_axis_tdata ({s_axis_slow_tdata, s_axis_host_tdata}),
      .s_axis_tkeep ({s_axis_slow_tkeep, s_axis_host_tkeep}),
      .s_axis_tvalid({s_axis_slow_tvalid, s_axis_host_tvalid}),
      .s_axis_tready({s_axis_slow_tready, s_axis_host_tready}),
      .s_axis_tlast ({s_axis_slow_tlast, s_axis_host_tlast}),
      .s_axis_tuser ({{time_ns_i, 12'd0, 1'b1, s_axis_slow_tuser},
                      {time_ns_i, s_axis_host_tid, 1'b0, s_axis_host_tuser}}),
      .m_axis_tdata (in_tdata),
      .m_axis_tkeep (in_tkeep),
      .m_axis_tvalid(in_tvalid),
      .m_axis_tready(in_tready),
      .m_axis_tlast (in_tlast),
      .m_axis_tuser (in_tuser)
  );

  // Both directions to the wire, to the host and to the slow path; index 0 is rx, 1 is tx.
  logic [2*DATA_W-1:0] wire_tdata;
  logic [2*KEEP_W-1:0] wire_tkeep;
  logic [1:0] wire_tvalid, wire_tready, wire_tlast;
  logic [159:0] wire_tuser;
  logic [2*DATA_W-1:0] host_tdata;
  logic [2*KEEP_W-1:0] host_tkeep;
  logic [1:0] host_tvalid, host_tready, host_tlast;
  logic [159:0] host_tuser;
  logic [2*DATA_W-1:0] slow_tdata;
  logic [2*KEEP_W-1:0] slow_tkeep;
  logic [1:0] slow_tvalid, slow_tready, slow_tlast;
  logic [159:0] slow_tuser;
  logic [23:0] host_tdest;

  snic_axis_merge #(
      .N     (2),
      .DATA_W(DATA_W),
      .USER_W(80),
      .REGISTERED(1'b0)
  ) merge_wire (
      .clk, .rst,
      .s_axis_tdata (wire_tdata),
      .s_axis_tkeep (wire_tkeep),
      .s_axis_tvalid(wire_tvalid),
      .s_axis_tready(wire_tready),
      .s_axis_tlast (wire_tlast),
      .s_axis_tuser (wire_tuser),
      .m_axis_tdata (m_axis_wire_tdata),
      .m_axis_tkeep (m_axis_wire_tkeep),
      .m_axis_tvalid(m_axis_wire_tvalid),
      .m_axis_tready(m_axis_wire_tready),
      .m_axis_tlast (m_axis_wire_tlast),
      .m_axis_tuser (m_axis_wire_tuser)
  );

  snic_axis_merge #(
      .N     (2),
      .DATA_W(DATA_W),
      .USER_W(OUT_USER_W)
  ) merge_host (
      .clk, .rst,
      .s_axis_tdata (host_tdata),
      .s_axis_tkeep (host_tkeep),
      .s_axis_tvalid(host_tvalid),
      .s_axis_tready(host_tready),
      .s_axis_tlast (host_tlast),
      .s_axis_tuser ({host_tdest[23:12], host_tuser[159:80], host_tdest[11:0], host_tuser[79:0]}),
      .m_axis_tdata (m_axis_host_tdata),
      .m_axis_tkeep (m_axis_host_tkeep),
      .m_axis_tvalid(m_axis_host_tvalid),
      .m_axis_tready(m_axis_host_tready),
      .m_axis_tlast (m_axis_host_tlast),
      .m_axis_tuser ({m_axis_host_tdest, m_axis_host_tuser})
  );

  snic_axis_merge #(
      .N     (2),
      .DATA_W(DATA_W),
      .USER_W(80)
  ) merge_slow (
      .clk, .rst,
      .s_axis_tdata (slow_tdata),
      .s_axis_tkeep (slow_tkeep),
      .s_axis_tvalid(slow_tvalid),
      .s_axis_tready(slow_tready),
      .s_axis_tlast (slow_tlast),
      .s_axis_tuser (slow_tuser),
      .m_axis_tdata (m_axis_slow_tdata),
      .m_axis_tkeep (m_axis_slow_tkeep),
      .m_axis_tvalid(m_axis_slow_tvalid),
      .m_axis_tready(m_axis_slow_tready),
      .m_axis_tlast (m_axis_slow_tlast),
      .m_axis_tuser (m_axis_slow_tuser)
  );

  // Control to the memories of both directions; index 0 is rx, 1 is tx.
  logic bus_valid, bus_write, counter_clear;
  logic [7:0] bus_table;
  logic [23:0] bus_index;
  logic [snic_tables_pkg::BUS_W-1:0] bus_data, answer_rx, answer_tx;
  logic [1:0] bus_done, counter_valid, counter_done;
  logic [16:0] counter_index;
  logic [95:0] counter_packets;
  logic [111:0] counter_bytes;

  // Ports: wire in, wire out, host in, host out, slow in, slow out.
  logic [5:0] port_frame;
  logic [41:0] port_bytes;
  logic tx_in_frame, tx_in_from_slow;
  logic [5:0] copies, copies_lost;  // wire, host, slow of rx, then of tx
  logic [6:0] tx_in_bytes;

  assign port_frame[2]       = tx_in_frame && !tx_in_from_slow;
  assign port_frame[4]       = tx_in_frame && tx_in_from_slow;
  assign port_bytes[7*2 +: 7] = tx_in_from_slow ? 7'd0 : tx_in_bytes;
  assign port_bytes[7*4 +: 7] = tx_in_from_slow ? tx_in_bytes : 7'd0;

  snic_core_rx #(
      .DATA_W         (DATA_W),
      .INTERFACE      (INTERFACE),
      .MAX_FRAME_BYTES(MAX_FRAME_BYTES),
      .PAYLOAD_BYTES  (PAYLOAD_BYTES),
      .QUEUE_BYTES    (QUEUE_BYTES),
      .CREDITS        (CREDITS),
      .BUS_W          (snic_tables_pkg::BUS_W)
  ) rx (
      .clk, .rst, .generation_i, .hash_key_i,
      .time_ns_i,
      .s_axis_wire_tdata, .s_axis_wire_tkeep, .s_axis_wire_tvalid, .s_axis_wire_tready,
      .s_axis_wire_tlast, .s_axis_wire_tuser,
      .m_axis_wire_tdata (wire_tdata[0*DATA_W +: DATA_W]),
      .m_axis_wire_tkeep (wire_tkeep[0*KEEP_W +: KEEP_W]),
      .m_axis_wire_tvalid(wire_tvalid[0]),
      .m_axis_wire_tready(wire_tready[0]),
      .m_axis_wire_tlast (wire_tlast[0]),
      .m_axis_wire_tuser (wire_tuser[0*80 +: 80]),
      .m_axis_host_tdata (host_tdata[0*DATA_W +: DATA_W]),
      .m_axis_host_tkeep (host_tkeep[0*KEEP_W +: KEEP_W]),
      .m_axis_host_tvalid(host_tvalid[0]),
      .m_axis_host_tready(host_tready[0]),
      .m_axis_host_tlast (host_tlast[0]),
      .m_axis_host_tuser (host_tuser[0*80 +: 80]),
      .m_axis_host_tdest (host_tdest[0*12 +: 12]),
      .m_axis_slow_tdata (slow_tdata[0*DATA_W +: DATA_W]),
      .m_axis_slow_tkeep (slow_tkeep[0*KEEP_W +: KEEP_W]),
      .m_axis_slow_tvalid(slow_tvalid[0]),
      .m_axis_slow_tready(slow_tready[0]),
      .m_axis_slow_tlast (slow_tlast[0]),
      .m_axis_slow_tuser (slow_tuser[0*80 +: 80]),
      .bus_valid_i      (bus_valid),
      .bus_write_i      (bus_write),
      .bus_table_i      (bus_table),
      .bus_index_i      (bus_index),
      .bus_data_i       (bus_data),
      .bus_done_o       (bus_done[0]),
      .bus_data_o       (answer_rx),
      .counter_valid_i  (counter_valid[0]),
      .counter_clear_i  (counter_clear),
      .counter_index_i  (counter_index),
      .counter_done_o   (counter_done[0]),
      .counter_packets_o(counter_packets[48*0 +: 48]),
      .counter_bytes_o  (counter_bytes[56*0 +: 56]),
      .in_frame_o       (port_frame[0]),
      .copies_o         (copies[2:0]),
      .copies_lost_o    (copies_lost[2:0]),
      .in_bytes_o       (port_bytes[6:0])
  );

  snic_core_tx #(
      .DATA_W         (DATA_W),
      .INTERFACE      (INTERFACE),
      .MAX_FRAME_BYTES(MAX_FRAME_BYTES),
      .PAYLOAD_BYTES  (PAYLOAD_BYTES),
      .QUEUE_BYTES    (QUEUE_BYTES),
      .CREDITS        (CREDITS),
      .BUS_W          (snic_tables_pkg::BUS_W)
  ) tx (
      .clk, .rst, .generation_i, .hash_key_i,
      .time_ns_i          (in_tuser[IN_USER_W-1 -: 64]),
      .s_axis_in_tdata    (in_tdata),
      .s_axis_in_tkeep    (in_tkeep),
      .s_axis_in_tvalid   (in_tvalid),
      .s_axis_in_tready   (in_tready),
      .s_axis_in_tlast    (in_tlast),
      .s_axis_in_tuser    (in_tuser[16:0]),
      .s_axis_in_queue    (in_tuser[29:18]),
      .s_axis_in_from_slow(in_tuser[17]),
      .m_axis_wire_tdata (wire_tdata[1*DATA_W +: DATA_W]),
      .m_axis_wire_tkeep (wire_tkeep[1*KEEP_W +: KEEP_W]),
      .m_axis_wire_tvalid(wire_tvalid[1]),
      .m_axis_wire_tready(wire_tready[1]),
      .m_axis_wire_tlast (wire_tlast[1]),
      .m_axis_wire_tuser (wire_tuser[1*80 +: 80]),
      .m_axis_host_tdata (host_tdata[1*DATA_W +: DATA_W]),
      .m_axis_host_tkeep (host_tkeep[1*KEEP_W +: KEEP_W]),
      .m_axis_host_tvalid(host_tvalid[1]),
      .m_axis_host_tready(host_tready[1]),
      .m_axis_host_tlast (host_tlast[1]),
      .m_axis_host_tuser (host_tuser[1*80 +: 80]),
      .m_axis_host_tdest (host_tdest[1*12 +: 12]),
      .m_axis_slow_tdata (slow_tdata[1*DATA_W +: DATA_W]),
      .m_axis_slow_tkeep (slow_tkeep[1*KEEP_W +: KEEP_W]),
      .m_axis_slow_tvalid(slow_tvalid[1]),
      .m_axis_slow_tready(slow_tready[1]),
      .m_axis_slow_tlast (slow_tlast[1]),
      .m_axis_slow_tuser (slow_tuser[1*80 +: 80]),
      .bus_valid_i      (bus_valid),
      .bus_write_i      (bus_write),
      .bus_table_i      (bus_table),
      .bus_index_i      (bus_index),
      .bus_data_i       (bus_data),
      .bus_done_o       (bus_done[1]),
      .bus_data_o       (answer_tx),
      .counter_valid_i  (counter_valid[1]),
      .counter_clear_i  (counter_clear),
      .counter_index_i  (counter_index),
      .counter_done_o   (counter_done[1]),
      .counter_packets_o(counter_packets[48*1 +: 48]),
      .counter_bytes_o  (counter_bytes[56*1 +: 56]),
      .in_frame_o       (tx_in_frame),
      .copies_o         (copies[5:3]),
      .copies_lost_o    (copies_lost[5:3]),
      .in_bytes_o       (tx_in_bytes),
      .in_from_slow_o   (tx_in_from_slow),
      .end_valid_o      (tx_end_valid_o),
      .end_tag_o        (tx_end_tag_o),
      .end_dest_o       (tx_end_dest_o)
  );

  snic_axis_watch #(
      .DATA_W(DATA_W)
  ) watch_wire (
      .clk, .rst,
      .tkeep_i (m_axis_wire_tkeep),
      .tvalid_i(m_axis_wire_tvalid),
      .tready_i(m_axis_wire_tready),
      .tlast_i (m_axis_wire_tlast),
      .frame_o (port_frame[1]),
      .bytes_o (port_bytes[7*1 +: 7])
  );

  snic_axis_watch #(
      .DATA_W(DATA_W)
  ) watch_host (
      .clk, .rst,
      .tkeep_i (m_axis_host_tkeep),
      .tvalid_i(m_axis_host_tvalid),
      .tready_i(m_axis_host_tready),
      .tlast_i (m_axis_host_tlast),
      .frame_o (port_frame[3]),
      .bytes_o (port_bytes[7*3 +: 7])
  );

  snic_axis_watch #(
      .DATA_W(DATA_W)
  ) watch_slow (
      .clk, .rst,
      .tkeep_i (m_axis_slow_tkeep),
      .tvalid_i(m_axis_slow_tvalid),
      .tready_i(m_axis_slow_tready),
      .tlast_i (m_axis_slow_tlast),
      .frame_o (port_frame[5]),
      .bytes_o (port_bytes[7*5 +: 7])
  );

  snic_control_interface control (
      .clk, .rst,
      .wr_valid_i, .wr_ready_o, .wr_addr_i, .wr_data_i, .rd_valid_i, .rd_addr_i, .rd_data_o,
      .table_valid_o    (bus_valid),
      .table_write_o    (bus_write),
      .table_id_o       (bus_table),
      .table_index_o    (bus_index),
      .table_data_o     (bus_data),
      .table_done_i     (|bus_done),
      .table_data_i     (answer_rx | answer_tx),
      .counter_valid_o  (counter_valid),
      .counter_clear_o  (counter_clear),
      .counter_index_o  (counter_index),
      .counter_done_i   (counter_done),
      .counter_packets_i(counter_packets),
      .counter_bytes_i  (counter_bytes),
      .port_frame_i     (port_frame),
      .port_bytes_i     (port_bytes),
      .copies_i         (copies),
      .copies_lost_i    (copies_lost)
  );

endmodule

`default_nettype wire
