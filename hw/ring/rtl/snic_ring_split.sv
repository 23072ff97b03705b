// AXI4-Lite, one to two slaves by address: [0] below BASE_BIT, [1] where that address bit is set.
//
// Contract: one write and one read at a time, each to one slave; a write is passed on when both
// its address and its data are there. Slaves must not make ready wait for valid.
module snic_ring_split #(
    parameter int ADDR_W   = 24,
    parameter int BASE_BIT = 23
) (
    input  logic                clk,
    input  logic                rst,

    input  logic [ADDR_W-1:0]   s_axil_awaddr,
    input  logic [2:0]          s_axil_awprot,
    input  logic                s_axil_awvalid,
    output logic                s_axil_awready,
    input  logic [31:0]         s_axil_wdata,
    input  logic [3:0]          s_axil_wstrb,
    input  logic                s_axil_wvalid,
    output logic                s_axil_wready,
    output logic [1:0]          s_axil_bresp,
    output logic                s_axil_bvalid,
    input  logic                s_axil_bready,
    input  logic [ADDR_W-1:0]   s_axil_araddr,
    input  logic [2:0]          s_axil_arprot,
    input  logic                s_axil_arvalid,
    output logic                s_axil_arready,
    output logic [31:0]         s_axil_rdata,
    output logic [1:0]          s_axil_rresp,
    output logic                s_axil_rvalid,
    input  logic                s_axil_rready,

    output logic [2*ADDR_W-1:0] m_axil_awaddr,
    output logic [5:0]          m_axil_awprot,
    output logic [1:0]          m_axil_awvalid,
    input  logic [1:0]          m_axil_awready,
    output logic [63:0]         m_axil_wdata,
    output logic [7:0]          m_axil_wstrb,
    output logic [1:0]          m_axil_wvalid,
    input  logic [1:0]          m_axil_wready,
    input  logic [3:0]          m_axil_bresp,
    input  logic [1:0]          m_axil_bvalid,
    output logic [1:0]          m_axil_bready,
    output logic [2*ADDR_W-1:0] m_axil_araddr,
    output logic [5:0]          m_axil_arprot,
    output logic [1:0]          m_axil_arvalid,
    input  logic [1:0]          m_axil_arready,
    input  logic [63:0]         m_axil_rdata,
    input  logic [3:0]          m_axil_rresp,
    input  logic [1:0]          m_axil_rvalid,
    output logic [1:0]          m_axil_rready
);
  logic wr_busy_q, wr_to_q, wr_to, wr_go, rd_busy_q, rd_to_q, rd_to, rd_go;

  assign wr_to = s_axil_awaddr[BASE_BIT];
  assign wr_go = s_axil_awvalid && s_axil_wvalid && !wr_busy_q && m_axil_awready[wr_to]
                 && m_axil_wready[wr_to];
  assign rd_to = s_axil_araddr[BASE_BIT];
  assign rd_go = s_axil_arvalid && !rd_busy_q && m_axil_arready[rd_to];

  assign s_axil_awready = wr_go;
  assign s_axil_wready  = wr_go;
  assign s_axil_arready = rd_go;
  assign m_axil_awvalid = {wr_go && wr_to, wr_go && !wr_to};
  assign m_axil_wvalid  = m_axil_awvalid;
  assign m_axil_arvalid = {rd_go && rd_to, rd_go && !rd_to};
  assign m_axil_awaddr  = {2{s_axil_awaddr}};
  assign m_axil_awprot  = {2{s_axil_awprot}};
  assign m_axil_wdata   = {2{s_axil_wdata}};
  assign m_axil_wstrb   = {2{s_axil_wstrb}};
  assign m_axil_araddr  = {2{s_axil_araddr}};
  assign m_axil_arprot  = {2{s_axil_arprot}};

  assign s_axil_bvalid = wr_busy_q && m_axil_bvalid[wr_to_q];
  assign s_axil_bresp  = m_axil_bresp[2*wr_to_q +: 2];
  assign m_axil_bready = {2{wr_busy_q && s_axil_bready}} & {wr_to_q, !wr_to_q};
  assign s_axil_rvalid = rd_busy_q && m_axil_rvalid[rd_to_q];
  assign s_axil_rresp  = m_axil_rresp[2*rd_to_q +: 2];
  assign s_axil_rdata  = m_axil_rdata[32*rd_to_q +: 32];
  assign m_axil_rready = {2{rd_busy_q && s_axil_rready}} & {rd_to_q, !rd_to_q};

  always_ff @(posedge clk) begin
    if (rst) begin
      wr_busy_q <= 1'b0;
      rd_busy_q <= 1'b0;
    end else begin
      wr_busy_q <= wr_go || (wr_busy_q && !(s_axil_bvalid && s_axil_bready));
      rd_busy_q <= rd_go || (rd_busy_q && !(s_axil_rvalid && s_axil_rready));
    end
    if (wr_go) wr_to_q <= wr_to;
    if (rd_go) rd_to_q <= rd_to;
  end
endmodule
