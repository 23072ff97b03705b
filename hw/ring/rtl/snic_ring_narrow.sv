// Stream of DATA_W bits to words of 64 bits, one a clock. It never waits for anybody.
//
// Contract: `s_axis_tready` in the clock of a beat's last word; `m_bytes_o` = bytes of the word, 8
// but in the last of a frame. Latency: none.
module snic_ring_narrow #(
    parameter int DATA_W  = 512,
    localparam int KEEP_W = DATA_W / 8
) (
    input  logic              clk,
    input  logic              rst,

    input  logic [DATA_W-1:0] s_axis_tdata,
    input  logic [KEEP_W-1:0] s_axis_tkeep,
    input  logic              s_axis_tvalid,
    output logic              s_axis_tready,
    input  logic              s_axis_tlast,

    output logic              m_valid_o,
    output logic [63:0]       m_data_o,
    output logic [3:0]        m_bytes_o,
    output logic              m_last_o
);
  localparam int WORDS   = DATA_W / 64;
  localparam int INDEX_W = WORDS > 1 ? $clog2(WORDS) : 1;

  logic [INDEX_W-1:0] index_q;
  logic [WORDS-1:0]   more;  // word i is not the beat's last
  logic [7:0]         keep;
  logic               end_of_beat;

  for (genvar i = 0; i < WORDS; i++) begin : g_more
    if (i == WORDS - 1) begin : g_end
      assign more[i] = 1'b0;
    end else begin : g_next
      assign more[i] = s_axis_tkeep[8*(i + 1)];
    end
  end

  assign keep          = s_axis_tkeep[8*index_q +: 8];
  assign end_of_beat   = !more[index_q];
  assign s_axis_tready = end_of_beat;
  assign m_valid_o     = s_axis_tvalid;
  assign m_data_o      = s_axis_tdata[64*index_q +: 64];
  assign m_last_o      = s_axis_tlast && end_of_beat;

  always_comb begin
    m_bytes_o = '0;
    for (int b = 0; b < 8; b++) m_bytes_o += 4'(keep[b]);
  end

  always_ff @(posedge clk) begin
    if (rst) index_q <= '0;
    else if (s_axis_tvalid) index_q <= end_of_beat ? '0 : index_q + 1'b1;
  end
endmodule
