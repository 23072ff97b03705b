// Proof of snic_egress_queue (8 beats): what is reserved always has room, and the account is exact.
module queue_props (
    input logic       clk,
    input logic       rst,
    input logic [3:0] ask,
    input logic       reserve,
    input logic       in_valid,
    input logic       m_ready
);
  localparam int DEPTH = 8;
  logic        fits, m_valid, m_last;
  logic [63:0] m_data;
  logic [7:0]  m_keep;
  logic [79:0] m_user;
  logic [11:0] m_dest;

  snic_egress_queue #(.DATA_W(64), .DEPTH(DEPTH), .SLOT_W(4)) dut (
      .clk, .rst,
      .ask_beats_i(ask), .fits_o(fits), .reserve_i(reserve),
      .in_valid_i(in_valid), .in_data_i(64'd0), .in_tail_i(3'd0), .in_last_i(1'b0),
      .in_queue_i(12'd0), .in_user_i(80'd0),
      .m_axis_tdata(m_data), .m_axis_tkeep(m_keep), .m_axis_tvalid(m_valid),
      .m_axis_tready(m_ready), .m_axis_tlast(m_last), .m_axis_tuser(m_user), .m_axis_tdest(m_dest)
  );

  logic       started_q = 1'b0;
  logic [5:0] promised_q = '0, inside_q = '0;  // beats reserved and not here yet; beats here

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      promised_q <= '0;
      inside_q   <= '0;
    end else begin
      promised_q <= promised_q + (reserve ? 6'(ask) : 6'd0) - 6'(in_valid);
      inside_q   <= inside_q + 6'(in_valid) - 6'(m_valid && m_ready);
    end
  end

  logic bad;
  assign bad = promised_q + inside_q > DEPTH || (m_valid && inside_q == '0)
               || fits != (promised_q + inside_q + 6'(ask) <= DEPTH);

  always_comb begin
    assume (rst == !started_q);
    assume (!reserve || fits);
    assume (!in_valid || promised_q != '0);
    if (!rst) assert (!bad);
  end
endmodule
