// AXI4-Lite slave to a simple register bus: one write and one read at a time, independent.
//
// Contract
// - AXI4-Lite, 32 bit. Answers are always OKAY. A write needs all four byte strobes; one with
//   fewer does nothing. Address and data of a write may come in either order.
// - `wr_valid_o` for one clock, only in a clock with `wr_ready_i`; the write response follows. So
//   the next write cannot overtake one that waits.
// - `rd_valid_o` for one clock; the word is taken from `rd_data_i` two clocks later.
// - A read that begins after the response of a write sees its effect.
// Latency: write 3 clocks, read 4 clocks. Bits 1:0 of addresses are ignored.
`default_nettype none

module snic_axil #(
    parameter int ADDR_W = 24
) (
    input  wire               clk,
    input  wire               rst,

    input  wire  [ADDR_W-1:0] s_axil_awaddr,
    input  wire  [2:0]        s_axil_awprot,
    input  wire               s_axil_awvalid,
    output logic              s_axil_awready,
    input  wire  [31:0]       s_axil_wdata,
    input  wire  [3:0]        s_axil_wstrb,
    input  wire               s_axil_wvalid,
    output logic              s_axil_wready,
    output logic [1:0]        s_axil_bresp,
    output logic              s_axil_bvalid,
    input  wire               s_axil_bready,
    input  wire  [ADDR_W-1:0] s_axil_araddr,
    input  wire  [2:0]        s_axil_arprot,
    input  wire               s_axil_arvalid,
    output logic              s_axil_arready,
    output logic [31:0]       s_axil_rdata,
    output logic [1:0]        s_axil_rresp,
    output logic              s_axil_rvalid,
    input  wire               s_axil_rready,

    output logic              wr_valid_o,
    input  wire               wr_ready_i,
    output logic [ADDR_W-1:0] wr_addr_o,
    output logic [31:0]       wr_data_o,

    output logic              rd_valid_o,
    output logic [ADDR_W-1:0] rd_addr_o,
    input  wire  [31:0]       rd_data_i
);

  logic have_addr_q, have_data_q, whole_q, wr_go;
  logic rd_1_q, rd_2_q, rd_busy_q;

  logic unused_prot;
  assign unused_prot = ^{s_axil_awprot, s_axil_arprot};

  assign s_axil_bresp   = 2'b00;
  assign s_axil_rresp   = 2'b00;
  assign s_axil_awready = !have_addr_q;
  assign s_axil_wready  = !have_data_q;
  assign s_axil_arready = !rd_busy_q;

  assign wr_go      = have_addr_q && have_data_q && !s_axil_bvalid && (wr_ready_i || !whole_q);
  assign wr_valid_o = wr_go && whole_q;

  always_ff @(posedge clk) begin
    if (s_axil_awvalid && s_axil_awready) wr_addr_o <= s_axil_awaddr;
    if (s_axil_wvalid && s_axil_wready) begin
      wr_data_o <= s_axil_wdata;
      whole_q   <= s_axil_wstrb == 4'hf;
    end

    have_addr_q   <= (have_addr_q || s_axil_awvalid) && !wr_go;
    have_data_q   <= (have_data_q || s_axil_wvalid) && !wr_go;
    s_axil_bvalid <= wr_go || (s_axil_bvalid && !s_axil_bready);
    if (rst) begin
      have_addr_q   <= 1'b0;
      have_data_q   <= 1'b0;
      s_axil_bvalid <= 1'b0;
    end
  end

  always_ff @(posedge clk) begin
    if (s_axil_arvalid && s_axil_arready) rd_addr_o <= s_axil_araddr;
    rd_valid_o <= s_axil_arvalid && s_axil_arready;
    rd_1_q     <= rd_valid_o;
    rd_2_q     <= rd_1_q;
    if (rd_2_q) s_axil_rdata <= rd_data_i;
    rd_busy_q     <= (rd_busy_q || s_axil_arvalid) && !(s_axil_rvalid && s_axil_rready);
    s_axil_rvalid <= rd_2_q || (s_axil_rvalid && !s_axil_rready);
    if (rst) begin
      rd_valid_o    <= 1'b0;
      rd_1_q        <= 1'b0;
      rd_2_q        <= 1'b0;
      rd_busy_q     <= 1'b0;
      s_axil_rvalid <= 1'b0;
    end
  end

endmodule

`default_nettype wire
