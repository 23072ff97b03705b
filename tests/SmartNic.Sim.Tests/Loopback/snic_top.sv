// Stand-in for the board that tests the shim: every frame goes round unchanged (wire to host and
// back, slow to slow), the registers are 16 words of memory. Word 15 breaks a rule on purpose:
// 1 tvalid falls, 2 a stalled beat changes, 3 tkeep has a hole, 4 time changes, 5 no answer to a
// read of address 0, 6 the last beat is missing.
// Ports are those of hw/top/rtl/snic_top.sv. Host queue out = tag out.
module snic_top #(
    parameter int DATA_W   = 512,
    parameter int IF_COUNT = 1,
    localparam int KEEP_W  = DATA_W / 8
) (
    input  logic                       clk,
    input  logic                       rst,
    input  logic [63:0]                time_ns_i,

    input  logic [23:0]                s_axil_awaddr,
    input  logic                       s_axil_awvalid,
    output logic                       s_axil_awready,
    input  logic [31:0]                s_axil_wdata,
    input  logic [3:0]                 s_axil_wstrb,
    input  logic                       s_axil_wvalid,
    output logic                       s_axil_wready,
    output logic [1:0]                 s_axil_bresp,
    output logic                       s_axil_bvalid,
    input  logic                       s_axil_bready,
    input  logic [23:0]                s_axil_araddr,
    input  logic                       s_axil_arvalid,
    output logic                       s_axil_arready,
    output logic [31:0]                s_axil_rdata,
    output logic [1:0]                 s_axil_rresp,
    output logic                       s_axil_rvalid,
    input  logic                       s_axil_rready,

    input  logic [IF_COUNT*DATA_W-1:0] s_axis_wire_tdata,
    input  logic [IF_COUNT*KEEP_W-1:0] s_axis_wire_tkeep,
    input  logic [IF_COUNT-1:0]        s_axis_wire_tvalid,
    output logic [IF_COUNT-1:0]        s_axis_wire_tready,
    input  logic [IF_COUNT-1:0]        s_axis_wire_tlast,
    input  logic [IF_COUNT*17-1:0]     s_axis_wire_tuser,

    input  logic [IF_COUNT*DATA_W-1:0] s_axis_host_tdata,
    input  logic [IF_COUNT*KEEP_W-1:0] s_axis_host_tkeep,
    input  logic [IF_COUNT-1:0]        s_axis_host_tvalid,
    output logic [IF_COUNT-1:0]        s_axis_host_tready,
    input  logic [IF_COUNT-1:0]        s_axis_host_tlast,
    input  logic [IF_COUNT*17-1:0]     s_axis_host_tuser,
    input  logic [IF_COUNT*12-1:0]     s_axis_host_tid,

    input  logic [IF_COUNT*DATA_W-1:0] s_axis_slow_tdata,
    input  logic [IF_COUNT*KEEP_W-1:0] s_axis_slow_tkeep,
    input  logic [IF_COUNT-1:0]        s_axis_slow_tvalid,
    output logic [IF_COUNT-1:0]        s_axis_slow_tready,
    input  logic [IF_COUNT-1:0]        s_axis_slow_tlast,
    input  logic [IF_COUNT*17-1:0]     s_axis_slow_tuser,

    output logic [IF_COUNT*DATA_W-1:0] m_axis_wire_tdata,
    output logic [IF_COUNT*KEEP_W-1:0] m_axis_wire_tkeep,
    output logic [IF_COUNT-1:0]        m_axis_wire_tvalid,
    input  logic [IF_COUNT-1:0]        m_axis_wire_tready,
    output logic [IF_COUNT-1:0]        m_axis_wire_tlast,
    output logic [IF_COUNT*80-1:0]     m_axis_wire_tuser,

    output logic [IF_COUNT*DATA_W-1:0] m_axis_host_tdata,
    output logic [IF_COUNT*KEEP_W-1:0] m_axis_host_tkeep,
    output logic [IF_COUNT-1:0]        m_axis_host_tvalid,
    input  logic [IF_COUNT-1:0]        m_axis_host_tready,
    output logic [IF_COUNT-1:0]        m_axis_host_tlast,
    output logic [IF_COUNT*80-1:0]     m_axis_host_tuser,
    output logic [IF_COUNT*12-1:0]     m_axis_host_tdest,

    output logic [IF_COUNT*DATA_W-1:0] m_axis_slow_tdata,
    output logic [IF_COUNT*KEEP_W-1:0] m_axis_slow_tkeep,
    output logic [IF_COUNT-1:0]        m_axis_slow_tvalid,
    input  logic [IF_COUNT-1:0]        m_axis_slow_tready,
    output logic [IF_COUNT-1:0]        m_axis_slow_tlast,
    output logic [IF_COUNT*80-1:0]     m_axis_slow_tuser
);
  logic [31:0] words_q [16];
  logic [2:0]  fault;
  assign fault = words_q[15][2:0];

  for (genvar n = 0; n < IF_COUNT; n++) begin : g_if
    snic_loopback #(.DATA_W(DATA_W)) wire_to_host (
        .clk, .rst, .time_ns_i, .fault_i(fault),
        .s_axis_tdata (s_axis_wire_tdata[n*DATA_W +: DATA_W]),
        .s_axis_tkeep (s_axis_wire_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_tvalid(s_axis_wire_tvalid[n]),
        .s_axis_tready(s_axis_wire_tready[n]),
        .s_axis_tlast (s_axis_wire_tlast[n]),
        .s_axis_tuser (s_axis_wire_tuser[n*17 +: 17]),
        .m_axis_tdata (m_axis_host_tdata[n*DATA_W +: DATA_W]),
        .m_axis_tkeep (m_axis_host_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_tvalid(m_axis_host_tvalid[n]),
        .m_axis_tready(m_axis_host_tready[n]),
        .m_axis_tlast (m_axis_host_tlast[n]),
        .m_axis_tuser (m_axis_host_tuser[n*80 +: 80]));
    assign m_axis_host_tdest[n*12 +: 12] = m_axis_host_tuser[n*80 +: 12];

    snic_loopback #(.DATA_W(DATA_W)) host_to_wire (
        .clk, .rst, .time_ns_i, .fault_i(fault),
        .s_axis_tdata (s_axis_host_tdata[n*DATA_W +: DATA_W]),
        .s_axis_tkeep (s_axis_host_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_tvalid(s_axis_host_tvalid[n]),
        .s_axis_tready(s_axis_host_tready[n]),
        .s_axis_tlast (s_axis_host_tlast[n]),
        .s_axis_tuser (s_axis_host_tuser[n*17 +: 17]),
        .m_axis_tdata (m_axis_wire_tdata[n*DATA_W +: DATA_W]),
        .m_axis_tkeep (m_axis_wire_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_tvalid(m_axis_wire_tvalid[n]),
        .m_axis_tready(m_axis_wire_tready[n]),
        .m_axis_tlast (m_axis_wire_tlast[n]),
        .m_axis_tuser (m_axis_wire_tuser[n*80 +: 80]));

    snic_loopback #(.DATA_W(DATA_W)) slow_to_slow (
        .clk, .rst, .time_ns_i, .fault_i(fault),
        .s_axis_tdata (s_axis_slow_tdata[n*DATA_W +: DATA_W]),
        .s_axis_tkeep (s_axis_slow_tkeep[n*KEEP_W +: KEEP_W]),
        .s_axis_tvalid(s_axis_slow_tvalid[n]),
        .s_axis_tready(s_axis_slow_tready[n]),
        .s_axis_tlast (s_axis_slow_tlast[n]),
        .s_axis_tuser (s_axis_slow_tuser[n*17 +: 17]),
        .m_axis_tdata (m_axis_slow_tdata[n*DATA_W +: DATA_W]),
        .m_axis_tkeep (m_axis_slow_tkeep[n*KEEP_W +: KEEP_W]),
        .m_axis_tvalid(m_axis_slow_tvalid[n]),
        .m_axis_tready(m_axis_slow_tready[n]),
        .m_axis_tlast (m_axis_slow_tlast[n]),
        .m_axis_tuser (m_axis_slow_tuser[n*80 +: 80]));
  end

  logic write;
  assign write          = s_axil_awvalid & s_axil_wvalid & !s_axil_bvalid;
  assign s_axil_awready = write;
  assign s_axil_wready  = write;
  assign s_axil_arready = s_axil_arvalid & !s_axil_rvalid & !(fault == 3'd5 & s_axil_araddr == '0);
  assign s_axil_bresp   = 2'd0;
  assign s_axil_rresp   = 2'd0;

  always_ff @(posedge clk) begin
    if (write) words_q[s_axil_awaddr[5:2]] <= s_axil_wdata;
    if (s_axil_arready) s_axil_rdata <= words_q[s_axil_araddr[5:2]];
    if (rst) begin
      s_axil_bvalid <= 1'b0;
      s_axil_rvalid <= 1'b0;
      for (int n = 0; n < 16; n++) words_q[n] <= '0;
    end else begin
      if (write) s_axil_bvalid <= 1'b1;
      else if (s_axil_bready) s_axil_bvalid <= 1'b0;
      if (s_axil_arready) s_axil_rvalid <= 1'b1;
      else if (s_axil_rready) s_axil_rvalid <= 1'b0;
    end
  end
endmodule
