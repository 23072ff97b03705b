// snic_corundum_tx: two frames of one beat. The core drops the first, whose completion is then made
// here; the second leaves by the wire, and its completion comes from below.
`default_nettype none

module wave;
  logic        clk = 1'b0, rst = 1'b1;
  logic        tx_tvalid = 1'b0, tx_tready, core_tvalid, end_valid = 1'b0;
  logic [15:0] tx_tag, core_tag, end_tag, below_tag, cpl_tag;
  logic [16:0] core_tuser;
  logic [1:0]  end_dest;
  logic        below_valid = 1'b0, below_ready, cpl_valid, completed;

  always #1 clk = !clk;
  assign core_tag = core_tuser[16:1];

  snic_corundum_tx #(
      .DATA_W(64),
      .PLACES(32)
  ) u_tx (
      .clk,
      .rst,
      .ptp_ts_i              (96'd0),
      .s_axis_if_tx_tdata    (64'd0),
      .s_axis_if_tx_tkeep    (8'hFF),
      .s_axis_if_tx_tvalid   (tx_tvalid),
      .s_axis_if_tx_tready   (tx_tready),
      .s_axis_if_tx_tlast    (1'b1),
      .s_axis_if_tx_tid      (12'd1),
      .s_axis_if_tx_tuser    ({tx_tag, 1'b0}),
      .m_axis_tdata          (),
      .m_axis_tkeep          (),
      .m_axis_tvalid         (core_tvalid),
      .m_axis_tready         (1'b1),
      .m_axis_tlast          (),
      .m_axis_tuser          (core_tuser),
      .m_axis_tid            (),
      .end_valid_i           (end_valid),
      .end_tag_i             (end_tag),
      .end_dest_i            (end_dest),
      .s_axis_if_tx_cpl_ts   (96'd0),
      .s_axis_if_tx_cpl_tag  (below_tag),
      .s_axis_if_tx_cpl_valid(below_valid),
      .s_axis_if_tx_cpl_ready(below_ready),
      .m_axis_if_tx_cpl_ts   (),
      .m_axis_if_tx_cpl_tag  (cpl_tag),
      .m_axis_if_tx_cpl_valid(cpl_valid),
      .m_axis_if_tx_cpl_ready(1'b1),
      .completed_o           (completed)
  );

  task automatic ends(input logic [15:0] tag, input logic [1:0] dest);
    end_valid <= 1'b1;
    end_tag   <= tag;
    end_dest  <= dest;
    @(posedge clk);
    end_valid <= 1'b0;
  endtask

  initial begin
    repeat (8) @(posedge clk);
    rst <= 1'b0;
    repeat (4) @(posedge clk);
    $dumpvars(1, clk, tx_tvalid, tx_tready, tx_tag, core_tvalid, core_tag, end_valid, end_tag,
              end_dest, completed, below_valid, below_ready, below_tag, cpl_valid, cpl_tag);
    for (int n = 1; n < 3; n++) begin
      tx_tvalid <= 1'b1;
      tx_tag    <= 16'h8000 + 16'(n);
      @(posedge clk);
    end
    tx_tvalid <= 1'b0;
    ends(16'h8001, 2'd0);
    ends(16'h8002, 2'd1);
    @(posedge clk);
    below_valid <= 1'b1;
    below_tag   <= 16'h8002;
    do @(posedge clk); while (!below_ready);
    below_valid <= 1'b0;
    repeat (4) @(posedge clk);
    $finish;
  end
endmodule
