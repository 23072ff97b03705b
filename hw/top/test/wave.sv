// snic_top at 512 bits: a frame of 64 bytes that the slow path made, with its header of 32 bytes in
// front, through merge, ingress, kernel and egress to the wire.
`default_nettype none

module wave;
  logic         clk = 1'b0, rst = 1'b1;
  logic         slow_tvalid = 1'b0, slow_tready, slow_tlast = 1'b0, wire_tvalid, wire_tlast;
  logic         end_valid;
  logic [1:0]   end_dest;
  logic [511:0] slow_tdata = '0, wire_tdata;
  logic [63:0]  slow_tkeep = '1, wire_tkeep;
  logic [15:0]  slow_header, slow_front, wire_front, wire_tag;
  logic [79:0]  wire_tuser;

  always #1 clk = !clk;
  assign slow_header = slow_tdata[15:0];
  assign slow_front  = slow_tdata[271:256];
  assign wire_front  = wire_tdata[15:0];
  assign wire_tag    = wire_tuser[15:0];

  snic_top u_top (
      .clk,
      .rst,
      .time_ns_i         (64'd0),
      .s_axis_wire_tdata (512'd0),
      .s_axis_wire_tkeep (64'd0),
      .s_axis_wire_tvalid(1'b0),
      .s_axis_wire_tready(),
      .s_axis_wire_tlast (1'b0),
      .s_axis_wire_tuser (17'd0),
      .s_axis_host_tdata (512'd0),
      .s_axis_host_tkeep (64'd0),
      .s_axis_host_tvalid(1'b0),
      .s_axis_host_tready(),
      .s_axis_host_tlast (1'b0),
      .s_axis_host_tuser (17'd0),
      .s_axis_host_tid   (12'd0),
      .s_axis_slow_tdata (slow_tdata),
      .s_axis_slow_tkeep (slow_tkeep),
      .s_axis_slow_tvalid(slow_tvalid),
      .s_axis_slow_tready(slow_tready),
      .s_axis_slow_tlast (slow_tlast),
      .s_axis_slow_tuser ({16'h17, 1'b0}),
      .m_axis_wire_tdata (wire_tdata),
      .m_axis_wire_tkeep (wire_tkeep),
      .m_axis_wire_tvalid(wire_tvalid),
      .m_axis_wire_tready(1'b1),
      .m_axis_wire_tlast (wire_tlast),
      .m_axis_wire_tuser (wire_tuser),
      .m_axis_host_tdata (),
      .m_axis_host_tkeep (),
      .m_axis_host_tvalid(),
      .m_axis_host_tready(1'b1),
      .m_axis_host_tlast (),
      .m_axis_host_tuser (),
      .m_axis_host_tdest (),
      .m_axis_slow_tdata (),
      .m_axis_slow_tkeep (),
      .m_axis_slow_tvalid(),
      .m_axis_slow_tready(1'b1),
      .m_axis_slow_tlast (),
      .m_axis_slow_tuser (),
      .s_axil_awaddr     (24'd0),
      .s_axil_awprot     (3'd0),
      .s_axil_awvalid    (1'b0),
      .s_axil_awready    (),
      .s_axil_wdata      (32'd0),
      .s_axil_wstrb      (4'd0),
      .s_axil_wvalid     (1'b0),
      .s_axil_wready     (),
      .s_axil_bresp      (),
      .s_axil_bvalid     (),
      .s_axil_bready     (1'b1),
      .s_axil_araddr     (24'd0),
      .s_axil_arprot     (3'd0),
      .s_axil_arvalid    (1'b0),
      .s_axil_arready    (),
      .s_axil_rdata      (),
      .s_axil_rresp      (),
      .s_axil_rvalid     (),
      .s_axil_rready     (1'b1),
      .tx_end_valid_o    (end_valid),
      .tx_end_tag_o      (),
      .tx_end_dest_o     (end_dest)
  );

  initial begin
    repeat (64) @(posedge clk);
    rst <= 1'b0;
    repeat (64) @(posedge clk);
    $dumpvars(1, clk, slow_tvalid, slow_tready, slow_tlast, slow_header, slow_front, end_valid,
              end_dest, wire_tvalid, wire_tlast, wire_front, wire_tag);
    slow_tvalid         <= 1'b1;
    slow_tdata[63:0]    <= 64'h4000_0000_0000_0201;
    slow_tdata[271:256] <= 16'hBEEF;
    @(posedge clk);
    slow_tdata <= '0;
    slow_tkeep <= 64'hFFFF_FFFF;
    slow_tlast <= 1'b1;
    @(posedge clk);
    slow_tvalid <= 1'b0;
    do @(posedge clk); while (!(wire_tvalid && wire_tlast));
    repeat (2) @(posedge clk);
    $finish;
  end
endmodule
