// The register side of the gateway: AXI4-Lite in, global block, and a bus to every interface.
//
// Contract
// - AXI4-Lite as in snic_axil; map in REGISTERS.md. Addresses without a register read zero, and
//   writes to them do nothing.
// - Interface n of a packed port is [n*W +: W]. `if_wr_ready_i` of the addressed interface holds a
//   write back. `if_rd_data_i` is zero when the interface was not read in the clock before.
// - A write to the global block waits until no access of any interface is under way: what it puts
//   in force, or fences, is behind every table write before it.
// - `generation_o` is the GENERATION register; DRAINED follows a change of it, or of FENCE, by
//   DRAIN_CLOCKS (snic_drain).
// - `hash_key_o` is the HASH_KEY register of that generation, in the same clock.
// Latency: as snic_axil.
`default_nettype none

module snic_control #(
    parameter int IF_COUNT     = 1,
    parameter int DATA_W       = 512,
    parameter int TENANTS      = 4096,
    parameter int DRAIN_CLOCKS = 64,
    parameter int ADDR_W       = 24
) (
    input  wire                    clk,
    input  wire                    rst,

    input  wire  [ADDR_W-1:0]      s_axil_awaddr,
    input  wire  [2:0]             s_axil_awprot,
    input  wire                    s_axil_awvalid,
    output logic                   s_axil_awready,
    input  wire  [31:0]            s_axil_wdata,
    input  wire  [3:0]             s_axil_wstrb,
    input  wire                    s_axil_wvalid,
    output logic                   s_axil_wready,
    output logic [1:0]             s_axil_bresp,
    output logic                   s_axil_bvalid,
    input  wire                    s_axil_bready,
    input  wire  [ADDR_W-1:0]      s_axil_araddr,
    input  wire  [2:0]             s_axil_arprot,
    input  wire                    s_axil_arvalid,
    output logic                   s_axil_arready,
    output logic [31:0]            s_axil_rdata,
    output logic [1:0]             s_axil_rresp,
    output logic                   s_axil_rvalid,
    input  wire                    s_axil_rready,

    input  wire  [63:0]            time_ns_i,
    output logic                   generation_o,
    output logic [63:0]            hash_key_o,

    output logic [IF_COUNT-1:0]    if_wr_valid_o,
    input  wire  [IF_COUNT-1:0]    if_wr_ready_i,
    output logic [15:0]            if_wr_addr_o,
    output logic [31:0]            if_wr_data_o,
    output logic [IF_COUNT-1:0]    if_rd_valid_o,
    output logic [15:0]            if_rd_addr_o,
    input  wire  [32*IF_COUNT-1:0] if_rd_data_i
);

  if (ADDR_W < 17 || IF_COUNT < 1 || IF_COUNT >= (1 << (ADDR_W - 16))) begin : g_check_address
    $error("ADDR_W must address IF_COUNT interfaces of 64 KiB, and one block more");
  end

  logic wr_valid, wr_ready, rd_valid, drained;
  logic [ADDR_W-1:0] wr_addr, rd_addr;
  logic [31:0] wr_data, rd_data_q, rd_data_d, global_data, unused_scratch;
  logic [31:0] fence;
  logic [IF_COUNT-1:0] wr_select, rd_select;
  logic wr_global, rd_global;
  logic [63:0] hash_key0, hash_key1, next_transaction, transaction_q;
  logic generation_q;

  // The block is named by the address above its 64 KiB: 0 global, n + 1 interface n.
  assign wr_global = wr_addr[ADDR_W-1:16] == '0;
  assign rd_global = rd_addr[ADDR_W-1:16] == '0;

  for (genvar n = 0; n < IF_COUNT; n++) begin : g_select
    assign wr_select[n] = wr_addr[ADDR_W-1:16] == (ADDR_W-16)'(n + 1);
    assign rd_select[n] = rd_addr[ADDR_W-1:16] == (ADDR_W-16)'(n + 1);
  end

  assign hash_key_o = generation_o ? hash_key1 : hash_key0;

  assign wr_ready      = wr_global ? &if_wr_ready_i : (wr_select & ~if_wr_ready_i) == '0;
  assign if_wr_valid_o = wr_select & {IF_COUNT{wr_valid}};
  assign if_rd_valid_o = rd_select & {IF_COUNT{rd_valid}};
  assign if_wr_addr_o  = wr_addr[15:0];
  assign if_wr_data_o  = wr_data;
  assign if_rd_addr_o  = rd_addr[15:0];

  always_comb begin
    rd_data_d = global_data;
    for (int n = 0; n < IF_COUNT; n++) rd_data_d |= if_rd_data_i[32*n +: 32];
  end

  // The flip and the number of what is in force then are one write.
  always_ff @(posedge clk) begin
    rd_data_q    <= rd_data_d;
    generation_q <= generation_o;
    if (generation_q != generation_o) transaction_q <= next_transaction;
    if (rst) begin
      generation_q  <= 1'b0;
      transaction_q <= '0;
    end
  end

  snic_axil #(
      .ADDR_W(ADDR_W)
  ) axil (
      .clk, .rst,
      .s_axil_awaddr, .s_axil_awprot, .s_axil_awvalid, .s_axil_awready,
      .s_axil_wdata, .s_axil_wstrb, .s_axil_wvalid, .s_axil_wready,
      .s_axil_bresp, .s_axil_bvalid, .s_axil_bready,
      .s_axil_araddr, .s_axil_arprot, .s_axil_arvalid, .s_axil_arready,
      .s_axil_rdata, .s_axil_rresp, .s_axil_rvalid, .s_axil_rready,
      .wr_valid_o(wr_valid),
      .wr_ready_i(wr_ready),
      .wr_addr_o (wr_addr),
      .wr_data_o (wr_data),
      .rd_valid_o(rd_valid),
      .rd_addr_o (rd_addr),
      .rd_data_i (rd_data_q)
  );

  snic_drain #(
      .CLOCKS (DRAIN_CLOCKS),
      .EPOCH_W(33)
  ) drain (
      .clk, .rst,
      .epoch_i  ({fence, generation_o}),
      .drained_o(drained)
  );

  snic_regs_global regs (
      .clk, .rst,
      .wr_valid_i  (wr_valid && wr_global),
      .wr_addr_i   (wr_addr[15:0]),
      .wr_data_i   (wr_data),
      .rd_valid_i  (rd_valid && rd_global),
      .rd_addr_i   (rd_addr[15:0]),
      .rd_data_o   (global_data),
      .if_count_i  (32'(IF_COUNT)),
      .data_w_i    (32'(DATA_W)),
      .tenants_i   (32'(TENANTS)),
      .scratch_o   (unused_scratch),
      .generation_o(generation_o),
      .drained_i   (drained),
      .time_ns_i,
      .hash_key0_lo_o(hash_key0[31:0]),
      .hash_key0_hi_o(hash_key0[63:32]),
      .hash_key1_lo_o(hash_key1[31:0]),
      .hash_key1_hi_o(hash_key1[63:32]),
      .next_transaction_lo_o(next_transaction[31:0]),
      .next_transaction_hi_o(next_transaction[63:32]),
      .transaction_i(transaction_q),
      .fence_o(fence)
  );

endmodule

`default_nettype wire
