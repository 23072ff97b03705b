// Proof of snic_corundum_tx (2 places, one-bit tags behind the first bit): completions that leave
// are those that came from below or are due here, each exactly once with its tag; none is lost,
// however many frames the core holds and however long the completions are stalled. Frames of our
// own (first bit 0) end without a completion, and what comes from below for them goes nowhere.
module tx_props (
    input logic       clk,
    input logic       rst,
    input logic       s_valid,
    input logic       s_last,
    input logic       host_ready,
    input logic       end_valid,
    input logic       end_own,
    input logic       end_tag,
    input logic       end_wire,
    input logic       below_valid,
    input logic       below_tag,
    input logic       below_own,
    input logic       m_ready
);
  logic        s_ready, m_last, host_valid, below_ready, m_ts, m_tag, m_host, m_valid, due;
  logic [63:0] m_data;
  logic [7:0]  m_keep;
  logic [16:0] m_user;
  logic [11:0] m_id;

  snic_corundum_tx #(.DATA_W(64), .TX_ID_W(1), .TAG_W(2), .TS_W(1), .PLACES(2)) dut (
      .clk, .rst, .ptp_ts_i(1'b0),
      .s_axis_if_tx_tdata(64'd0), .s_axis_if_tx_tkeep(8'd0), .s_axis_if_tx_tvalid(s_valid),
      .s_axis_if_tx_tready(s_ready), .s_axis_if_tx_tlast(s_last), .s_axis_if_tx_tid(1'b1),
      .s_axis_if_tx_tuser(3'd4),
      .m_axis_tdata(m_data), .m_axis_tkeep(m_keep), .m_axis_tlast(m_last), .m_axis_tuser(m_user),
      .m_axis_tid(m_id), .m_axis_tvalid(host_valid), .m_axis_tready(host_ready),
      .end_valid_i(end_valid), .end_tag_i({14'd0, !end_own, end_tag}),
      .end_dest_i({1'b0, end_wire}),
      .s_axis_if_tx_cpl_ts(1'b0), .s_axis_if_tx_cpl_tag({!below_own, below_tag}),
      .s_axis_if_tx_cpl_valid(below_valid), .s_axis_if_tx_cpl_ready(below_ready),
      .m_axis_if_tx_cpl_ts(m_ts), .m_axis_if_tx_cpl_tag({m_host, m_tag}),
      .m_axis_if_tx_cpl_valid(m_valid),
      .m_axis_if_tx_cpl_ready(m_ready), .completed_o(due)
  );

  logic       started_q = 1'b0, first_q = 1'b1;
  logic [1:0] inside_q = '0;               // frames in the core
  logic [2:0] owed0_q = '0, owed1_q = '0;  // completions to leave, by tag
  logic [2:0] quiet_q = '0;                // clocks in which one could leave and none did

  logic fire, below, leave, ends;
  assign ends  = end_valid && !end_own;
  assign fire  = s_valid && s_ready;
  assign below = below_valid && below_ready && !below_own;
  assign leave = m_valid && m_ready;

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      first_q  <= 1'b1;
      inside_q <= '0;
      owed0_q  <= '0;
      owed1_q  <= '0;
      quiet_q  <= '0;
    end else begin
      if (fire) first_q <= s_last;
      inside_q <= inside_q + 2'(fire && first_q) - 2'(ends);
      owed0_q  <= owed0_q + 3'(ends && !end_wire && !end_tag) + 3'(below && !below_tag)
                  - 3'(leave && !m_tag);
      owed1_q  <= owed1_q + 3'(ends && !end_wire && end_tag) + 3'(below && below_tag)
                  - 3'(leave && m_tag);
      quiet_q  <= (m_ready && !m_valid && (owed0_q != '0 || owed1_q != '0)) ? quiet_q + 1'b1 : '0;
    end
  end

  logic bad;
  assign bad = (m_valid && (m_tag ? owed1_q : owed0_q) == '0)
               || quiet_q > 3'd4
               || due != (ends && !end_wire)
               || (m_valid && !m_host);

  always_comb begin
    assume (rst == !started_q);
    assume (!ends || inside_q != '0);
    if (!rst) assert (!bad);
  end
endmodule
