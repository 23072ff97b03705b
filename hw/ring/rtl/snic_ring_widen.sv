// Words of 64 bits to a stream of DATA_W bits.
//
// Contract: `s_bytes_i` = bytes of the word, 8 but in the last of a frame. tkeep as everywhere.
// Latency: a beat leaves one clock after its last word. Throughput: a word a clock.
module snic_ring_widen #(
    parameter int DATA_W  = 512,
    localparam int KEEP_W = DATA_W / 8
) (
    input  logic              clk,
    input  logic              rst,

    input  logic              s_valid_i,
    output logic              s_ready_o,
    input  logic [63:0]       s_data_i,
    input  logic [3:0]        s_bytes_i,
    input  logic              s_last_i,

    output logic [DATA_W-1:0] m_axis_tdata,
    output logic [KEEP_W-1:0] m_axis_tkeep,
    output logic              m_axis_tvalid,
    input  logic              m_axis_tready,
    output logic              m_axis_tlast
);
  localparam int WORDS   = DATA_W / 64;
  localparam int INDEX_W = WORDS > 1 ? $clog2(WORDS) : 1;

  logic [INDEX_W-1:0] index_q;
  logic               fire, full;
  logic [7:0]         keep;
  assign s_ready_o = !m_axis_tvalid || m_axis_tready;
  assign fire      = s_valid_i && s_ready_o;
  assign full      = s_last_i || index_q == INDEX_W'(WORDS - 1);

  for (genvar b = 0; b < 8; b++) begin : g_keep
    assign keep[b] = s_bytes_i > 4'(b);
  end

  always_ff @(posedge clk) begin
    if (rst) begin
      index_q       <= '0;
      m_axis_tvalid <= 1'b0;
    end else begin
      if (fire) index_q <= full ? '0 : index_q + 1'b1;
      m_axis_tvalid <= (fire && full) || (m_axis_tvalid && !m_axis_tready);
    end
    if (fire) begin
      if (index_q == '0) m_axis_tkeep <= KEEP_W'(keep);
      else m_axis_tkeep[8*index_q +: 8] <= keep;
      m_axis_tdata[64*index_q +: 64] <= s_data_i;
      m_axis_tlast <= s_last_i;
    end
  end
endmodule
