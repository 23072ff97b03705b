// N AXI streams -> 1, frame by frame, round robin. Input n of a packed port is [n*W +: W].
//
// Contract: `s_axis_tuser` is whatever must travel with a beat (tdest, time, ...). A frame that
// started is never interrupted; an input that waits is served after at most N-1 other frames; no
// bubble between frames.
// Latency: one clock, a beat is accepted in the clock in which it is chosen.
module snic_axis_merge #(
    parameter int N      = 2,
    parameter int DATA_W = 512,
    parameter int USER_W = 1,
    localparam int KEEP_W = DATA_W / 8
) (
    input  logic                clk,
    input  logic                rst,

    input  logic [N*DATA_W-1:0] s_axis_tdata,
    input  logic [N*KEEP_W-1:0] s_axis_tkeep,
    input  logic [N-1:0]        s_axis_tvalid,
    output logic [N-1:0]        s_axis_tready,
    input  logic [N-1:0]        s_axis_tlast,
    input  logic [N*USER_W-1:0] s_axis_tuser,

    output logic [DATA_W-1:0]   m_axis_tdata,
    output logic [KEEP_W-1:0]   m_axis_tkeep,
    output logic                m_axis_tvalid,
    input  logic                m_axis_tready,
    output logic                m_axis_tlast,
    output logic [USER_W-1:0]   m_axis_tuser
);
endmodule
