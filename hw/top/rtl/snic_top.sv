// The gateway: IF_COUNT interfaces and their registers, one clock.
//
// Contract
// - Streams and packing as in ARCHITECTURE.md "Streams of the core": interface n of a packed port
//   is [n*W +: W].
// - AXI4-Lite registers as in hw/control/REGISTERS.md.
// - `time_ns_i` is a free-running clock in ns; it never goes back.
// - `rst` is synchronous and must last one clock. Tables, meters and counters keep their contents.
// Latency: as snic_core.
`default_nettype none

module snic_top #(
    parameter int DATA_W          = 512,
    parameter int MAX_FRAME_BYTES = 9216,   // longer frames are dropped as oversize
    parameter int PAYLOAD_BYTES   = 32768,  // payload FIFO of each direction
    parameter int QUEUE_BYTES     = 65536,  // each output queue of each direction
    parameter int CREDITS         = 128,    // frames between ingress and egress
    parameter int IF_COUNT        = 1,
    parameter int ADDR_W          = 24,
    localparam int KEEP_W         = DATA_W / 8
) (
    input  wire                     clk,
    input  wire                     rst,
    input  wire  [63:0]             time_ns_i,

    input  wire  [IF_COUNT*DATA_W-1:0]    s_axis_wire_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]    s_axis_wire_tkeep,
    input  wire  [IF_COUNT-1:0]           s_axis_wire_tvalid,
    output logic [IF_COUNT-1:0]           s_axis_wire_tready,
    input  wire  [IF_COUNT-1:0]           s_axis_wire_tlast,
    input  wire  [IF_COUNT*17-1:0]        s_axis_wire_tuser,

    input  wire  [IF_COUNT*DATA_W-1:0]    s_axis_host_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]    s_axis_host_tkeep,
    input  wire  [IF_COUNT-1:0]           s_axis_host_tvalid,
    output logic [IF_COUNT-1:0]           s_axis_host_tready,
    input  wire  [IF_COUNT-1:0]           s_axis_host_tlast,
    input  wire  [IF_COUNT*17-1:0]        s_axis_host_tuser,
    input  wire  [IF_COUNT*12-1:0]        s_axis_host_tid,

    input  wire  [IF_COUNT*DATA_W-1:0]    s_axis_slow_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]    s_axis_slow_tkeep,
    input  wire  [IF_COUNT-1:0]           s_axis_slow_tvalid,
    output logic [IF_COUNT-1:0]           s_axis_slow_tready,
    input  wire  [IF_COUNT-1:0]           s_axis_slow_tlast,
    input  wire  [IF_COUNT*17-1:0]        s_axis_slow_tuser,

    output logic [IF_COUNT*DATA_W-1:0]    m_axis_wire_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]    m_axis_wire_tkeep,
    output logic [IF_COUNT-1:0]           m_axis_wire_tvalid,
    input  wire  [IF_COUNT-1:0]           m_axis_wire_tready,
    output logic [IF_COUNT-1:0]           m_axis_wire_tlast,
    output logic [IF_COUNT*80-1:0]        m_axis_wire_tuser,

    output logic [IF_COUNT*DATA_W-1:0]    m_axis_host_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]    m_axis_host_tkeep,
    output logic [IF_COUNT-1:0]           m_axis_host_tvalid,
    input  wire  [IF_COUNT-1:0]           m_axis_host_tready,
    output logic [IF_COUNT-1:0]           m_axis_host_tlast,
    output logic [IF_COUNT*80-1:0]        m_axis_host_tuser,
    output logic [IF_COUNT*12-1:0]        m_axis_host_tdest,

    output logic [IF_COUNT*DATA_W-1:0]    m_axis_slow_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]    m_axis_slow_tkeep,
    output logic [IF_COUNT-1:0]           m_axis_slow_tvalid,
    input  wire  [IF_COUNT-1:0]           m_axis_slow_tready,
    output logic [IF_COUNT-1:0]           m_axis_slow_tlast,
    output logic [IF_COUNT*80-1:0]        m_axis_slow_tuser,

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

    output logic [IF_COUNT-1:0]    tx_end_valid_o,
    output logic [IF_COUNT*16-1:0] tx_end_tag_o,
    output logic [IF_COUNT*2-1:0]  tx_end_dest_o
);

  logic generation;
  logic [63:0] hash_key;
  logic [IF_COUNT-1:0] wr_valid, wr_ready, rd_valid;
  logic [15:0] wr_addr, rd_addr;
  logic [31:0] wr_data;
  logic [32*IF_COUNT-1:0] rd_data;

  // A header leaves a kernel at most this long after ingress named its generation.
  localparam int LATENCY = snic_tables_pkg::RX_LATENCY > snic_tables_pkg::TX_LATENCY
      ? snic_tables_pkg::RX_LATENCY : snic_tables_pkg::TX_LATENCY;
  localparam int DRAIN_CLOCKS = LATENCY + 8;

  snic_control #(
      .IF_COUNT    (IF_COUNT),
      .DATA_W      (DATA_W),
      .TENANTS     (snic_tables_pkg::RX_METER_STATE_DEPTH),
      .DRAIN_CLOCKS(DRAIN_CLOCKS),
      .ADDR_W      (ADDR_W)
  ) control (
      .clk, .rst, .time_ns_i,
      .s_axil_awaddr, .s_axil_awprot, .s_axil_awvalid, .s_axil_awready,
      .s_axil_wdata, .s_axil_wstrb, .s_axil_wvalid, .s_axil_wready,
      .s_axil_bresp, .s_axil_bvalid, .s_axil_bready,
      .s_axil_araddr, .s_axil_arprot, .s_axil_arvalid, .s_axil_arready,
      .s_axil_rdata, .s_axil_rresp, .s_axil_rvalid, .s_axil_rready,
      .generation_o (generation),
      .hash_key_o   (hash_key),
      .if_wr_valid_o(wr_valid),
      .if_wr_ready_i(wr_ready),
      .if_wr_addr_o (wr_addr),
      .if_wr_data_o (wr_data),
      .if_rd_valid_o(rd_valid),
      .if_rd_addr_o (rd_addr),
      .if_rd_data_i (rd_data)
  );

  for (genvar n = 0; n < IF_COUNT; n++) begin : g_core
    snic_core #(
        .DATA_W         (DATA_W),
        .MAX_FRAME_BYTES(MAX_FRAME_BYTES),
        .PAYLOAD_BYTES  (PAYLOAD_BYTES),
        .QUEUE_BYTES    (QUEUE_BYTES),
        .CREDITS        (CREDITS),
        .INTERFACE      (n)
    ) core (
        .clk, .rst, .time_ns_i,
        .generation_i (generation),
        .hash_key_i   (hash_key),
        .s_axis_wire_tdata (s_axis_wire_tdata[n*DATA_W +: DATA_W]),
        .s_axis_wire_tkeep (s_axis_wire_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_wire_tvalid(s_axis_wire_tvalid[n]),
        .s_axis_wire_tready(s_axis_wire_tready[n]),
        .s_axis_wire_tlast (s_axis_wire_tlast[n]),
        .s_axis_wire_tuser (s_axis_wire_tuser[n*17 +: 17]),
        .s_axis_host_tdata (s_axis_host_tdata[n*DATA_W +: DATA_W]),
        .s_axis_host_tkeep (s_axis_host_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_host_tvalid(s_axis_host_tvalid[n]),
        .s_axis_host_tready(s_axis_host_tready[n]),
        .s_axis_host_tlast (s_axis_host_tlast[n]),
        .s_axis_host_tuser (s_axis_host_tuser[n*17 +: 17]),
        .s_axis_host_tid   (s_axis_host_tid[n*12 +: 12]),
        .s_axis_slow_tdata (s_axis_slow_tdata[n*DATA_W +: DATA_W]),
        .s_axis_slow_tkeep (s_axis_slow_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_slow_tvalid(s_axis_slow_tvalid[n]),
        .s_axis_slow_tready(s_axis_slow_tready[n]),
        .s_axis_slow_tlast (s_axis_slow_tlast[n]),
        .s_axis_slow_tuser (s_axis_slow_tuser[n*17 +: 17]),
        .m_axis_wire_tdata (m_axis_wire_tdata[n*DATA_W +: DATA_W]),
        .m_axis_wire_tkeep (m_axis_wire_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_wire_tvalid(m_axis_wire_tvalid[n]),
        .m_axis_wire_tready(m_axis_wire_tready[n]),
        .m_axis_wire_tlast (m_axis_wire_tlast[n]),
        .m_axis_wire_tuser (m_axis_wire_tuser[n*80 +: 80]),
        .m_axis_host_tdata (m_axis_host_tdata[n*DATA_W +: DATA_W]),
        .m_axis_host_tkeep (m_axis_host_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_host_tvalid(m_axis_host_tvalid[n]),
        .m_axis_host_tready(m_axis_host_tready[n]),
        .m_axis_host_tlast (m_axis_host_tlast[n]),
        .m_axis_host_tuser (m_axis_host_tuser[n*80 +: 80]),
        .m_axis_host_tdest (m_axis_host_tdest[n*12 +: 12]),
        .m_axis_slow_tdata (m_axis_slow_tdata[n*DATA_W +: DATA_W]),
        .m_axis_slow_tkeep (m_axis_slow_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_slow_tvalid(m_axis_slow_tvalid[n]),
        .m_axis_slow_tready(m_axis_slow_tready[n]),
        .m_axis_slow_tlast (m_axis_slow_tlast[n]),
        .m_axis_slow_tuser (m_axis_slow_tuser[n*80 +: 80]),
        .wr_valid_i(wr_valid[n]),
        .wr_ready_o(wr_ready[n]),
        .wr_addr_i (wr_addr),
        .wr_data_i (wr_data),
        .rd_valid_i(rd_valid[n]),
        .rd_addr_i (rd_addr),
        .rd_data_o (rd_data[32*n +: 32]),
        .tx_end_valid_o(tx_end_valid_o[n]),
        .tx_end_tag_o  (tx_end_tag_o[n*16 +: 16]),
        .tx_end_dest_o (tx_end_dest_o[n*2 +: 2])
    );
  end

endmodule

`default_nettype wire
