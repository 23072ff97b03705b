// Ingress: stores a frame, measures it, stamps it, and cuts the header window off its front.
//
// Contract
// - `s_axis_*`: tkeep contiguous from bit 0, full except at tlast; tuser = {tag[15:0], bad}.
//   `tag`, `queue` and `from_slow` are taken from the first beat, `bad` from the last one.
//   `time_ns_i` is sampled in the clock in which the first beat is accepted at `s_axis`, as if it
//   were part of that beat: a merge in front of this block passes the time along in its tuser.
// - A frame is accepted with a credit (one entry of the verdict FIFO, given back by `credit_i`), a
//   beat with room in the payload FIFO. Beats beyond MAX_FRAME_BYTES are accepted and not stored.
// - `hdr_*` is valid-only: one header per frame, a clock after its last beat entered the payload
//   FIFO; no header appears in the clock after `bubble_i`. `hdr_window_o[64*i +: 64]` is word i in
//   network order: byte 8i of the frame is its most significant byte, bytes beyond the frame are
//   zero.
// - `hdr_length_o` saturates at MAX_FRAME_BYTES + 1. `hdr_bad_o` covers oversize.
// - `side_*` and `pay_*` go to snic_egress: per frame what egress must know, and the stored beats.
// Latency: header 2 clocks after the last beat at `s_axis`. Throughput: one beat, and one header,
// per clock.
// It does not look into the frame: what is too short or malformed is the kernel's to drop.
module snic_ingress #(
    parameter int DATA_W          = 512,
    parameter int WINDOW_BYTES    = 192,
    parameter int MAX_FRAME_BYTES = 9216,
    parameter int PAYLOAD_BYTES   = 32768,  // payload FIFO: 3 maximal frames
    parameter int CREDITS         = 128,    // as in snic_egress; > kernel latency + 10
    localparam int KEEP_W         = DATA_W / 8,
    localparam int BEATS_W        = $clog2(MAX_FRAME_BYTES / KEEP_W + 1)
) (
    input  logic                      clk,
    input  logic                      rst,

    input  logic [63:0]               time_ns_i,
    input  logic                      generation_i,
    input  logic                      bubble_i,

    input  logic [DATA_W-1:0]         s_axis_tdata,
    input  logic [KEEP_W-1:0]         s_axis_tkeep,
    input  logic                      s_axis_tvalid,
    output logic                      s_axis_tready,
    input  logic                      s_axis_tlast,
    input  logic [16:0]               s_axis_tuser,
    input  logic [11:0]               s_axis_queue,
    input  logic                      s_axis_from_slow,

    output logic                      hdr_valid_o,
    output logic [WINDOW_BYTES*8-1:0] hdr_window_o,
    output logic [13:0]               hdr_length_o,
    output logic [63:0]               hdr_time_ns_o,
    output logic                      hdr_bad_o,
    output logic                      hdr_oversize_o,
    output logic [11:0]               hdr_queue_o,
    output logic                      hdr_from_slow_o,
    output logic [15:0]               hdr_tag_o,
    output logic                      hdr_gen_o,

    output logic                      side_valid_o,
    input  logic                      side_ready_i,
    output logic [63:0]               side_time_ns_o,
    output logic [15:0]               side_tag_o,
    output logic [13:0]               side_length_o,  // stored bytes
    output logic [BEATS_W-1:0]        side_beats_o,   // stored beats, at least 1

    output logic                      pay_valid_o,
    input  logic                      pay_ready_i,
    output logic [DATA_W-1:0]         pay_data_o,

    input  logic                      credit_i,

    output logic                      in_frame_o,     // a frame ended
    output logic [6:0]                in_bytes_o,     // bytes accepted in this clock, stored or not
    output logic                      in_from_slow_o  // belongs to in_frame_o and in_bytes_o
);
endmodule
