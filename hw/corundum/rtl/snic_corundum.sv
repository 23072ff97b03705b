// The gateway between Corundum's streams: snic_top, and per interface what Corundum expects of an
// application at stream position `if`. The core below knows nothing of Corundum.
//
// Contract
// - Streams as Corundum has them at `if`, one port per interface; interface n is [n*W +: W].
// - Every frame from the host is answered by exactly one completion with its tag: from below when
//   it goes to the wire, from snic_corundum_tx when it does not.
// - The slow ports of all interfaces share the packet rings of snic_ring, in the upper half of the
//   register space, over the DMA ports (`dma_*`: [0] read, [1] write; `ram_*` as Corundum's).
// - Frames of the host leave on the wire with the tag they came with, those of the wire with tag 0,
//   which completes for nobody; tid 0 and tdest 0 (port 0, class 0).
// - Statistics of interface n: id 64 + 2n counts completions made here, 65 + 2n frames for the host
//   that no queue of Corundum could take.
// - `ptp_ts_i`, the time of day, stamps completions of frames that never left; nothing else.
// Latency: as snic_top; tx 0, rx 3 clocks more.
`default_nettype none

module snic_corundum #(
    parameter int DATA_W       = 512,
    parameter int IF_COUNT     = 1,
    parameter int TX_ID_W      = 12,
    parameter int TX_DEST_W    = 4,
    parameter int RX_ID_W      = 1,
    parameter int RX_DEST_W    = 8,
    parameter int RX_USER_W    = 97,
    parameter int TAG_W        = 16,
    parameter int TS_W         = 96,
    parameter int ADDR_W       = 24,  // Corundum's application BAR is 16 MiB
    parameter int STAT_INC_W   = 24,
    parameter int STAT_ID_W    = 12,
    parameter int PERIOD_NUM   = 4,   // clock period in ns = PERIOD_NUM / PERIOD_DENOM
    parameter int PERIOD_DENOM = 1,
    parameter int DMA_ADDR_W   = 64,
    parameter int DMA_LEN_W    = 16,
    parameter int DMA_TAG_W    = 16,
    parameter int RAM_SEL_W    = 4,
    parameter int RAM_ADDR_W   = 16,
    parameter int SEG_COUNT    = 2,
    parameter int SEG_DATA_W   = 256,
    localparam int SEG_BE_W    = SEG_DATA_W / 8,
    localparam int SEG_ADDR_W  = RAM_ADDR_W - $clog2(SEG_COUNT * SEG_BE_W),
    localparam int KEEP_W      = DATA_W / 8,
    localparam int TX_USER_W   = TAG_W + 1
) (
    input  wire                           clk,
    input  wire                           rst,
    input  wire  [TS_W-1:0]               ptp_ts_i,

    input  wire  [ADDR_W-1:0]                   s_axil_awaddr,
    input  wire  [2:0]                          s_axil_awprot,
    input  wire                                 s_axil_awvalid,
    output logic                                s_axil_awready,
    input  wire  [31:0]                         s_axil_wdata,
    input  wire  [3:0]                          s_axil_wstrb,
    input  wire                                 s_axil_wvalid,
    output logic                                s_axil_wready,
    output logic [1:0]                          s_axil_bresp,
    output logic                                s_axil_bvalid,
    input  wire                                 s_axil_bready,
    input  wire  [ADDR_W-1:0]                   s_axil_araddr,
    input  wire  [2:0]                          s_axil_arprot,
    input  wire                                 s_axil_arvalid,
    output logic                                s_axil_arready,
    output logic [31:0]                         s_axil_rdata,
    output logic [1:0]                          s_axil_rresp,
    output logic                                s_axil_rvalid,
    input  wire                                 s_axil_rready,

    input  wire  [IF_COUNT*DATA_W-1:0]          s_axis_if_tx_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]          s_axis_if_tx_tkeep,
    input  wire  [IF_COUNT-1:0]                 s_axis_if_tx_tvalid,
    output logic [IF_COUNT-1:0]                 s_axis_if_tx_tready,
    input  wire  [IF_COUNT-1:0]                 s_axis_if_tx_tlast,
    input  wire  [IF_COUNT*TX_ID_W-1:0]         s_axis_if_tx_tid,
    input  wire  [IF_COUNT*TX_USER_W-1:0]       s_axis_if_tx_tuser,

    output logic [IF_COUNT*DATA_W-1:0]          m_axis_if_tx_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]          m_axis_if_tx_tkeep,
    output logic [IF_COUNT-1:0]                 m_axis_if_tx_tvalid,
    input  wire  [IF_COUNT-1:0]                 m_axis_if_tx_tready,
    output logic [IF_COUNT-1:0]                 m_axis_if_tx_tlast,
    output logic [IF_COUNT*TX_ID_W-1:0]         m_axis_if_tx_tid,
    output logic [IF_COUNT*TX_DEST_W-1:0]       m_axis_if_tx_tdest,
    output logic [IF_COUNT*TX_USER_W-1:0]       m_axis_if_tx_tuser,

    input  wire  [IF_COUNT*TS_W-1:0]            s_axis_if_tx_cpl_ts,
    input  wire  [IF_COUNT*TAG_W-1:0]           s_axis_if_tx_cpl_tag,
    input  wire  [IF_COUNT-1:0]                 s_axis_if_tx_cpl_valid,
    output logic [IF_COUNT-1:0]                 s_axis_if_tx_cpl_ready,

    output logic [IF_COUNT*TS_W-1:0]            m_axis_if_tx_cpl_ts,
    output logic [IF_COUNT*TAG_W-1:0]           m_axis_if_tx_cpl_tag,
    output logic [IF_COUNT-1:0]                 m_axis_if_tx_cpl_valid,
    input  wire  [IF_COUNT-1:0]                 m_axis_if_tx_cpl_ready,

    input  wire  [IF_COUNT*DATA_W-1:0]          s_axis_if_rx_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]          s_axis_if_rx_tkeep,
    input  wire  [IF_COUNT-1:0]                 s_axis_if_rx_tvalid,
    output logic [IF_COUNT-1:0]                 s_axis_if_rx_tready,
    input  wire  [IF_COUNT-1:0]                 s_axis_if_rx_tlast,
    input  wire  [IF_COUNT*RX_USER_W-1:0]       s_axis_if_rx_tuser,

    output logic [IF_COUNT*DATA_W-1:0]          m_axis_if_rx_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]          m_axis_if_rx_tkeep,
    output logic [IF_COUNT-1:0]                 m_axis_if_rx_tvalid,
    input  wire  [IF_COUNT-1:0]                 m_axis_if_rx_tready,
    output logic [IF_COUNT-1:0]                 m_axis_if_rx_tlast,
    output logic [IF_COUNT*RX_ID_W-1:0]         m_axis_if_rx_tid,
    output logic [IF_COUNT*RX_DEST_W-1:0]       m_axis_if_rx_tdest,
    output logic [IF_COUNT*RX_USER_W-1:0]       m_axis_if_rx_tuser,

    output logic [2*DMA_ADDR_W-1:0]             dma_desc_addr,
    output logic [2*RAM_SEL_W-1:0]              dma_desc_sel,
    output logic [2*RAM_ADDR_W-1:0]             dma_desc_ram,
    output logic [2*DMA_LEN_W-1:0]              dma_desc_length,
    output logic [2*DMA_TAG_W-1:0]              dma_desc_tag,
    output logic [1:0]                          dma_desc_valid,
    input  wire  [1:0]                          dma_desc_ready,
    input  wire  [2*DMA_TAG_W-1:0]              dma_status_tag,
    input  wire  [7:0]                          dma_status_error,
    input  wire  [1:0]                          dma_status_valid,
    input  wire  [SEG_COUNT*RAM_SEL_W-1:0]      ram_wr_sel,
    input  wire  [SEG_COUNT*SEG_BE_W-1:0]       ram_wr_be,
    input  wire  [SEG_COUNT*SEG_ADDR_W-1:0]     ram_wr_addr,
    input  wire  [SEG_COUNT*SEG_DATA_W-1:0]     ram_wr_data,
    input  wire  [SEG_COUNT-1:0]                ram_wr_valid,
    output logic [SEG_COUNT-1:0]                ram_wr_ready,
    output logic [SEG_COUNT-1:0]                ram_wr_done,
    input  wire  [SEG_COUNT*RAM_SEL_W-1:0]      ram_rd_sel,
    input  wire  [SEG_COUNT*SEG_ADDR_W-1:0]     ram_rd_addr,
    input  wire  [SEG_COUNT-1:0]                ram_rd_valid,
    output logic [SEG_COUNT-1:0]                ram_rd_ready,
    output logic [SEG_COUNT*SEG_DATA_W-1:0]     ram_resp_data,
    output logic [SEG_COUNT-1:0]                ram_resp_valid,
    input  wire  [SEG_COUNT-1:0]                ram_resp_ready,

    output logic [STAT_INC_W-1:0]         m_axis_stat_tdata,
    output logic [STAT_ID_W-1:0]          m_axis_stat_tid,
    output logic                          m_axis_stat_tvalid,
    input  wire                           m_axis_stat_tready
);
  logic [63:0] time_ns;
  snic_corundum_clock #(
      .NUM  (PERIOD_NUM),
      .DENOM(PERIOD_DENOM)
  ) u_clock (
      .clk, .rst,
      .time_ns_o(time_ns)
  );

  // adapters to core and back
  logic [IF_COUNT*DATA_W-1:0] in_tdata, host_tdata, slow_tdata, ring_tdata;
  logic [IF_COUNT*KEEP_W-1:0] in_tkeep, host_tkeep, slow_tkeep, ring_tkeep;
  logic [IF_COUNT-1:0] in_tvalid, in_tready, in_tlast, ring_tvalid, ring_tready, ring_tlast;
  logic [IF_COUNT-1:0] host_tvalid, host_tready, host_tlast, slow_tvalid, slow_tready, slow_tlast;
  logic [IF_COUNT*17-1:0] in_tuser, wire_in_tuser, ring_tuser;
  logic [IF_COUNT*80-1:0] wire_tuser, host_tuser, slow_tuser;
  logic [IF_COUNT*12-1:0] in_tid, host_tdest;
  logic [IF_COUNT-1:0]    end_valid;
  logic [IF_COUNT*16-1:0] end_tag;
  logic [IF_COUNT*2-1:0]  end_dest;

  // registers: the gateway in the lower half of 16 MiB, the rings in the upper one
  logic [47:0] ax_awaddr, ax_araddr;
  logic [5:0]  ax_awprot, ax_arprot;
  logic [63:0] ax_wdata, ax_rdata;
  logic [7:0]  ax_wstrb;
  logic [3:0]  ax_bresp, ax_rresp;
  logic [1:0]  ax_awvalid, ax_awready, ax_wvalid, ax_wready, ax_bvalid, ax_bready;
  logic [1:0]  ax_arvalid, ax_arready, ax_rvalid, ax_rready;
  snic_ring_split #(
      .ADDR_W  (24),
      .BASE_BIT(23)
  ) u_split (
      .clk, .rst,
      .s_axil_awaddr(24'(s_axil_awaddr)), .s_axil_awprot, .s_axil_awvalid, .s_axil_awready,
      .s_axil_wdata, .s_axil_wstrb, .s_axil_wvalid, .s_axil_wready,
      .s_axil_bresp, .s_axil_bvalid, .s_axil_bready,
      .s_axil_araddr(24'(s_axil_araddr)), .s_axil_arprot, .s_axil_arvalid, .s_axil_arready,
      .s_axil_rdata, .s_axil_rresp, .s_axil_rvalid, .s_axil_rready,
      .m_axil_awaddr(ax_awaddr), .m_axil_awprot(ax_awprot), .m_axil_awvalid(ax_awvalid),
      .m_axil_awready(ax_awready), .m_axil_wdata(ax_wdata), .m_axil_wstrb(ax_wstrb),
      .m_axil_wvalid(ax_wvalid), .m_axil_wready(ax_wready), .m_axil_bresp(ax_bresp),
      .m_axil_bvalid(ax_bvalid), .m_axil_bready(ax_bready), .m_axil_araddr(ax_araddr),
      .m_axil_arprot(ax_arprot), .m_axil_arvalid(ax_arvalid), .m_axil_arready(ax_arready),
      .m_axil_rdata(ax_rdata), .m_axil_rresp(ax_rresp), .m_axil_rvalid(ax_rvalid),
      .m_axil_rready(ax_rready)
  );

  logic unused_slow_user;
  assign unused_slow_user = ^slow_tuser;
  snic_ring #(
      .DATA_W(DATA_W), .IF_COUNT(IF_COUNT), .ADDR_W(24), .DMA_ADDR_W(DMA_ADDR_W),
      .DMA_LEN_W(DMA_LEN_W), .DMA_TAG_W(DMA_TAG_W), .RAM_SEL_W(RAM_SEL_W),
      .RAM_ADDR_W(RAM_ADDR_W), .SEG_COUNT(SEG_COUNT), .SEG_DATA_W(SEG_DATA_W)
  ) u_ring (
      .clk, .rst,
      .s_axil_awaddr(ax_awaddr[24+:24]), .s_axil_awprot(ax_awprot[3+:3]),
      .s_axil_awvalid(ax_awvalid[1]), .s_axil_awready(ax_awready[1]),
      .s_axil_wdata(ax_wdata[32+:32]), .s_axil_wstrb(ax_wstrb[4+:4]),
      .s_axil_wvalid(ax_wvalid[1]), .s_axil_wready(ax_wready[1]), .s_axil_bresp(ax_bresp[2+:2]),
      .s_axil_bvalid(ax_bvalid[1]), .s_axil_bready(ax_bready[1]),
      .s_axil_araddr(ax_araddr[24+:24]), .s_axil_arprot(ax_arprot[3+:3]),
      .s_axil_arvalid(ax_arvalid[1]), .s_axil_arready(ax_arready[1]),
      .s_axil_rdata(ax_rdata[32+:32]), .s_axil_rresp(ax_rresp[2+:2]),
      .s_axil_rvalid(ax_rvalid[1]), .s_axil_rready(ax_rready[1]),
      .s_axis_slow_tdata(slow_tdata), .s_axis_slow_tkeep(slow_tkeep),
      .s_axis_slow_tvalid(slow_tvalid), .s_axis_slow_tready(slow_tready),
      .s_axis_slow_tlast(slow_tlast),
      .m_axis_slow_tdata(ring_tdata), .m_axis_slow_tkeep(ring_tkeep),
      .m_axis_slow_tvalid(ring_tvalid), .m_axis_slow_tready(ring_tready),
      .m_axis_slow_tlast(ring_tlast), .m_axis_slow_tuser(ring_tuser),
      .desc_addr_o(dma_desc_addr), .desc_sel_o(dma_desc_sel), .desc_ram_o(dma_desc_ram),
      .desc_length_o(dma_desc_length), .desc_tag_o(dma_desc_tag),
      .desc_valid_o(dma_desc_valid), .desc_ready_i(dma_desc_ready),
      .status_tag_i(dma_status_tag), .status_error_i(dma_status_error),
      .status_valid_i(dma_status_valid),
      .wr_sel_i(ram_wr_sel), .wr_be_i(ram_wr_be), .wr_addr_i(ram_wr_addr),
      .wr_data_i(ram_wr_data), .wr_valid_i(ram_wr_valid), .wr_ready_o(ram_wr_ready),
      .wr_done_o(ram_wr_done), .rd_sel_i(ram_rd_sel), .rd_addr_i(ram_rd_addr),
      .rd_valid_i(ram_rd_valid), .rd_ready_o(ram_rd_ready), .resp_data_o(ram_resp_data),
      .resp_valid_o(ram_resp_valid), .resp_ready_i(ram_resp_ready)
  );

  snic_top #(
      .DATA_W  (DATA_W),
      .IF_COUNT(IF_COUNT),
      .ADDR_W  (24)
  ) u_top (
      .clk, .rst,
      .time_ns_i(time_ns),
      .s_axis_wire_tdata (s_axis_if_rx_tdata),
      .s_axis_wire_tkeep (s_axis_if_rx_tkeep),
      .s_axis_wire_tvalid(s_axis_if_rx_tvalid),
      .s_axis_wire_tready(s_axis_if_rx_tready),
      .s_axis_wire_tlast (s_axis_if_rx_tlast),
      .s_axis_wire_tuser (wire_in_tuser),
      .s_axis_host_tdata (in_tdata),
      .s_axis_host_tkeep (in_tkeep),
      .s_axis_host_tvalid(in_tvalid),
      .s_axis_host_tready(in_tready),
      .s_axis_host_tlast (in_tlast),
      .s_axis_host_tuser (in_tuser),
      .s_axis_host_tid   (in_tid),
      .s_axis_slow_tdata (ring_tdata),
      .s_axis_slow_tkeep (ring_tkeep),
      .s_axis_slow_tvalid(ring_tvalid),
      .s_axis_slow_tready(ring_tready),
      .s_axis_slow_tlast (ring_tlast),
      .s_axis_slow_tuser (ring_tuser),
      .m_axis_wire_tdata (m_axis_if_tx_tdata),
      .m_axis_wire_tkeep (m_axis_if_tx_tkeep),
      .m_axis_wire_tvalid(m_axis_if_tx_tvalid),
      .m_axis_wire_tready(m_axis_if_tx_tready),
      .m_axis_wire_tlast (m_axis_if_tx_tlast),
      .m_axis_wire_tuser (wire_tuser),
      .m_axis_host_tdata (host_tdata),
      .m_axis_host_tkeep (host_tkeep),
      .m_axis_host_tvalid(host_tvalid),
      .m_axis_host_tready(host_tready),
      .m_axis_host_tlast (host_tlast),
      .m_axis_host_tuser (host_tuser),
      .m_axis_host_tdest (host_tdest),
      .m_axis_slow_tdata (slow_tdata),
      .m_axis_slow_tkeep (slow_tkeep),
      .m_axis_slow_tvalid(slow_tvalid),
      .m_axis_slow_tready(slow_tready),
      .m_axis_slow_tlast (slow_tlast),
      .m_axis_slow_tuser (slow_tuser),
      .s_axil_awaddr(ax_awaddr[0+:24]), .s_axil_awprot(ax_awprot[0+:3]),
      .s_axil_awvalid(ax_awvalid[0]), .s_axil_awready(ax_awready[0]),
      .s_axil_wdata(ax_wdata[0+:32]), .s_axil_wstrb(ax_wstrb[0+:4]), .s_axil_wvalid(ax_wvalid[0]),
      .s_axil_wready(ax_wready[0]), .s_axil_bresp(ax_bresp[0+:2]), .s_axil_bvalid(ax_bvalid[0]),
      .s_axil_bready(ax_bready[0]), .s_axil_araddr(ax_araddr[0+:24]),
      .s_axil_arprot(ax_arprot[0+:3]), .s_axil_arvalid(ax_arvalid[0]),
      .s_axil_arready(ax_arready[0]), .s_axil_rdata(ax_rdata[0+:32]),
      .s_axil_rresp(ax_rresp[0+:2]), .s_axil_rvalid(ax_rvalid[0]), .s_axil_rready(ax_rready[0]),
      .tx_end_valid_o(end_valid),
      .tx_end_tag_o  (end_tag),
      .tx_end_dest_o (end_dest)
  );

  logic [2*IF_COUNT-1:0] events;  // per interface: {swallowed, completed}
  snic_corundum_stats #(
      .SOURCES(2 * IF_COUNT),
      .INC_W  (STAT_INC_W),
      .ID_W   (STAT_ID_W)
  ) u_stats (
      .clk, .rst,
      .event_i(events),
      .m_axis_stat_tdata, .m_axis_stat_tid, .m_axis_stat_tvalid, .m_axis_stat_tready
  );

  assign m_axis_if_tx_tid   = '0;
  assign m_axis_if_tx_tdest = '0;
  assign m_axis_if_rx_tid   = '0;

  for (genvar n = 0; n < IF_COUNT; n++) begin : g_if
    // the time of arrival is the core's; it goes no further than here
    logic unused_wire_user;
    assign unused_wire_user = ^wire_tuser[n*80 + TAG_W +: 80 - TAG_W];
    assign m_axis_if_tx_tuser[n*TX_USER_W +: TX_USER_W] = {wire_tuser[n*80 +: TAG_W], 1'b0};

    snic_corundum_tx #(
        .DATA_W    (DATA_W),
        .TX_ID_W   (TX_ID_W),
        .TAG_W     (TAG_W),
        .TS_W      (TS_W)
    ) u_tx (
        .clk, .rst, .ptp_ts_i,
        .s_axis_if_tx_tdata(s_axis_if_tx_tdata[n*DATA_W +: DATA_W]),
        .s_axis_if_tx_tkeep(s_axis_if_tx_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_if_tx_tvalid(s_axis_if_tx_tvalid[n]),
        .s_axis_if_tx_tready(s_axis_if_tx_tready[n]),
        .s_axis_if_tx_tlast(s_axis_if_tx_tlast[n]),
        .s_axis_if_tx_tid(s_axis_if_tx_tid[n*TX_ID_W +: TX_ID_W]),
        .s_axis_if_tx_tuser(s_axis_if_tx_tuser[n*TX_USER_W +: TX_USER_W]),
        .m_axis_tdata(in_tdata[n*DATA_W +: DATA_W]),
        .m_axis_tkeep(in_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_tlast(in_tlast[n]),
        .m_axis_tuser(in_tuser[n*17 +: 17]),
        .m_axis_tid(in_tid[n*12 +: 12]),
        .m_axis_tvalid(in_tvalid[n]),
        .m_axis_tready(in_tready[n]),
        .end_valid_i(end_valid[n]),
        .end_tag_i(end_tag[n*16 +: 16]),
        .end_dest_i(end_dest[n*2 +: 2]),
        .s_axis_if_tx_cpl_ts(s_axis_if_tx_cpl_ts[n*TS_W +: TS_W]),
        .s_axis_if_tx_cpl_tag(s_axis_if_tx_cpl_tag[n*TAG_W +: TAG_W]),
        .s_axis_if_tx_cpl_valid(s_axis_if_tx_cpl_valid[n]),
        .s_axis_if_tx_cpl_ready(s_axis_if_tx_cpl_ready[n]),
        .m_axis_if_tx_cpl_ts(m_axis_if_tx_cpl_ts[n*TS_W +: TS_W]),
        .m_axis_if_tx_cpl_tag(m_axis_if_tx_cpl_tag[n*TAG_W +: TAG_W]),
        .m_axis_if_tx_cpl_valid(m_axis_if_tx_cpl_valid[n]),
        .m_axis_if_tx_cpl_ready(m_axis_if_tx_cpl_ready[n]),
        .completed_o(events[2*n])
    );

    snic_corundum_rx #(
        .DATA_W    (DATA_W),
        .RX_DEST_W (RX_DEST_W),
        .RX_USER_W (RX_USER_W)
    ) u_rx (
        .clk, .rst,
        .time_ns_i(time_ns),
        .s_axis_if_rx_tvalid(s_axis_if_rx_tvalid[n]),
        .s_axis_if_rx_tready(s_axis_if_rx_tready[n]),
        .s_axis_if_rx_tlast(s_axis_if_rx_tlast[n]),
        .s_axis_if_rx_tuser(s_axis_if_rx_tuser[n*RX_USER_W +: RX_USER_W]),
        .m_axis_wire_tuser(wire_in_tuser[n*17 +: 17]),
        .s_axis_host_tdata(host_tdata[n*DATA_W +: DATA_W]),
        .s_axis_host_tkeep(host_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_host_tvalid(host_tvalid[n]),
        .s_axis_host_tready(host_tready[n]),
        .s_axis_host_tlast(host_tlast[n]),
        .s_axis_host_tuser(host_tuser[n*80 +: 80]),
        .s_axis_host_tdest(host_tdest[n*12 +: 12]),
        .m_axis_if_rx_tdata(m_axis_if_rx_tdata[n*DATA_W +: DATA_W]),
        .m_axis_if_rx_tkeep(m_axis_if_rx_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_if_rx_tvalid(m_axis_if_rx_tvalid[n]),
        .m_axis_if_rx_tready(m_axis_if_rx_tready[n]),
        .m_axis_if_rx_tlast(m_axis_if_rx_tlast[n]),
        .m_axis_if_rx_tdest(m_axis_if_rx_tdest[n*RX_DEST_W +: RX_DEST_W]),
        .m_axis_if_rx_tuser(m_axis_if_rx_tuser[n*RX_USER_W +: RX_USER_W]),
        .swallowed_o(events[2*n + 1])
    );
  end

endmodule

`default_nettype wire
