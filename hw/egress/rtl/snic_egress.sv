// Egress: takes verdicts and payload in frame order, edits each frame, and queues it per output.
//
// Contract
// - `vrd_*` is valid-only, one per header of snic_ingress and in the same order; at most CREDITS
//   frames are between the credit taken by ingress and `credit_o`, so that the verdict FIFO never
//   overflows.
// - Output frame = `insert` bytes of h0..h6 (h0 in vrd_prefix_i[447:384], network order), then
//   `length` bytes of the stored frame from byte `strip` on. A length beyond the stored frame is
//   clamped.
// - `dest` 0 drops, 1 wire, 2 host, 3 slow. Whether the queue has room for the whole frame is
//   decided before its first beat; without room (or without that output) the frame is dropped and
//   counted in slot 15.
// - `count_*`: exactly one event per frame.
// - Clocks per frame = max(stored beats, output beats) for any sequence of frames. An output that
//   is not ready never delays another one.
// Latency: 9 clocks from verdict to the first output beat, with empty queues.
// It does not check what the verdict says about the packet, and rewrites nothing but the front.
module snic_egress #(
    parameter int DATA_W          = 512,
    parameter int MAX_FRAME_BYTES = 9216,
    parameter int CREDITS         = 128,
    parameter int QUEUE_BYTES     = 65536,  // per output: 2 maximal frames + 32 KiB, rounded up
    parameter bit HAS_WIRE        = 1'b1,
    parameter bit HAS_HOST        = 1'b1,
    parameter bit HAS_SLOW        = 1'b1,
    localparam int KEEP_W         = DATA_W / 8,
    localparam int BEATS_W        = $clog2(MAX_FRAME_BYTES / KEEP_W + 1)
) (
    input  logic               clk,
    input  logic               rst,

    input  logic               vrd_valid_i,
    input  logic [3:0]         vrd_slot_i,
    input  logic [1:0]         vrd_dest_i,
    input  logic [11:0]        vrd_tenant_i,
    input  logic [11:0]        vrd_queue_i,
    input  logic [7:0]         vrd_strip_i,
    input  logic [5:0]         vrd_insert_i,
    input  logic [13:0]        vrd_length_i,
    input  logic [13:0]        vrd_count_bytes_i,
    input  logic [447:0]       vrd_prefix_i,   // {h0, h1, h2, h3, h4, h5, h6}

    input  logic               side_valid_i,
    output logic               side_ready_o,
    input  logic [63:0]        side_time_ns_i,
    input  logic [15:0]        side_tag_i,
    input  logic [13:0]        side_length_i,
    input  logic [BEATS_W-1:0] side_beats_i,

    input  logic               pay_valid_i,
    output logic               pay_ready_o,
    input  logic [DATA_W-1:0]  pay_data_i,

    output logic               credit_o,

    output logic               count_valid_o,
    output logic [11:0]        count_tenant_o,
    output logic [3:0]         count_slot_o,
    output logic [13:0]        count_bytes_o,

    output logic [DATA_W-1:0]  m_axis_wire_tdata,
    output logic [KEEP_W-1:0]  m_axis_wire_tkeep,
    output logic               m_axis_wire_tvalid,
    input  logic               m_axis_wire_tready,
    output logic               m_axis_wire_tlast,
    output logic [79:0]        m_axis_wire_tuser,

    output logic [DATA_W-1:0]  m_axis_host_tdata,
    output logic [KEEP_W-1:0]  m_axis_host_tkeep,
    output logic               m_axis_host_tvalid,
    input  logic               m_axis_host_tready,
    output logic               m_axis_host_tlast,
    output logic [79:0]        m_axis_host_tuser,
    output logic [11:0]        m_axis_host_tdest,

    output logic [DATA_W-1:0]  m_axis_slow_tdata,
    output logic [KEEP_W-1:0]  m_axis_slow_tkeep,
    output logic               m_axis_slow_tvalid,
    input  logic               m_axis_slow_tready,
    output logic               m_axis_slow_tlast,
    output logic [79:0]        m_axis_slow_tuser
);
endmodule
