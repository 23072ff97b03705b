// From host and slow port to any output: ingress, compiled kernel with its memories, egress,
// counters.
//
// Contract
// - Streams as in ARCHITECTURE.md "Streams of the core"; one header per clock.
// - `s_axis_in` is the merge of host and slow port: `queue` and `from_slow` belong to the first
//   beat, `time_ns_i` to the beat as it was accepted at the port.
// - Table bus as in snic_table_port for the ids of this direction; counter port as in snic_counter.
// - A host access to a read-modify-write memory that starves asks ingress for an idle clock, and
//   gets one: kernels are valid-only, so the idle clock arrives at every memory.
// - `in_*`: frames and bytes accepted, for the port counters. `copies_o`, `copies_lost_o`: copies
//   of frames by output, {slow, host, wire}, made, and lost for want of room.
// - `end_*`: one event per frame when its fate is decided: its tag, and the output on which it will
//   leave (1 wire, 2 host, 3 slow; 0 dropped). Its copies have no end of their own, and tag 0.
// Latency: ingress 2, then the kernel's, egress 9 clocks.
`default_nettype none

module snic_core_tx #(
    parameter int DATA_W          = 512,
    parameter int INTERFACE       = 0,
    parameter int MAX_FRAME_BYTES = 9216,
    parameter int PAYLOAD_BYTES   = 32768,
    parameter int QUEUE_BYTES     = 65536,
    parameter int CREDITS         = 128,
    parameter int BUS_W           = snic_tables_pkg::BUS_W,  // table bus
    localparam int KEEP_W         = DATA_W / 8
) (
    input  wire               clk,
    input  wire               rst,
    input  wire  [63:0]       time_ns_i,
    input  wire               generation_i,
    input  wire  [63:0]       hash_key_i,      // of that generation

    input  wire  [DATA_W-1:0] s_axis_in_tdata,
    input  wire  [KEEP_W-1:0] s_axis_in_tkeep,
    input  wire               s_axis_in_tvalid,
    output logic              s_axis_in_tready,
    input  wire               s_axis_in_tlast,
    input  wire  [16:0]       s_axis_in_tuser,
    input  wire  [11:0]       s_axis_in_queue,
    input  wire               s_axis_in_from_slow,

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

    input  wire               bus_valid_i,
    input  wire               bus_write_i,
    input  wire  [7:0]        bus_table_i,
    input  wire  [23:0]       bus_index_i,
    input  wire  [BUS_W-1:0]  bus_data_i,
    output logic              bus_done_o,
    output logic [BUS_W-1:0]  bus_data_o,

    input  wire               counter_valid_i,
    input  wire               counter_clear_i,
    input  wire  [16:0]       counter_index_i,
    output logic              counter_done_o,
    output logic [47:0]       counter_packets_o,
    output logic [55:0]       counter_bytes_o,

    output logic              in_frame_o,
    output logic [2:0]        copies_o,
    output logic [2:0]        copies_lost_o,
    output logic [6:0]        in_bytes_o,
    output logic              in_from_slow_o,

    output logic              end_valid_o,
    output logic [15:0]       end_tag_o,
    output logic [1:0]        end_dest_o
);

  localparam int BEATS_W = $clog2(MAX_FRAME_BYTES / KEEP_W + 1);

  // Ingress to kernel.
  logic hdr_valid, hdr_bad, hdr_oversize, hdr_gen, memory_starving, counter_starving;
  logic [1535:0] window;
  logic [13:0] hdr_length;
  logic [15:0] hdr_sum;
  logic [63:0] hdr_time_ns;
  logic [11:0] hdr_queue;
  logic hdr_from_slow;
  logic [15:0] unused_tag;

  // Ingress to egress.
  logic side_valid, side_ready, pay_valid, pay_ready, credit;
  logic [63:0] side_time_ns;
  logic [15:0] side_tag;
  logic [13:0] side_length;
  logic [BEATS_W-1:0] side_beats;
  logic [DATA_W-1:0] pay_data;

  // Kernel to egress.
  logic vrd_valid;
  logic [7:0] vrd_reason;
  logic [1:0] vrd_dest;
  logic [2:0] vrd_copies, count_copies, count_lost;
  logic [11:0] vrd_tenant, vrd_queue;
  logic [6:0] vrd_prefix_bytes, vrd_edit_bytes;
  logic [7:0] vrd_resume;
  logic [13:0] vrd_length, vrd_count_bytes;
  logic [8*snic_verdict_pkg::PREFIX_BYTES-1:0] vrd_prefix;
  logic [8*snic_verdict_pkg::EDIT_BYTES-1:0] vrd_edit;

  // Egress to counters.
  logic count_valid;
  logic [11:0] count_tenant;
  logic [7:0] count_reason;
  logic [13:0] count_bytes;

  snic_ingress #(
      .DATA_W         (DATA_W),
      .WINDOW_BYTES   (192),
      .MAX_FRAME_BYTES(MAX_FRAME_BYTES),
      .PAYLOAD_BYTES  (PAYLOAD_BYTES),
      .CREDITS        (CREDITS)
  ) ingress (
      .clk, .rst, .time_ns_i, .generation_i,
      .bubble_i        (memory_starving || counter_starving),
      .s_axis_tdata    (s_axis_in_tdata),
      .s_axis_tkeep    (s_axis_in_tkeep),
      .s_axis_tvalid   (s_axis_in_tvalid),
      .s_axis_tready   (s_axis_in_tready),
      .s_axis_tlast    (s_axis_in_tlast),
      .s_axis_tuser    (s_axis_in_tuser),
      .s_axis_queue    (s_axis_in_queue),
      .s_axis_from_slow(s_axis_in_from_slow),
      .hdr_valid_o     (hdr_valid),
      .hdr_window_o    (window),
      .hdr_length_o    (hdr_length),
      .hdr_sum_o       (hdr_sum),
      .hdr_time_ns_o   (hdr_time_ns),
      .hdr_bad_o       (hdr_bad),
      .hdr_oversize_o  (hdr_oversize),
      .hdr_queue_o     (hdr_queue),
      .hdr_from_slow_o (hdr_from_slow),
      .hdr_tag_o       (unused_tag),
      .hdr_gen_o       (hdr_gen),
      .side_valid_o    (side_valid),
      .side_ready_i    (side_ready),
      .side_time_ns_o  (side_time_ns),
      .side_tag_o      (side_tag),
      .side_length_o   (side_length),
      .side_beats_o    (side_beats),
      .pay_valid_o     (pay_valid),
      .pay_ready_i     (pay_ready),
      .pay_data_o      (pay_data),
      .credit_i        (credit),
      .in_frame_o, .in_bytes_o,
      .in_from_slow_o
  );

  snic_tx #(
      .BUS_W(BUS_W)
  ) pipeline (
      .clk, .rst,
      .in_valid(hdr_valid),
      .out_valid(vrd_valid),
      .frame(window),
      .meta_length(hdr_length),
      .meta_sum(hdr_sum),
      .meta_time_ns(hdr_time_ns),
      .meta_gen(hdr_gen),
      .meta_hash_key(hash_key_i),
      .meta_bad(hdr_bad),
      .meta_oversize(hdr_oversize),
      .meta_interface(4'(INTERFACE)),
      .meta_queue(hdr_queue),
      .meta_from_slow(hdr_from_slow),
      .out_reason(vrd_reason), .out_dest(vrd_dest), .out_copies(vrd_copies),
      .out_tenant(vrd_tenant), .out_queue(vrd_queue),
      .out_prefix_bytes(vrd_prefix_bytes), .out_edit_bytes(vrd_edit_bytes),
      .out_resume(vrd_resume), .out_length(vrd_length), .out_count_bytes(vrd_count_bytes),
      .out_prefix(vrd_prefix), .out_edit(vrd_edit),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o, .bus_data_o,
      .starving_o(memory_starving)
  );

  snic_egress #(
      .DATA_W         (DATA_W),
      .MAX_FRAME_BYTES(MAX_FRAME_BYTES),
      .CREDITS        (CREDITS),
      .QUEUE_BYTES    (QUEUE_BYTES),
      .HAS_WIRE       (1'b1),
      .HAS_HOST       (1'b1),
      .HAS_SLOW       (1'b1)
  ) egress (
      .clk, .rst,
      .vrd_valid_i       (vrd_valid),
      .vrd_reason_i      (vrd_reason),
      .vrd_dest_i        (vrd_dest),
      .vrd_copies_i      (vrd_copies),
      .vrd_tenant_i      (vrd_tenant),
      .vrd_queue_i       (vrd_queue),
      .vrd_prefix_bytes_i(vrd_prefix_bytes),
      .vrd_edit_bytes_i  (vrd_edit_bytes),
      .vrd_resume_i      (vrd_resume),
      .vrd_length_i      (vrd_length),
      .vrd_count_bytes_i (vrd_count_bytes),
      .vrd_prefix_i     (vrd_prefix),
      .vrd_edit_i       (vrd_edit),
      .side_valid_i     (side_valid),
      .side_ready_o     (side_ready),
      .side_time_ns_i   (side_time_ns),
      .side_tag_i       (side_tag),
      .side_length_i    (side_length),
      .side_beats_i     (side_beats),
      .pay_valid_i      (pay_valid),
      .pay_ready_o      (pay_ready),
      .pay_data_i       (pay_data),
      .credit_o         (credit),
      .count_valid_o    (count_valid),
      .count_tenant_o   (count_tenant),
      .count_reason_o   (count_reason),
      .count_bytes_o    (count_bytes),
      .count_tag_o      (end_tag_o),
      .count_dest_o     (end_dest_o),
      .count_copies_o   (count_copies),
      .count_lost_o     (count_lost),
      .m_axis_wire_tdata, .m_axis_wire_tkeep, .m_axis_wire_tvalid,
      .m_axis_wire_tready, .m_axis_wire_tlast, .m_axis_wire_tuser,
      .m_axis_host_tdata, .m_axis_host_tkeep, .m_axis_host_tvalid,
      .m_axis_host_tready, .m_axis_host_tlast, .m_axis_host_tuser,
      .m_axis_host_tdest, .m_axis_slow_tdata, .m_axis_slow_tkeep,
      .m_axis_slow_tvalid, .m_axis_slow_tready, .m_axis_slow_tlast,
      .m_axis_slow_tuser
  );

  assign end_valid_o = count_valid;

  assign copies_o      = count_copies & {3{count_valid}};
  assign copies_lost_o = count_lost & {3{count_valid}};

  snic_counter counter (
      .clk, .rst,
      .valid_i       (count_valid),
      .tenant_i      (count_tenant),
      .reason_i      (count_reason),
      .bytes_i       (count_bytes),
      .host_valid_i  (counter_valid_i),
      .host_clear_i  (counter_clear_i),
      .host_index_i  (counter_index_i),
      .host_done_o   (counter_done_o),
      .host_packets_o(counter_packets_o),
      .host_bytes_o  (counter_bytes_o),
      .starving_o    (counter_starving)
  );

endmodule

`default_nettype wire
