// Properties of snic_axil, with any master that keeps the rules of AXI4-Lite.
//
// `bad` is one as soon as
// - a response is withdrawn or changes before it is taken,
// - a register write happens without `wr_ready_i`, twice, with another address or word than the
//   master gave, for a write without all strobes, or not before its response,
// - a read answers another word than the bus had two clocks after `rd_valid_o`, or asks twice,
// - a transfer is not answered in time although nothing holds it back.
`default_nettype none

module snic_axil_props (
    input  wire       clk,
    input  wire       awvalid, wvalid, bready, arvalid, rready, wr_ready,
    input  wire [1:0] awaddr, araddr,
    input  wire [1:0] wdata, rd_data,
    input  wire       whole,
    output logic      bad
);

  logic started_q;
  initial started_q = 1'b0;
  always_ff @(posedge clk) started_q <= 1'b1;

  // The master: what it offers stays until it is taken.
  logic aw_q, w_q, ar_q, whole_q;
  logic [1:0] awaddr_q, wdata_q, araddr_q;
  logic aw, w, ar, awready, wready, arready, bvalid, rvalid, wr, rd;
  logic [1:0] aw_addr, w_data, ar_addr;
  logic w_whole;
  assign aw      = aw_q || awvalid;
  assign w       = w_q || wvalid;
  assign ar      = ar_q || arvalid;
  assign aw_addr = aw_q ? awaddr_q : awaddr;
  assign w_data  = w_q ? wdata_q : wdata;
  assign w_whole = w_q ? whole_q : whole;
  assign ar_addr = ar_q ? araddr_q : araddr;

  logic [31:0] rdata, wr_data, unused_bits;
  logic [1:0] wr_addr, rd_addr, bresp, rresp;

  snic_axil #(
      .ADDR_W(2)
  ) dut (
      .clk, .rst(!started_q),
      .s_axil_awaddr(aw_addr), .s_axil_awprot(3'd0), .s_axil_awvalid(aw),
      .s_axil_awready(awready),
      .s_axil_wdata({30'd0, w_data}), .s_axil_wstrb(w_whole ? 4'hf : 4'h7), .s_axil_wvalid(w),
      .s_axil_wready(wready),
      .s_axil_bresp(bresp), .s_axil_bvalid(bvalid), .s_axil_bready(bready),
      .s_axil_araddr(ar_addr), .s_axil_arprot(3'd0), .s_axil_arvalid(ar),
      .s_axil_arready(arready),
      .s_axil_rdata(rdata), .s_axil_rresp(rresp), .s_axil_rvalid(rvalid), .s_axil_rready(rready),
      .wr_valid_o(wr), .wr_ready_i(wr_ready), .wr_addr_o(wr_addr), .wr_data_o(wr_data),
      .rd_valid_o(rd), .rd_addr_o(rd_addr), .rd_data_i({30'd0, rd_data})
  );

  // What is under way: accepted halves of a write, whether it reached the bus; one read.
  logic got_aw_q, got_w_q, wrote_q, got_whole_q, got_ar_q, asked_q, asked_1_q, asked_2_q;
  logic bvalid_q, rvalid_q, b_taken_q, r_taken_q, answered_q;
  logic [1:0] got_awaddr_q, got_wdata_q, got_araddr_q, word_q;
  logic [2:0] w_wait_q, r_wait_q;

  always_ff @(posedge clk) begin
    aw_q     <= aw && !awready;
    w_q      <= w && !wready;
    ar_q     <= ar && !arready;
    awaddr_q <= aw_addr;
    wdata_q  <= w_data;
    whole_q  <= w_whole;
    araddr_q <= ar_addr;

    if (aw && awready) got_awaddr_q <= aw_addr;
    if (w && wready) {got_whole_q, got_wdata_q} <= {w_whole, w_data};
    if (ar && arready) got_araddr_q <= ar_addr;
    if (asked_2_q) word_q <= rd_data;

    // A write ends with its response; the next one may be accepted before.
    if (aw && awready) got_aw_q <= 1'b1;
    else if (bvalid && !bvalid_q) got_aw_q <= 1'b0;
    if (w && wready) got_w_q <= 1'b1;
    else if (bvalid && !bvalid_q) got_w_q <= 1'b0;
    wrote_q <= wr;

    got_ar_q  <= (ar && arready) || (got_ar_q && !(rvalid && rready));
    asked_q   <= (asked_q || rd) && !(rvalid && rready);
    asked_1_q <= rd;
    asked_2_q <= asked_1_q;

    bvalid_q  <= bvalid;
    rvalid_q  <= rvalid;
    b_taken_q <= bvalid && bready;
    r_taken_q <= rvalid && rready;
    answered_q <= rvalid && !(rvalid && rready);

    w_wait_q <= got_aw_q && got_w_q && wr_ready && !bvalid ? w_wait_q + 1'b1 : '0;
    r_wait_q <= got_ar_q && !rvalid ? r_wait_q + 1'b1 : '0;
    if (!started_q) begin
      {aw_q, w_q, ar_q, got_aw_q, got_w_q, got_ar_q, asked_q, asked_1_q, asked_2_q} <= '0;
      {bvalid_q, rvalid_q, b_taken_q, r_taken_q, answered_q, wrote_q} <= '0;
      w_wait_q <= '0;
      r_wait_q <= '0;
    end
  end

  logic response;
  assign response = bvalid && !bvalid_q;

  assign bad = started_q && (
      (bvalid_q && !b_taken_q && !bvalid)
      || (rvalid_q && !r_taken_q && !rvalid)
      || bresp != 2'b00 || rresp != 2'b00
      || (wr && (!wr_ready || !got_aw_q || !got_w_q || !got_whole_q || wr_addr != got_awaddr_q
          || wr_data != {30'd0, got_wdata_q} || wrote_q))
      || (response && got_whole_q && !wrote_q)
      || (response && (!got_aw_q || !got_w_q))
      || (rd && (!got_ar_q || asked_q || rd_addr != got_araddr_q))
      || (rvalid && (!asked_q || rdata != {30'd0, word_q}))
      || w_wait_q > 3'd3 || r_wait_q > 3'd5);

  assign unused_bits = rdata ^ wr_data;

endmodule

`default_nettype wire
