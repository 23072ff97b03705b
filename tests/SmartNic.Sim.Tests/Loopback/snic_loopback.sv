// One register between two streams; it stamps frames, and breaks a rule when asked (snic_top).
module snic_loopback #(
    parameter int DATA_W  = 512,
    localparam int KEEP_W = DATA_W / 8
) (
    input  logic              clk,
    input  logic              rst,
    input  logic [63:0]       time_ns_i,
    input  logic [2:0]        fault_i,

    input  logic [DATA_W-1:0] s_axis_tdata,
    input  logic [KEEP_W-1:0] s_axis_tkeep,
    input  logic              s_axis_tvalid,
    output logic              s_axis_tready,
    input  logic              s_axis_tlast,
    input  logic [16:0]       s_axis_tuser,

    output logic [DATA_W-1:0] m_axis_tdata,
    output logic [KEEP_W-1:0] m_axis_tkeep,
    output logic              m_axis_tvalid,
    input  logic              m_axis_tready,
    output logic              m_axis_tlast,
    output logic [79:0]       m_axis_tuser
);
  logic [DATA_W-1:0] data_q;
  logic [KEEP_W-1:0] keep_q;
  logic [63:0]       time_q;
  logic [15:0]       tag_q;
  logic              full_q, last_q, first_q, stalled_q;

  assign s_axis_tready = !full_q | m_axis_tready;
  assign m_axis_tvalid = full_q & !(fault_i == 3'd1 & stalled_q)
                         & !(fault_i == 3'd6 & last_q);
  assign m_axis_tdata  = fault_i == 3'd2 & stalled_q ? ~data_q : data_q;
  assign m_axis_tkeep  = fault_i == 3'd3 ? keep_q & ~KEEP_W'(2) : keep_q;
  assign m_axis_tlast  = last_q;
  assign m_axis_tuser  = {fault_i == 3'd4 ? time_q + 64'd1 : time_q, tag_q};

  always_ff @(posedge clk) begin
    stalled_q <= m_axis_tvalid & !m_axis_tready;
    if (s_axis_tready) begin
      full_q <= s_axis_tvalid;
      data_q <= s_axis_tdata;
      keep_q <= s_axis_tkeep;
      last_q <= s_axis_tlast;
      if (s_axis_tvalid) begin
        first_q <= s_axis_tlast;
        if (first_q) begin
          time_q <= time_ns_i;
          tag_q  <= s_axis_tuser[16:1];
        end
      end
    end
    if (rst) begin
      full_q  <= 1'b0;
      first_q <= 1'b1;
    end
  end
endmodule
