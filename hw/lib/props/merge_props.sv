// Proof of snic_axis_merge (three inputs), registered, or with SNIC_PROVE_PLAIN not.
//
// Frame integrity: the source does not change between the first and the last beat of a frame, and
// the stream of one arbitrary source is not reordered, lost or duplicated (see fifo_props).
// Fairness: a waiting input sees at most N-1 other frames begin. No bubble: with a ready output,
// a waiting input moves in every clock. An offer stays: what waits at the output is not exchanged.
module merge_props (
    input logic       clk,
    input logic       rst,
    input logic [2:0] valid,
    input logic [2:0] last,
    input logic       colour,
    input logic       m_ready
);
  localparam int N = 3;
`ifdef SNIC_PROVE_PLAIN
  localparam bit REGISTERED = 1'b0;
`else
  localparam bit REGISTERED = 1'b1;
`endif
  (* anyconst *) logic [1:0] watched;

  logic [N-1:0]   ready;
  logic [N*8-1:0] data;
  logic [7:0]     m_data;
  logic [1:0]     m_user;
  logic           m_keep, m_valid, m_last;

  always_comb begin
    for (int i = 0; i < N; i++) data[i*8 +: 8] = {7'd0, colour && watched == 2'(i)};
  end

  snic_axis_merge #(.N(N), .DATA_W(8), .USER_W(2), .REGISTERED(REGISTERED)) dut (
      .clk, .rst,
      .s_axis_tdata(data), .s_axis_tkeep(3'b111), .s_axis_tvalid(valid), .s_axis_tready(ready),
      .s_axis_tlast(last), .s_axis_tuser({2'd2, 2'd1, 2'd0}),
      .m_axis_tdata(m_data), .m_axis_tkeep(m_keep), .m_axis_tvalid(m_valid),
      .m_axis_tready(m_ready), .m_axis_tlast(m_last), .m_axis_tuser(m_user)
  );

  logic [N-1:0] move;
  logic         m_move;
  assign move   = valid & ready;
  assign m_move = m_valid && m_ready;

  logic       started_q = 1'b0, open_q = 1'b0, m_open_q = 1'b0;
  logic       offered_q = 1'b0;  // waits at the output
  logic [1:0] m_source_q = '0, in_q = '0, out_q = '0, source_q = '0, ready_q = '0;
  logic [2:0] others_q = '0;  // frames of others that began while the watched input waited
  logic [2:0] valid_q = '0, last_q = '0;
  logic       colour_q = 1'b0;

  logic in_wrong, out_wrong, in_one, out_one;
  assign in_one    = move[watched] && colour;
  assign out_one   = m_move && m_user == watched && m_data[0];
  assign in_wrong  = move[watched] && ((in_q == 1 && !colour) || (in_q == 2 && colour));
  assign out_wrong = m_move && m_user == watched
                     && ((out_q == 1 && !m_data[0]) || (out_q == 2 && m_data[0]));

  logic [1:0] mover;
  assign mover = move[2] ? 2'd2 : move[1] ? 2'd1 : 2'd0;

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (rst) begin
      {offered_q, open_q, m_open_q, in_q, out_q, others_q, ready_q, valid_q} <= '0;
    end else begin
      if (in_one) in_q <= in_q + 2'(in_q != 2);
      if (out_one) out_q <= out_q + 2'(out_q != 2);
      if (|move) begin
        open_q   <= !(|(move & last));
        source_q <= mover;
      end
      if (m_move) m_open_q <= !m_last;
      if (m_valid) m_source_q <= m_user;
      offered_q <= m_valid && !m_ready;
      if (move[watched] || !valid[watched]) others_q <= '0;
      else if (|move && !open_q) others_q <= others_q + 3'(others_q != 7);
      ready_q  <= {ready_q[0], m_ready};
      valid_q  <= valid & ~ready;  // must stay
      last_q   <= last;
      colour_q <= colour;
    end
  end

  logic stuck, bad;
  assign stuck = (&ready_q) && (REGISTERED || m_ready) && started_q
                 && (open_q ? valid[source_q] : |valid) && move == '0;
  assign bad   = out_wrong || (offered_q && (!m_valid || m_user != m_source_q))
                 || (m_move && m_open_q && m_user != m_source_q)
                 || (move & (move - 1)) != 0 || (open_q && |move && mover != source_q)
                 || others_q > N - 1 || stuck;

  always_comb begin
    assume (rst == !started_q);
    assume (watched < N);
    assume (!in_wrong);
    assume ((valid_q & ~valid) == '0);
    assume ((valid_q & (last ^ last_q)) == '0);
    assume (!valid_q[watched] || colour == colour_q);
    if (!rst) assert (!bad);
  end
endmodule
