// The gateway as Corundum's application block: this file is the contract with Corundum and nothing
// else. Every parameter and port of the classic mqnic line is here, under Corundum's name; what the
// gateway does with them is in snic_corundum, and what it does not use is tied off.
//
// Contract: hw/corundum/contract.txt (a test compares); README.md says what a port is for.
// Limits, checked at elaboration (snic_corundum_checks, and in the blocks): one port per interface,
// 64 to 512 bits, 32-bit AXI-Lite, APP_ID "SNIC".
`default_nettype none

module mqnic_app_block #(
    parameter IF_COUNT = 1, parameter PORTS_PER_IF = 1, parameter SCHED_PER_IF = PORTS_PER_IF,
    parameter PORT_COUNT = IF_COUNT*PORTS_PER_IF, parameter CLK_PERIOD_NS_NUM = 4,
    parameter CLK_PERIOD_NS_DENOM = 1, parameter PTP_CLK_PERIOD_NS_NUM = 4,
    parameter PTP_CLK_PERIOD_NS_DENOM = 1, parameter PTP_TS_WIDTH = 96,
    parameter PTP_PORT_CDC_PIPELINE = 0, parameter PTP_PEROUT_ENABLE = 0,
    parameter PTP_PEROUT_COUNT = 1, parameter PTP_TS_ENABLE = 1, parameter TX_TAG_WIDTH = 16,
    parameter MAX_TX_SIZE = 9214, parameter MAX_RX_SIZE = 9214, parameter DDR_CH = 1,
    parameter DDR_ENABLE = 0, parameter DDR_GROUP_SIZE = 1, parameter AXI_DDR_DATA_WIDTH = 256,
    parameter AXI_DDR_ADDR_WIDTH = 32, parameter AXI_DDR_STRB_WIDTH = (AXI_DDR_DATA_WIDTH/8),
    parameter AXI_DDR_ID_WIDTH = 8, parameter AXI_DDR_AWUSER_ENABLE = 0,
    parameter AXI_DDR_AWUSER_WIDTH = 1, parameter AXI_DDR_WUSER_ENABLE = 0,
    parameter AXI_DDR_WUSER_WIDTH = 1, parameter AXI_DDR_BUSER_ENABLE = 0,
    parameter AXI_DDR_BUSER_WIDTH = 1, parameter AXI_DDR_ARUSER_ENABLE = 0,
    parameter AXI_DDR_ARUSER_WIDTH = 1, parameter AXI_DDR_RUSER_ENABLE = 0,
    parameter AXI_DDR_RUSER_WIDTH = 1, parameter AXI_DDR_MAX_BURST_LEN = 256,
    parameter AXI_DDR_NARROW_BURST = 0, parameter AXI_DDR_FIXED_BURST = 0,
    parameter AXI_DDR_WRAP_BURST = 0, parameter HBM_CH = 1, parameter HBM_ENABLE = 0,
    parameter HBM_GROUP_SIZE = 1, parameter AXI_HBM_DATA_WIDTH = 256,
    parameter AXI_HBM_ADDR_WIDTH = 32, parameter AXI_HBM_STRB_WIDTH = (AXI_HBM_DATA_WIDTH/8),
    parameter AXI_HBM_ID_WIDTH = 8, parameter AXI_HBM_AWUSER_ENABLE = 0,
    parameter AXI_HBM_AWUSER_WIDTH = 1, parameter AXI_HBM_WUSER_ENABLE = 0,
    parameter AXI_HBM_WUSER_WIDTH = 1, parameter AXI_HBM_BUSER_ENABLE = 0,
    parameter AXI_HBM_BUSER_WIDTH = 1, parameter AXI_HBM_ARUSER_ENABLE = 0,
    parameter AXI_HBM_ARUSER_WIDTH = 1, parameter AXI_HBM_RUSER_ENABLE = 0,
    parameter AXI_HBM_RUSER_WIDTH = 1, parameter AXI_HBM_MAX_BURST_LEN = 256,
    parameter AXI_HBM_NARROW_BURST = 0, parameter AXI_HBM_FIXED_BURST = 0,
    parameter AXI_HBM_WRAP_BURST = 0, parameter APP_ID = 32'h534E4943,
    parameter APP_CTRL_ENABLE = 1, parameter APP_DMA_ENABLE = 1,
    parameter APP_AXIS_DIRECT_ENABLE = 1, parameter APP_AXIS_SYNC_ENABLE = 1,
    parameter APP_AXIS_IF_ENABLE = 1, parameter APP_STAT_ENABLE = 1,
    parameter APP_GPIO_IN_WIDTH = 32, parameter APP_GPIO_OUT_WIDTH = 32,
    parameter DMA_ADDR_WIDTH = 64, parameter DMA_IMM_ENABLE = 0, parameter DMA_IMM_WIDTH = 32,
    parameter DMA_LEN_WIDTH = 16, parameter DMA_TAG_WIDTH = 16, parameter RAM_SEL_WIDTH = 4,
    parameter RAM_ADDR_WIDTH = 16, parameter RAM_SEG_COUNT = 2,
    parameter RAM_SEG_DATA_WIDTH = 256*2/RAM_SEG_COUNT,
    parameter RAM_SEG_BE_WIDTH = RAM_SEG_DATA_WIDTH/8,
    parameter RAM_SEG_ADDR_WIDTH = RAM_ADDR_WIDTH-$clog2(RAM_SEG_COUNT*RAM_SEG_BE_WIDTH),
    parameter RAM_PIPELINE = 2, parameter AXIL_APP_CTRL_DATA_WIDTH = 32,
    parameter AXIL_APP_CTRL_ADDR_WIDTH = 24,
    parameter AXIL_APP_CTRL_STRB_WIDTH = (AXIL_APP_CTRL_DATA_WIDTH/8),
    parameter AXIL_CTRL_DATA_WIDTH = 32, parameter AXIL_CTRL_ADDR_WIDTH = 16,
    parameter AXIL_CTRL_STRB_WIDTH = (AXIL_CTRL_DATA_WIDTH/8), parameter AXIS_DATA_WIDTH = 512,
    parameter AXIS_KEEP_WIDTH = AXIS_DATA_WIDTH/8,
    parameter AXIS_TX_USER_WIDTH = TX_TAG_WIDTH + 1,
    parameter AXIS_RX_USER_WIDTH = (PTP_TS_ENABLE != 0 ? PTP_TS_WIDTH : 0) + 1,
    parameter AXIS_RX_USE_READY = 0, parameter AXIS_SYNC_DATA_WIDTH = AXIS_DATA_WIDTH,
    parameter AXIS_SYNC_KEEP_WIDTH = AXIS_SYNC_DATA_WIDTH/8,
    parameter AXIS_SYNC_TX_USER_WIDTH = AXIS_TX_USER_WIDTH,
    parameter AXIS_SYNC_RX_USER_WIDTH = AXIS_RX_USER_WIDTH,
    parameter AXIS_IF_DATA_WIDTH = AXIS_SYNC_DATA_WIDTH*2**$clog2(PORTS_PER_IF),
    parameter AXIS_IF_KEEP_WIDTH = AXIS_IF_DATA_WIDTH/8, parameter AXIS_IF_TX_ID_WIDTH = 12,
    parameter AXIS_IF_RX_ID_WIDTH = PORTS_PER_IF > 1 ? $clog2(PORTS_PER_IF) : 1,
    parameter AXIS_IF_TX_DEST_WIDTH = $clog2(PORTS_PER_IF)+4,
    parameter AXIS_IF_RX_DEST_WIDTH = 8,
    parameter AXIS_IF_TX_USER_WIDTH = AXIS_SYNC_TX_USER_WIDTH,
    parameter AXIS_IF_RX_USER_WIDTH = AXIS_SYNC_RX_USER_WIDTH, parameter STAT_ENABLE = 1,
    parameter STAT_INC_WIDTH = 24, parameter STAT_ID_WIDTH = 12
) (
    input  wire clk, rst,
    // AXI-Lite slave interface (control from host)
    input  wire [AXIL_APP_CTRL_ADDR_WIDTH-1:0] s_axil_app_ctrl_awaddr, s_axil_app_ctrl_araddr,
    input  wire [2:0] s_axil_app_ctrl_awprot, s_axil_app_ctrl_arprot,
    input  wire s_axil_app_ctrl_awvalid, s_axil_app_ctrl_wvalid, s_axil_app_ctrl_bready,
        s_axil_app_ctrl_arvalid, s_axil_app_ctrl_rready,
    output wire s_axil_app_ctrl_awready, s_axil_app_ctrl_wready, s_axil_app_ctrl_bvalid,
        s_axil_app_ctrl_arready, s_axil_app_ctrl_rvalid,
    input  wire [AXIL_APP_CTRL_DATA_WIDTH-1:0] s_axil_app_ctrl_wdata,
    input  wire [AXIL_APP_CTRL_STRB_WIDTH-1:0] s_axil_app_ctrl_wstrb,
    output wire [1:0] s_axil_app_ctrl_bresp, s_axil_app_ctrl_rresp,
    output wire [AXIL_APP_CTRL_DATA_WIDTH-1:0] s_axil_app_ctrl_rdata,
    // AXI-Lite master interface (control to NIC)
    output wire [AXIL_CTRL_ADDR_WIDTH-1:0] m_axil_ctrl_awaddr, m_axil_ctrl_araddr,
    output wire [2:0] m_axil_ctrl_awprot, m_axil_ctrl_arprot,
    output wire m_axil_ctrl_awvalid, m_axil_ctrl_wvalid, m_axil_ctrl_bready, m_axil_ctrl_arvalid,
        m_axil_ctrl_rready,
    input  wire m_axil_ctrl_awready, m_axil_ctrl_wready, m_axil_ctrl_bvalid, m_axil_ctrl_arready,
        m_axil_ctrl_rvalid,
    output wire [AXIL_CTRL_DATA_WIDTH-1:0] m_axil_ctrl_wdata,
    output wire [AXIL_CTRL_STRB_WIDTH-1:0] m_axil_ctrl_wstrb,
    input  wire [1:0] m_axil_ctrl_bresp, m_axil_ctrl_rresp,
    input  wire [AXIL_CTRL_DATA_WIDTH-1:0] m_axil_ctrl_rdata,
    // DMA read descriptor output (control)
    output wire [DMA_ADDR_WIDTH-1:0] m_axis_ctrl_dma_read_desc_dma_addr,
    output wire [RAM_SEL_WIDTH-1:0] m_axis_ctrl_dma_read_desc_ram_sel,
    output wire [RAM_ADDR_WIDTH-1:0] m_axis_ctrl_dma_read_desc_ram_addr,
    output wire [DMA_LEN_WIDTH-1:0] m_axis_ctrl_dma_read_desc_len,
    output wire [DMA_TAG_WIDTH-1:0] m_axis_ctrl_dma_read_desc_tag,
    output wire m_axis_ctrl_dma_read_desc_valid,
    input  wire m_axis_ctrl_dma_read_desc_ready,
    // DMA read descriptor status input (control)
    input  wire [DMA_TAG_WIDTH-1:0] s_axis_ctrl_dma_read_desc_status_tag,
    input  wire [3:0] s_axis_ctrl_dma_read_desc_status_error,
    input  wire s_axis_ctrl_dma_read_desc_status_valid,
    // DMA write descriptor output (control)
    output wire [DMA_ADDR_WIDTH-1:0] m_axis_ctrl_dma_write_desc_dma_addr,
    output wire [RAM_SEL_WIDTH-1:0] m_axis_ctrl_dma_write_desc_ram_sel,
    output wire [RAM_ADDR_WIDTH-1:0] m_axis_ctrl_dma_write_desc_ram_addr,
    output wire [DMA_IMM_WIDTH-1:0] m_axis_ctrl_dma_write_desc_imm,
    output wire m_axis_ctrl_dma_write_desc_imm_en, m_axis_ctrl_dma_write_desc_valid,
    output wire [DMA_LEN_WIDTH-1:0] m_axis_ctrl_dma_write_desc_len,
    output wire [DMA_TAG_WIDTH-1:0] m_axis_ctrl_dma_write_desc_tag,
    input  wire m_axis_ctrl_dma_write_desc_ready,
    // DMA write descriptor status input (control)
    input  wire [DMA_TAG_WIDTH-1:0] s_axis_ctrl_dma_write_desc_status_tag,
    input  wire [3:0] s_axis_ctrl_dma_write_desc_status_error,
    input  wire s_axis_ctrl_dma_write_desc_status_valid,
    // DMA read descriptor output (data)
    output wire [DMA_ADDR_WIDTH-1:0] m_axis_data_dma_read_desc_dma_addr,
    output wire [RAM_SEL_WIDTH-1:0] m_axis_data_dma_read_desc_ram_sel,
    output wire [RAM_ADDR_WIDTH-1:0] m_axis_data_dma_read_desc_ram_addr,
    output wire [DMA_LEN_WIDTH-1:0] m_axis_data_dma_read_desc_len,
    output wire [DMA_TAG_WIDTH-1:0] m_axis_data_dma_read_desc_tag,
    output wire m_axis_data_dma_read_desc_valid,
    input  wire m_axis_data_dma_read_desc_ready,
    // DMA read descriptor status input (data)
    input  wire [DMA_TAG_WIDTH-1:0] s_axis_data_dma_read_desc_status_tag,
    input  wire [3:0] s_axis_data_dma_read_desc_status_error,
    input  wire s_axis_data_dma_read_desc_status_valid,
    // DMA write descriptor output (data)
    output wire [DMA_ADDR_WIDTH-1:0] m_axis_data_dma_write_desc_dma_addr,
    output wire [RAM_SEL_WIDTH-1:0] m_axis_data_dma_write_desc_ram_sel,
    output wire [RAM_ADDR_WIDTH-1:0] m_axis_data_dma_write_desc_ram_addr,
    output wire [DMA_IMM_WIDTH-1:0] m_axis_data_dma_write_desc_imm,
    output wire m_axis_data_dma_write_desc_imm_en, m_axis_data_dma_write_desc_valid,
    output wire [DMA_LEN_WIDTH-1:0] m_axis_data_dma_write_desc_len,
    output wire [DMA_TAG_WIDTH-1:0] m_axis_data_dma_write_desc_tag,
    input  wire m_axis_data_dma_write_desc_ready,
    // DMA write descriptor status input (data)
    input  wire [DMA_TAG_WIDTH-1:0] s_axis_data_dma_write_desc_status_tag,
    input  wire [3:0] s_axis_data_dma_write_desc_status_error,
    input  wire s_axis_data_dma_write_desc_status_valid,
    // DMA RAM interface (control)
    input  wire [RAM_SEG_COUNT*RAM_SEL_WIDTH-1:0] ctrl_dma_ram_wr_cmd_sel, ctrl_dma_ram_rd_cmd_sel,
    input  wire [RAM_SEG_COUNT*RAM_SEG_BE_WIDTH-1:0] ctrl_dma_ram_wr_cmd_be,
    input  wire [RAM_SEG_COUNT*RAM_SEG_ADDR_WIDTH-1:0] ctrl_dma_ram_wr_cmd_addr,
        ctrl_dma_ram_rd_cmd_addr,
    input  wire [RAM_SEG_COUNT*RAM_SEG_DATA_WIDTH-1:0] ctrl_dma_ram_wr_cmd_data,
    input  wire [RAM_SEG_COUNT-1:0] ctrl_dma_ram_wr_cmd_valid, ctrl_dma_ram_rd_cmd_valid,
        ctrl_dma_ram_rd_resp_ready,
    output wire [RAM_SEG_COUNT-1:0] ctrl_dma_ram_wr_cmd_ready, ctrl_dma_ram_wr_done,
        ctrl_dma_ram_rd_cmd_ready, ctrl_dma_ram_rd_resp_valid,
    output wire [RAM_SEG_COUNT*RAM_SEG_DATA_WIDTH-1:0] ctrl_dma_ram_rd_resp_data,
    // DMA RAM interface (data)
    input  wire [RAM_SEG_COUNT*RAM_SEL_WIDTH-1:0] data_dma_ram_wr_cmd_sel, data_dma_ram_rd_cmd_sel,
    input  wire [RAM_SEG_COUNT*RAM_SEG_BE_WIDTH-1:0] data_dma_ram_wr_cmd_be,
    input  wire [RAM_SEG_COUNT*RAM_SEG_ADDR_WIDTH-1:0] data_dma_ram_wr_cmd_addr,
        data_dma_ram_rd_cmd_addr,
    input  wire [RAM_SEG_COUNT*RAM_SEG_DATA_WIDTH-1:0] data_dma_ram_wr_cmd_data,
    input  wire [RAM_SEG_COUNT-1:0] data_dma_ram_wr_cmd_valid, data_dma_ram_rd_cmd_valid,
        data_dma_ram_rd_resp_ready,
    output wire [RAM_SEG_COUNT-1:0] data_dma_ram_wr_cmd_ready, data_dma_ram_wr_done,
        data_dma_ram_rd_cmd_ready, data_dma_ram_rd_resp_valid,
    output wire [RAM_SEG_COUNT*RAM_SEG_DATA_WIDTH-1:0] data_dma_ram_rd_resp_data,
    // PTP clock
    input  wire ptp_clk, ptp_rst, ptp_sample_clk, ptp_td_sd, ptp_pps, ptp_pps_str, ptp_sync_locked,
        ptp_sync_ts_rel_step, ptp_sync_ts_tod_step, ptp_sync_pps, ptp_sync_pps_str,
    input  wire [PTP_TS_WIDTH-1:0] ptp_sync_ts_rel, ptp_sync_ts_tod,
    input  wire [PTP_PEROUT_COUNT-1:0] ptp_perout_locked, ptp_perout_error, ptp_perout_pulse,
    // Ethernet (direct MAC interface - lowest latency raw traffic)
    input  wire [PORT_COUNT-1:0] direct_tx_clk, direct_tx_rst, s_axis_direct_tx_tvalid,
        s_axis_direct_tx_tlast, m_axis_direct_tx_tready, s_axis_direct_tx_cpl_valid,
        m_axis_direct_tx_cpl_ready, direct_rx_clk, direct_rx_rst, s_axis_direct_rx_tvalid,
        s_axis_direct_rx_tlast, m_axis_direct_rx_tready,
    input  wire [PORT_COUNT*AXIS_DATA_WIDTH-1:0] s_axis_direct_tx_tdata, s_axis_direct_rx_tdata,
    input  wire [PORT_COUNT*AXIS_KEEP_WIDTH-1:0] s_axis_direct_tx_tkeep, s_axis_direct_rx_tkeep,
    output wire [PORT_COUNT-1:0] s_axis_direct_tx_tready, m_axis_direct_tx_tvalid,
        m_axis_direct_tx_tlast, s_axis_direct_tx_cpl_ready, m_axis_direct_tx_cpl_valid,
        s_axis_direct_rx_tready, m_axis_direct_rx_tvalid, m_axis_direct_rx_tlast,
    input  wire [PORT_COUNT*AXIS_TX_USER_WIDTH-1:0] s_axis_direct_tx_tuser,
    output wire [PORT_COUNT*AXIS_DATA_WIDTH-1:0] m_axis_direct_tx_tdata, m_axis_direct_rx_tdata,
    output wire [PORT_COUNT*AXIS_KEEP_WIDTH-1:0] m_axis_direct_tx_tkeep, m_axis_direct_rx_tkeep,
    output wire [PORT_COUNT*AXIS_TX_USER_WIDTH-1:0] m_axis_direct_tx_tuser,
    input  wire [PORT_COUNT*PTP_TS_WIDTH-1:0] s_axis_direct_tx_cpl_ts,
    input  wire [PORT_COUNT*TX_TAG_WIDTH-1:0] s_axis_direct_tx_cpl_tag,
    output wire [PORT_COUNT*PTP_TS_WIDTH-1:0] m_axis_direct_tx_cpl_ts,
    output wire [PORT_COUNT*TX_TAG_WIDTH-1:0] m_axis_direct_tx_cpl_tag,
    input  wire [PORT_COUNT*AXIS_RX_USER_WIDTH-1:0] s_axis_direct_rx_tuser,
    output wire [PORT_COUNT*AXIS_RX_USER_WIDTH-1:0] m_axis_direct_rx_tuser,
    // Ethernet (synchronous MAC interface - low latency raw traffic)
    input  wire [PORT_COUNT*AXIS_SYNC_DATA_WIDTH-1:0] s_axis_sync_tx_tdata, s_axis_sync_rx_tdata,
    input  wire [PORT_COUNT*AXIS_SYNC_KEEP_WIDTH-1:0] s_axis_sync_tx_tkeep, s_axis_sync_rx_tkeep,
    input  wire [PORT_COUNT-1:0] s_axis_sync_tx_tvalid, s_axis_sync_tx_tlast,
        m_axis_sync_tx_tready, s_axis_sync_tx_cpl_valid, m_axis_sync_tx_cpl_ready,
        s_axis_sync_rx_tvalid, s_axis_sync_rx_tlast, m_axis_sync_rx_tready,
    output wire [PORT_COUNT-1:0] s_axis_sync_tx_tready, m_axis_sync_tx_tvalid,
        m_axis_sync_tx_tlast, s_axis_sync_tx_cpl_ready, m_axis_sync_tx_cpl_valid,
        s_axis_sync_rx_tready, m_axis_sync_rx_tvalid, m_axis_sync_rx_tlast,
    input  wire [PORT_COUNT*AXIS_SYNC_TX_USER_WIDTH-1:0] s_axis_sync_tx_tuser,
    output wire [PORT_COUNT*AXIS_SYNC_DATA_WIDTH-1:0] m_axis_sync_tx_tdata, m_axis_sync_rx_tdata,
    output wire [PORT_COUNT*AXIS_SYNC_KEEP_WIDTH-1:0] m_axis_sync_tx_tkeep, m_axis_sync_rx_tkeep,
    output wire [PORT_COUNT*AXIS_SYNC_TX_USER_WIDTH-1:0] m_axis_sync_tx_tuser,
    input  wire [PORT_COUNT*PTP_TS_WIDTH-1:0] s_axis_sync_tx_cpl_ts,
    input  wire [PORT_COUNT*TX_TAG_WIDTH-1:0] s_axis_sync_tx_cpl_tag,
    output wire [PORT_COUNT*PTP_TS_WIDTH-1:0] m_axis_sync_tx_cpl_ts,
    output wire [PORT_COUNT*TX_TAG_WIDTH-1:0] m_axis_sync_tx_cpl_tag,
    input  wire [PORT_COUNT*AXIS_SYNC_RX_USER_WIDTH-1:0] s_axis_sync_rx_tuser,
    output wire [PORT_COUNT*AXIS_SYNC_RX_USER_WIDTH-1:0] m_axis_sync_rx_tuser,
    // Ethernet (internal at interface module)
    input  wire [IF_COUNT*AXIS_IF_DATA_WIDTH-1:0] s_axis_if_tx_tdata, s_axis_if_rx_tdata,
    input  wire [IF_COUNT*AXIS_IF_KEEP_WIDTH-1:0] s_axis_if_tx_tkeep, s_axis_if_rx_tkeep,
    input  wire [IF_COUNT-1:0] s_axis_if_tx_tvalid, s_axis_if_tx_tlast, m_axis_if_tx_tready,
        s_axis_if_tx_cpl_valid, m_axis_if_tx_cpl_ready, s_axis_if_rx_tvalid, s_axis_if_rx_tlast,
        m_axis_if_rx_tready,
    output wire [IF_COUNT-1:0] s_axis_if_tx_tready, m_axis_if_tx_tvalid, m_axis_if_tx_tlast,
        s_axis_if_tx_cpl_ready, m_axis_if_tx_cpl_valid, s_axis_if_rx_tready, m_axis_if_rx_tvalid,
        m_axis_if_rx_tlast,
    input  wire [IF_COUNT*AXIS_IF_TX_ID_WIDTH-1:0] s_axis_if_tx_tid,
    input  wire [IF_COUNT*AXIS_IF_TX_DEST_WIDTH-1:0] s_axis_if_tx_tdest,
    input  wire [IF_COUNT*AXIS_IF_TX_USER_WIDTH-1:0] s_axis_if_tx_tuser,
    output wire [IF_COUNT*AXIS_IF_DATA_WIDTH-1:0] m_axis_if_tx_tdata, m_axis_if_rx_tdata,
    output wire [IF_COUNT*AXIS_IF_KEEP_WIDTH-1:0] m_axis_if_tx_tkeep, m_axis_if_rx_tkeep,
    output wire [IF_COUNT*AXIS_IF_TX_ID_WIDTH-1:0] m_axis_if_tx_tid,
    output wire [IF_COUNT*AXIS_IF_TX_DEST_WIDTH-1:0] m_axis_if_tx_tdest,
    output wire [IF_COUNT*AXIS_IF_TX_USER_WIDTH-1:0] m_axis_if_tx_tuser,
    input  wire [IF_COUNT*PTP_TS_WIDTH-1:0] s_axis_if_tx_cpl_ts,
    input  wire [IF_COUNT*TX_TAG_WIDTH-1:0] s_axis_if_tx_cpl_tag,
    output wire [IF_COUNT*PTP_TS_WIDTH-1:0] m_axis_if_tx_cpl_ts,
    output wire [IF_COUNT*TX_TAG_WIDTH-1:0] m_axis_if_tx_cpl_tag,
    input  wire [IF_COUNT*AXIS_IF_RX_ID_WIDTH-1:0] s_axis_if_rx_tid,
    input  wire [IF_COUNT*AXIS_IF_RX_DEST_WIDTH-1:0] s_axis_if_rx_tdest,
    input  wire [IF_COUNT*AXIS_IF_RX_USER_WIDTH-1:0] s_axis_if_rx_tuser,
    output wire [IF_COUNT*AXIS_IF_RX_ID_WIDTH-1:0] m_axis_if_rx_tid,
    output wire [IF_COUNT*AXIS_IF_RX_DEST_WIDTH-1:0] m_axis_if_rx_tdest,
    output wire [IF_COUNT*AXIS_IF_RX_USER_WIDTH-1:0] m_axis_if_rx_tuser,
    // DDR
    input  wire [DDR_CH-1:0] ddr_clk, ddr_rst, m_axi_ddr_awready, m_axi_ddr_wready,
        m_axi_ddr_bvalid, m_axi_ddr_arready, m_axi_ddr_rlast, m_axi_ddr_rvalid, ddr_status,
    output wire [DDR_CH*AXI_DDR_ID_WIDTH-1:0] m_axi_ddr_awid, m_axi_ddr_arid,
    output wire [DDR_CH*AXI_DDR_ADDR_WIDTH-1:0] m_axi_ddr_awaddr, m_axi_ddr_araddr,
    output wire [DDR_CH*8-1:0] m_axi_ddr_awlen, m_axi_ddr_arlen,
    output wire [DDR_CH*3-1:0] m_axi_ddr_awsize, m_axi_ddr_awprot, m_axi_ddr_arsize,
        m_axi_ddr_arprot,
    output wire [DDR_CH*2-1:0] m_axi_ddr_awburst, m_axi_ddr_arburst,
    output wire [DDR_CH-1:0] m_axi_ddr_awlock, m_axi_ddr_awvalid, m_axi_ddr_wlast,
        m_axi_ddr_wvalid, m_axi_ddr_bready, m_axi_ddr_arlock, m_axi_ddr_arvalid, m_axi_ddr_rready,
    output wire [DDR_CH*4-1:0] m_axi_ddr_awcache, m_axi_ddr_awqos, m_axi_ddr_arcache,
        m_axi_ddr_arqos,
    output wire [DDR_CH*AXI_DDR_AWUSER_WIDTH-1:0] m_axi_ddr_awuser,
    output wire [DDR_CH*AXI_DDR_DATA_WIDTH-1:0] m_axi_ddr_wdata,
    output wire [DDR_CH*AXI_DDR_STRB_WIDTH-1:0] m_axi_ddr_wstrb,
    output wire [DDR_CH*AXI_DDR_WUSER_WIDTH-1:0] m_axi_ddr_wuser,
    input  wire [DDR_CH*AXI_DDR_ID_WIDTH-1:0] m_axi_ddr_bid, m_axi_ddr_rid,
    input  wire [DDR_CH*2-1:0] m_axi_ddr_bresp, m_axi_ddr_rresp,
    input  wire [DDR_CH*AXI_DDR_BUSER_WIDTH-1:0] m_axi_ddr_buser,
    output wire [DDR_CH*AXI_DDR_ARUSER_WIDTH-1:0] m_axi_ddr_aruser,
    input  wire [DDR_CH*AXI_DDR_DATA_WIDTH-1:0] m_axi_ddr_rdata,
    input  wire [DDR_CH*AXI_DDR_RUSER_WIDTH-1:0] m_axi_ddr_ruser,
    // HBM
    input  wire [HBM_CH-1:0] hbm_clk, hbm_rst, m_axi_hbm_awready, m_axi_hbm_wready,
        m_axi_hbm_bvalid, m_axi_hbm_arready, m_axi_hbm_rlast, m_axi_hbm_rvalid, hbm_status,
    output wire [HBM_CH*AXI_HBM_ID_WIDTH-1:0] m_axi_hbm_awid, m_axi_hbm_arid,
    output wire [HBM_CH*AXI_HBM_ADDR_WIDTH-1:0] m_axi_hbm_awaddr, m_axi_hbm_araddr,
    output wire [HBM_CH*8-1:0] m_axi_hbm_awlen, m_axi_hbm_arlen,
    output wire [HBM_CH*3-1:0] m_axi_hbm_awsize, m_axi_hbm_awprot, m_axi_hbm_arsize,
        m_axi_hbm_arprot,
    output wire [HBM_CH*2-1:0] m_axi_hbm_awburst, m_axi_hbm_arburst,
    output wire [HBM_CH-1:0] m_axi_hbm_awlock, m_axi_hbm_awvalid, m_axi_hbm_wlast,
        m_axi_hbm_wvalid, m_axi_hbm_bready, m_axi_hbm_arlock, m_axi_hbm_arvalid, m_axi_hbm_rready,
    output wire [HBM_CH*4-1:0] m_axi_hbm_awcache, m_axi_hbm_awqos, m_axi_hbm_arcache,
        m_axi_hbm_arqos,
    output wire [HBM_CH*AXI_HBM_AWUSER_WIDTH-1:0] m_axi_hbm_awuser,
    output wire [HBM_CH*AXI_HBM_DATA_WIDTH-1:0] m_axi_hbm_wdata,
    output wire [HBM_CH*AXI_HBM_STRB_WIDTH-1:0] m_axi_hbm_wstrb,
    output wire [HBM_CH*AXI_HBM_WUSER_WIDTH-1:0] m_axi_hbm_wuser,
    input  wire [HBM_CH*AXI_HBM_ID_WIDTH-1:0] m_axi_hbm_bid, m_axi_hbm_rid,
    input  wire [HBM_CH*2-1:0] m_axi_hbm_bresp, m_axi_hbm_rresp,
    input  wire [HBM_CH*AXI_HBM_BUSER_WIDTH-1:0] m_axi_hbm_buser,
    output wire [HBM_CH*AXI_HBM_ARUSER_WIDTH-1:0] m_axi_hbm_aruser,
    input  wire [HBM_CH*AXI_HBM_DATA_WIDTH-1:0] m_axi_hbm_rdata,
    input  wire [HBM_CH*AXI_HBM_RUSER_WIDTH-1:0] m_axi_hbm_ruser,
    // Statistics increment output
    output wire [STAT_INC_WIDTH-1:0] m_axis_stat_tdata,
    output wire [STAT_ID_WIDTH-1:0] m_axis_stat_tid,
    output wire m_axis_stat_tvalid,
    input  wire m_axis_stat_tready,
    // GPIO
    input  wire [APP_GPIO_IN_WIDTH-1:0] gpio_in,
    output wire [APP_GPIO_OUT_WIDTH-1:0] gpio_out,
    // JTAG
    input  wire jtag_tdi, jtag_tms, jtag_tck,
    output wire jtag_tdo
);

  snic_corundum_checks #(
      .APP_ID            (APP_ID),
      .APP_AXIS_IF_ENABLE(APP_AXIS_IF_ENABLE),
      .APP_CTRL_ENABLE   (APP_CTRL_ENABLE),
      .APP_DMA_ENABLE    (APP_DMA_ENABLE),
      .PORTS_PER_IF      (PORTS_PER_IF),
      .AXIL_DATA_W       (AXIL_APP_CTRL_DATA_WIDTH),
      .AXIL_ADDR_W       (AXIL_APP_CTRL_ADDR_WIDTH),
      .TX_TAG_W          (TX_TAG_WIDTH),
      .TX_USER_W         (AXIS_IF_TX_USER_WIDTH),
      .DATA_W            (AXIS_IF_DATA_WIDTH),
      .KEEP_W            (AXIS_IF_KEEP_WIDTH),
      .SEG_DATA_W        (RAM_SEG_DATA_WIDTH),
      .SEG_BE_W          (RAM_SEG_BE_WIDTH)
  ) checks ();

  // Without APP_STAT_ENABLE nobody takes statistics, and none leave.
  wire stat_tvalid;
  assign m_axis_stat_tvalid = stat_tvalid && APP_STAT_ENABLE != 0;

  snic_corundum #(
      .DATA_W      (AXIS_IF_DATA_WIDTH),
      .IF_COUNT    (IF_COUNT),
      .TX_ID_W     (AXIS_IF_TX_ID_WIDTH),
      .TX_DEST_W   (AXIS_IF_TX_DEST_WIDTH),
      .RX_ID_W     (AXIS_IF_RX_ID_WIDTH),
      .RX_DEST_W   (AXIS_IF_RX_DEST_WIDTH),
      .RX_USER_W   (AXIS_IF_RX_USER_WIDTH),
      .TAG_W       (TX_TAG_WIDTH),
      .TS_W        (PTP_TS_WIDTH),
      .ADDR_W      (AXIL_APP_CTRL_ADDR_WIDTH),
      .STAT_INC_W  (STAT_INC_WIDTH),
      .STAT_ID_W   (STAT_ID_WIDTH),
      .PERIOD_NUM  (CLK_PERIOD_NS_NUM),
      .PERIOD_DENOM(CLK_PERIOD_NS_DENOM),
      .DMA_ADDR_W  (DMA_ADDR_WIDTH),
      .DMA_LEN_W   (DMA_LEN_WIDTH),
      .DMA_TAG_W   (DMA_TAG_WIDTH),
      .RAM_SEL_W   (RAM_SEL_WIDTH),
      .RAM_ADDR_W  (RAM_ADDR_WIDTH),
      .SEG_COUNT   (RAM_SEG_COUNT),
      .SEG_DATA_W  (RAM_SEG_DATA_WIDTH)
  ) snic (
      .clk, .rst,
      .ptp_ts_i(ptp_sync_ts_tod),
      .dma_desc_addr({m_axis_data_dma_write_desc_dma_addr, m_axis_data_dma_read_desc_dma_addr}),
      .dma_desc_sel({m_axis_data_dma_write_desc_ram_sel, m_axis_data_dma_read_desc_ram_sel}),
      .dma_desc_ram({m_axis_data_dma_write_desc_ram_addr, m_axis_data_dma_read_desc_ram_addr}),
      .dma_desc_length({m_axis_data_dma_write_desc_len, m_axis_data_dma_read_desc_len}),
      .dma_desc_tag({m_axis_data_dma_write_desc_tag, m_axis_data_dma_read_desc_tag}),
      .dma_desc_valid({m_axis_data_dma_write_desc_valid, m_axis_data_dma_read_desc_valid}),
      .dma_desc_ready({m_axis_data_dma_write_desc_ready, m_axis_data_dma_read_desc_ready}),
      .dma_status_tag({s_axis_data_dma_write_desc_status_tag,
                       s_axis_data_dma_read_desc_status_tag}),
      .dma_status_error({s_axis_data_dma_write_desc_status_error,
                         s_axis_data_dma_read_desc_status_error}),
      .dma_status_valid({s_axis_data_dma_write_desc_status_valid,
                         s_axis_data_dma_read_desc_status_valid}),
      .ram_wr_sel(data_dma_ram_wr_cmd_sel), .ram_wr_be(data_dma_ram_wr_cmd_be),
      .ram_wr_addr(data_dma_ram_wr_cmd_addr), .ram_wr_data(data_dma_ram_wr_cmd_data),
      .ram_wr_valid(data_dma_ram_wr_cmd_valid), .ram_wr_ready(data_dma_ram_wr_cmd_ready),
      .ram_wr_done(data_dma_ram_wr_done), .ram_rd_sel(data_dma_ram_rd_cmd_sel),
      .ram_rd_addr(data_dma_ram_rd_cmd_addr), .ram_rd_valid(data_dma_ram_rd_cmd_valid),
      .ram_rd_ready(data_dma_ram_rd_cmd_ready), .ram_resp_data(data_dma_ram_rd_resp_data),
      .ram_resp_valid(data_dma_ram_rd_resp_valid), .ram_resp_ready(data_dma_ram_rd_resp_ready),
      .m_axis_stat_tdata, .m_axis_stat_tid, .m_axis_stat_tvalid(stat_tvalid),
      .m_axis_stat_tready(m_axis_stat_tready || APP_STAT_ENABLE == 0),
      .s_axil_awaddr(s_axil_app_ctrl_awaddr), .s_axil_awprot(s_axil_app_ctrl_awprot),
      .s_axil_awvalid(s_axil_app_ctrl_awvalid), .s_axil_awready(s_axil_app_ctrl_awready),
      .s_axil_wdata(s_axil_app_ctrl_wdata), .s_axil_wstrb(s_axil_app_ctrl_wstrb),
      .s_axil_wvalid(s_axil_app_ctrl_wvalid), .s_axil_wready(s_axil_app_ctrl_wready),
      .s_axil_bresp(s_axil_app_ctrl_bresp), .s_axil_bvalid(s_axil_app_ctrl_bvalid),
      .s_axil_bready(s_axil_app_ctrl_bready), .s_axil_araddr(s_axil_app_ctrl_araddr),
      .s_axil_arprot(s_axil_app_ctrl_arprot), .s_axil_arvalid(s_axil_app_ctrl_arvalid),
      .s_axil_arready(s_axil_app_ctrl_arready), .s_axil_rdata(s_axil_app_ctrl_rdata),
      .s_axil_rresp(s_axil_app_ctrl_rresp), .s_axil_rvalid(s_axil_app_ctrl_rvalid),
      .s_axil_rready(s_axil_app_ctrl_rready),
      .s_axis_if_tx_tdata, .s_axis_if_tx_tkeep, .s_axis_if_tx_tvalid, .s_axis_if_tx_tready,
      .s_axis_if_tx_tlast, .s_axis_if_tx_tid, .s_axis_if_tx_tuser,
      .m_axis_if_tx_tdata, .m_axis_if_tx_tkeep, .m_axis_if_tx_tvalid, .m_axis_if_tx_tready,
      .m_axis_if_tx_tlast, .m_axis_if_tx_tid, .m_axis_if_tx_tdest, .m_axis_if_tx_tuser,
      .s_axis_if_tx_cpl_ts, .s_axis_if_tx_cpl_tag, .s_axis_if_tx_cpl_valid,
      .s_axis_if_tx_cpl_ready,
      .m_axis_if_tx_cpl_ts, .m_axis_if_tx_cpl_tag, .m_axis_if_tx_cpl_valid,
      .m_axis_if_tx_cpl_ready,
      .s_axis_if_rx_tdata, .s_axis_if_rx_tkeep, .s_axis_if_rx_tvalid, .s_axis_if_rx_tready,
      .s_axis_if_rx_tlast, .s_axis_if_rx_tuser,
      .m_axis_if_rx_tdata, .m_axis_if_rx_tkeep, .m_axis_if_rx_tvalid, .m_axis_if_rx_tready,
      .m_axis_if_rx_tlast, .m_axis_if_rx_tid, .m_axis_if_rx_tdest, .m_axis_if_rx_tuser
  );

  // No register access to the NIC from here.
  assign {m_axil_ctrl_awaddr, m_axil_ctrl_araddr, m_axil_ctrl_awprot, m_axil_ctrl_arprot,
          m_axil_ctrl_awvalid, m_axil_ctrl_wvalid, m_axil_ctrl_arvalid, m_axil_ctrl_wdata,
          m_axil_ctrl_wstrb} = '0;
  assign {m_axil_ctrl_bready, m_axil_ctrl_rready} = '1;

  // The control DMA interface is free: no descriptor leaves; what reaches its RAM ports is
  // answered, so that nobody waits. The packet rings use the data interface.
  assign {m_axis_ctrl_dma_read_desc_dma_addr, m_axis_ctrl_dma_read_desc_ram_sel,
          m_axis_ctrl_dma_read_desc_ram_addr, m_axis_ctrl_dma_read_desc_len,
          m_axis_ctrl_dma_read_desc_tag, m_axis_ctrl_dma_read_desc_valid,
          m_axis_ctrl_dma_write_desc_dma_addr, m_axis_ctrl_dma_write_desc_ram_sel,
          m_axis_ctrl_dma_write_desc_ram_addr, m_axis_ctrl_dma_write_desc_imm,
          m_axis_ctrl_dma_write_desc_imm_en, m_axis_ctrl_dma_write_desc_valid,
          m_axis_ctrl_dma_write_desc_len, m_axis_ctrl_dma_write_desc_tag} = '0;
  assign ctrl_dma_ram_wr_cmd_ready  = '1;
  assign ctrl_dma_ram_wr_done       = ctrl_dma_ram_wr_cmd_valid;
  assign ctrl_dma_ram_rd_cmd_ready  = ctrl_dma_ram_rd_resp_ready;
  assign ctrl_dma_ram_rd_resp_valid = ctrl_dma_ram_rd_cmd_valid;
  assign ctrl_dma_ram_rd_resp_data  = '0;
  assign {m_axis_data_dma_write_desc_imm, m_axis_data_dma_write_desc_imm_en} = '0;

  // The two positions nearer to the wire: straight through.
  assign {m_axis_direct_tx_tdata, m_axis_direct_tx_tkeep, m_axis_direct_tx_tvalid,
          m_axis_direct_tx_tlast, m_axis_direct_tx_tuser} =
      {s_axis_direct_tx_tdata, s_axis_direct_tx_tkeep, s_axis_direct_tx_tvalid,
       s_axis_direct_tx_tlast, s_axis_direct_tx_tuser};
  assign s_axis_direct_tx_tready = m_axis_direct_tx_tready;
  assign {m_axis_direct_rx_tdata, m_axis_direct_rx_tkeep, m_axis_direct_rx_tvalid,
          m_axis_direct_rx_tlast, m_axis_direct_rx_tuser} =
      {s_axis_direct_rx_tdata, s_axis_direct_rx_tkeep, s_axis_direct_rx_tvalid,
       s_axis_direct_rx_tlast, s_axis_direct_rx_tuser};
  assign s_axis_direct_rx_tready = m_axis_direct_rx_tready;
  assign {m_axis_direct_tx_cpl_ts, m_axis_direct_tx_cpl_tag, m_axis_direct_tx_cpl_valid} =
      {s_axis_direct_tx_cpl_ts, s_axis_direct_tx_cpl_tag, s_axis_direct_tx_cpl_valid};
  assign s_axis_direct_tx_cpl_ready = m_axis_direct_tx_cpl_ready;
  assign {m_axis_sync_tx_tdata, m_axis_sync_tx_tkeep, m_axis_sync_tx_tvalid,
          m_axis_sync_tx_tlast, m_axis_sync_tx_tuser} =
      {s_axis_sync_tx_tdata, s_axis_sync_tx_tkeep, s_axis_sync_tx_tvalid,
       s_axis_sync_tx_tlast, s_axis_sync_tx_tuser};
  assign s_axis_sync_tx_tready = m_axis_sync_tx_tready;
  assign {m_axis_sync_rx_tdata, m_axis_sync_rx_tkeep, m_axis_sync_rx_tvalid,
          m_axis_sync_rx_tlast, m_axis_sync_rx_tuser} =
      {s_axis_sync_rx_tdata, s_axis_sync_rx_tkeep, s_axis_sync_rx_tvalid,
       s_axis_sync_rx_tlast, s_axis_sync_rx_tuser};
  assign s_axis_sync_rx_tready = m_axis_sync_rx_tready;
  assign {m_axis_sync_tx_cpl_ts, m_axis_sync_tx_cpl_tag, m_axis_sync_tx_cpl_valid} =
      {s_axis_sync_tx_cpl_ts, s_axis_sync_tx_cpl_tag, s_axis_sync_tx_cpl_valid};
  assign s_axis_sync_tx_cpl_ready = m_axis_sync_tx_cpl_ready;

  // No external memory, no GPIO; the JTAG chain is closed.
  assign {m_axi_ddr_awid, m_axi_ddr_arid, m_axi_ddr_awaddr, m_axi_ddr_araddr, m_axi_ddr_awlen,
          m_axi_ddr_arlen, m_axi_ddr_awsize, m_axi_ddr_awprot, m_axi_ddr_arsize, m_axi_ddr_arprot,
          m_axi_ddr_awburst, m_axi_ddr_arburst, m_axi_ddr_awlock, m_axi_ddr_awvalid,
          m_axi_ddr_wlast, m_axi_ddr_wvalid, m_axi_ddr_arlock, m_axi_ddr_arvalid,
          m_axi_ddr_awcache, m_axi_ddr_awqos, m_axi_ddr_arcache, m_axi_ddr_arqos, m_axi_ddr_awuser,
          m_axi_ddr_wdata, m_axi_ddr_wstrb, m_axi_ddr_wuser, m_axi_ddr_aruser} = '0;
  assign {m_axi_ddr_bready, m_axi_ddr_rready} = '1;
  assign {m_axi_hbm_awid, m_axi_hbm_arid, m_axi_hbm_awaddr, m_axi_hbm_araddr, m_axi_hbm_awlen,
          m_axi_hbm_arlen, m_axi_hbm_awsize, m_axi_hbm_awprot, m_axi_hbm_arsize, m_axi_hbm_arprot,
          m_axi_hbm_awburst, m_axi_hbm_arburst, m_axi_hbm_awlock, m_axi_hbm_awvalid,
          m_axi_hbm_wlast, m_axi_hbm_wvalid, m_axi_hbm_arlock, m_axi_hbm_arvalid,
          m_axi_hbm_awcache, m_axi_hbm_awqos, m_axi_hbm_arcache, m_axi_hbm_arqos, m_axi_hbm_awuser,
          m_axi_hbm_wdata, m_axi_hbm_wstrb, m_axi_hbm_wuser, m_axi_hbm_aruser} = '0;
  assign {m_axi_hbm_bready, m_axi_hbm_rready} = '1;
  assign gpio_out = '0;
  assign jtag_tdo = jtag_tdi;

endmodule

`default_nettype wire
