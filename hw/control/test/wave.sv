// snic_axil: a write whose data comes after its address, while the bus holds it back for a clock;
// then a read.
`default_nettype none

module wave;
  logic        clk = 1'b0, rst = 1'b1;
  logic        awvalid = 1'b0, awready, wvalid = 1'b0, wready, bvalid;
  logic        arvalid = 1'b0, arready, rvalid;
  logic        wr_valid, wr_ready = 1'b0, rd_valid;
  logic [7:0]  awaddr, araddr, wr_addr, rd_addr;
  logic [31:0] wdata, wr_data, rdata, rd_data, rd_q;

  always #1 clk = !clk;

  // The registers: each reads as its address, two clocks later.
  always_ff @(posedge clk) begin
    rd_q    <= {24'd0, rd_addr};
    rd_data <= rd_q;
  end

  snic_axil #(
      .ADDR_W(8)
  ) u_axil (
      .clk,
      .rst,
      .s_axil_awaddr (awaddr),
      .s_axil_awprot (3'd0),
      .s_axil_awvalid(awvalid),
      .s_axil_awready(awready),
      .s_axil_wdata  (wdata),
      .s_axil_wstrb  (4'hF),
      .s_axil_wvalid (wvalid),
      .s_axil_wready (wready),
      .s_axil_bresp  (),
      .s_axil_bvalid (bvalid),
      .s_axil_bready (1'b1),
      .s_axil_araddr (araddr),
      .s_axil_arprot (3'd0),
      .s_axil_arvalid(arvalid),
      .s_axil_arready(arready),
      .s_axil_rdata  (rdata),
      .s_axil_rresp  (),
      .s_axil_rvalid (rvalid),
      .s_axil_rready (1'b1),
      .wr_valid_o    (wr_valid),
      .wr_ready_i    (wr_ready),
      .wr_addr_o     (wr_addr),
      .wr_data_o     (wr_data),
      .rd_valid_o    (rd_valid),
      .rd_addr_o     (rd_addr),
      .rd_data_i     (rd_data)
  );

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, awvalid, awready, awaddr, wvalid, wready, wdata, wr_ready, wr_valid, wr_addr,
              wr_data, bvalid, arvalid, arready, araddr, rd_valid, rvalid, rdata);
    awvalid <= 1'b1;
    awaddr  <= 8'h24;
    @(posedge clk);
    awvalid <= 1'b0;
    wvalid  <= 1'b1;
    wdata   <= 32'h11;
    @(posedge clk);
    wvalid <= 1'b0;
    @(posedge clk);
    wr_ready <= 1'b1;
    do @(posedge clk); while (!bvalid);
    arvalid <= 1'b1;
    araddr  <= 8'h30;
    @(posedge clk);
    arvalid <= 1'b0;
    do @(posedge clk); while (!rvalid);
    @(posedge clk);
    $finish;
  end
endmodule
