// What mqnic_app_block does not use: two positions straight through, control DMA answered, the rest
// silent. The gateway itself is left out (iverilog -i): none of this may depend on it.
module tie_off_tb;
  localparam int W = 64, K = W / 8, P = 2, SEGS = 2;

  logic clk = 0;
  integer seed = 1;
  logic [P*W-1:0]  data [4];
  logic [P*K-1:0]  keep [4];
  logic [P-1:0]    valid [4], last [4], ready [4];
  logic [P*17-1:0] tx_user [2];
  logic [P*97-1:0] rx_user [2];
  logic [P*96-1:0] ts [2];
  logic [P*16-1:0] tag [2];
  logic [P-1:0]    cpl_valid [2], cpl_ready [2];
  logic [SEGS-1:0] wr_valid, rd_valid, resp_ready;
  logic            tdi;

  wire [P*W-1:0]  o_data [4];
  wire [P*K-1:0]  o_keep [4];
  wire [P-1:0]    o_valid [4], o_last [4], o_ready [4];
  wire [P*17-1:0] o_tx_user [2];
  wire [P*97-1:0] o_rx_user [2];
  wire [P*96-1:0] o_ts [2];
  wire [P*16-1:0] o_tag [2];
  wire [P-1:0]    o_cpl_valid [2], o_cpl_ready [2];
  wire [SEGS-1:0] wr_ready, wr_done, rd_ready, resp_valid;
  wire [10:0]     silent;
  wire            tdo, axil_bready, axil_rready;

`define POSITION(NAME, TX, RX, N) \
      .s_axis_``NAME``_tx_tdata(data[TX]), .s_axis_``NAME``_tx_tkeep(keep[TX]), \
      .s_axis_``NAME``_tx_tvalid(valid[TX]), .s_axis_``NAME``_tx_tready(o_ready[TX]), \
      .s_axis_``NAME``_tx_tlast(last[TX]), .s_axis_``NAME``_tx_tuser(tx_user[N]), \
      .m_axis_``NAME``_tx_tdata(o_data[TX]), .m_axis_``NAME``_tx_tkeep(o_keep[TX]), \
      .m_axis_``NAME``_tx_tvalid(o_valid[TX]), .m_axis_``NAME``_tx_tready(ready[TX]), \
      .m_axis_``NAME``_tx_tlast(o_last[TX]), .m_axis_``NAME``_tx_tuser(o_tx_user[N]), \
      .s_axis_``NAME``_rx_tdata(data[RX]), .s_axis_``NAME``_rx_tkeep(keep[RX]), \
      .s_axis_``NAME``_rx_tvalid(valid[RX]), .s_axis_``NAME``_rx_tready(o_ready[RX]), \
      .s_axis_``NAME``_rx_tlast(last[RX]), .s_axis_``NAME``_rx_tuser(rx_user[N]), \
      .m_axis_``NAME``_rx_tdata(o_data[RX]), .m_axis_``NAME``_rx_tkeep(o_keep[RX]), \
      .m_axis_``NAME``_rx_tvalid(o_valid[RX]), .m_axis_``NAME``_rx_tready(ready[RX]), \
      .m_axis_``NAME``_rx_tlast(o_last[RX]), .m_axis_``NAME``_rx_tuser(o_rx_user[N]), \
      .s_axis_``NAME``_tx_cpl_ts(ts[N]), .s_axis_``NAME``_tx_cpl_tag(tag[N]), \
      .s_axis_``NAME``_tx_cpl_valid(cpl_valid[N]), .s_axis_``NAME``_tx_cpl_ready(o_cpl_ready[N]), \
      .m_axis_``NAME``_tx_cpl_ts(o_ts[N]), .m_axis_``NAME``_tx_cpl_tag(o_tag[N]), \
      .m_axis_``NAME``_tx_cpl_valid(o_cpl_valid[N]), .m_axis_``NAME``_tx_cpl_ready(cpl_ready[N])

  mqnic_app_block #(
      .IF_COUNT(P), .AXIS_DATA_WIDTH(W), .RAM_SEG_COUNT(SEGS)
  ) dut (
      .clk(clk), .rst(1'b0),
      `POSITION(direct, 0, 1, 0), `POSITION(sync, 2, 3, 1),
      .ctrl_dma_ram_wr_cmd_valid(wr_valid), .ctrl_dma_ram_wr_cmd_ready(wr_ready),
      .ctrl_dma_ram_wr_done(wr_done), .ctrl_dma_ram_rd_cmd_valid(rd_valid),
      .ctrl_dma_ram_rd_cmd_ready(rd_ready), .ctrl_dma_ram_rd_resp_valid(resp_valid),
      .ctrl_dma_ram_rd_resp_ready(resp_ready),
      .m_axis_ctrl_dma_read_desc_valid(silent[0]), .m_axis_ctrl_dma_write_desc_valid(silent[1]),
      .m_axil_ctrl_awvalid(silent[2]), .m_axil_ctrl_wvalid(silent[3]),
      .m_axil_ctrl_arvalid(silent[4]), .m_axil_ctrl_bready(axil_bready),
      .m_axil_ctrl_rready(axil_rready),
      .m_axi_ddr_awvalid(silent[5]), .m_axi_ddr_wvalid(silent[6]), .m_axi_ddr_arvalid(silent[7]),
      .m_axi_hbm_awvalid(silent[8]), .m_axi_hbm_wvalid(silent[9]),
      .m_axi_hbm_arvalid(silent[10]),
      .jtag_tdi(tdi), .jtag_tdo(tdo)
  );

  task check(input logic good, input integer what);
    if (good !== 1'b1) begin
      $display("FAIL check %0d", what);
      $finish;
    end
  endtask

  integer i, k;
  initial begin
    for (k = 0; k < 1000; k = k + 1) begin
      for (i = 0; i < 4; i = i + 1) begin
        data[i]  = {$random(seed), $random(seed), $random(seed), $random(seed)};
        keep[i]  = $random(seed);
        valid[i] = $random(seed);
        last[i]  = $random(seed);
        ready[i] = $random(seed);
      end
      for (i = 0; i < 2; i = i + 1) begin
        tx_user[i]    = {$random(seed), $random(seed)};
        rx_user[i]    = {7{$random(seed)}};
        ts[i]         = {6{$random(seed)}};
        tag[i]        = $random(seed);
        cpl_valid[i]  = $random(seed);
        cpl_ready[i]  = $random(seed);
      end
      wr_valid   = $random(seed);
      rd_valid   = $random(seed);
      resp_ready = $random(seed);
      tdi = $random(seed);
      #1;
      for (i = 0; i < 4; i = i + 1) begin
        check({o_data[i], o_keep[i], o_valid[i], o_last[i], o_ready[i]}
              === {data[i], keep[i], valid[i], last[i], ready[i]}, i);
      end
      for (i = 0; i < 2; i = i + 1) begin
        check({o_tx_user[i], o_rx_user[i], o_ts[i], o_tag[i], o_cpl_valid[i], o_cpl_ready[i]}
              === {tx_user[i], rx_user[i], ts[i], tag[i], cpl_valid[i], cpl_ready[i]}, 10 + i);
      end
      check({wr_ready, wr_done, rd_ready, resp_valid}
            === {{SEGS{1'b1}}, wr_valid, resp_ready, rd_valid}, 20);
      check(silent === 11'd0 && axil_bready === 1'b1 && axil_rready === 1'b1 && tdo === tdi, 30);
    end
    $display("PASS");
    $finish;
  end
endmodule
