// Packet rings in host memory for the slow ports, over Corundum's application DMA interface.
//
// Contract
// - Registers: block `ring` of hw/control/REGISTERS.md, on an AXI4-Lite slave of its own.
// - `s_axis_slow_*` (from the cores) goes to the rx ring, interface by interface, whole frames; it
//   is taken at 64 bits a clock whatever the host does, and dropped and counted when there is no
//   room. `m_axis_slow_*` (to the cores) comes from the tx ring, to the interface that byte 3 of
//   the frame names, with tag 16'h4000.
// - DMA: [0] of packed descriptor ports is read, [1] write. Engine 0 (rx) has tag 0, engine 1 (tx)
//   tag 1. RAM select is 0 always (Corundum's cores have one bit of it): the last two lines of the
//   RAM's 2^RAM_ADDR_W bytes are the engines' entries, what is before them packets.
// Interface n of a packed stream port is [n*W +: W].
`default_nettype none

module snic_ring #(
    parameter int DATA_W     = 512,
    parameter int IF_COUNT   = 1,
    parameter int ADDR_W     = 24,
    parameter int DMA_ADDR_W = 64,
    parameter int DMA_LEN_W  = 16,
    parameter int DMA_TAG_W  = 16,
    parameter int RAM_SEL_W  = 4,
    parameter int RAM_ADDR_W = 16,
    parameter int SEG_COUNT  = 2,
    parameter int SEG_DATA_W = 256,
    localparam int KEEP_W     = DATA_W / 8,
    localparam int SEG_BE_W   = SEG_DATA_W / 8,
    localparam int SEG_ADDR_W = RAM_ADDR_W - $clog2(SEG_COUNT * SEG_BE_W)
) (
    input  wire                            clk,
    input  wire                            rst,

    input  wire  [ADDR_W-1:0]              s_axil_awaddr,
    input  wire  [2:0]                     s_axil_awprot,
    input  wire                            s_axil_awvalid,
    output logic                           s_axil_awready,
    input  wire  [31:0]                    s_axil_wdata,
    input  wire  [3:0]                     s_axil_wstrb,
    input  wire                            s_axil_wvalid,
    output logic                           s_axil_wready,
    output logic [1:0]                     s_axil_bresp,
    output logic                           s_axil_bvalid,
    input  wire                            s_axil_bready,
    input  wire  [ADDR_W-1:0]              s_axil_araddr,
    input  wire  [2:0]                     s_axil_arprot,
    input  wire                            s_axil_arvalid,
    output logic                           s_axil_arready,
    output logic [31:0]                    s_axil_rdata,
    output logic [1:0]                     s_axil_rresp,
    output logic                           s_axil_rvalid,
    input  wire                            s_axil_rready,

    input  wire  [IF_COUNT*DATA_W-1:0]     s_axis_slow_tdata,
    input  wire  [IF_COUNT*KEEP_W-1:0]     s_axis_slow_tkeep,
    input  wire  [IF_COUNT-1:0]            s_axis_slow_tvalid,
    output logic [IF_COUNT-1:0]            s_axis_slow_tready,
    input  wire  [IF_COUNT-1:0]            s_axis_slow_tlast,

    output logic [IF_COUNT*DATA_W-1:0]     m_axis_slow_tdata,
    output logic [IF_COUNT*KEEP_W-1:0]     m_axis_slow_tkeep,
    output logic [IF_COUNT-1:0]            m_axis_slow_tvalid,
    input  wire  [IF_COUNT-1:0]            m_axis_slow_tready,
    output logic [IF_COUNT-1:0]            m_axis_slow_tlast,
    output logic [IF_COUNT*17-1:0]         m_axis_slow_tuser,

    output logic [2*DMA_ADDR_W-1:0]        desc_addr_o,
    output logic [2*RAM_SEL_W-1:0]         desc_sel_o,
    output logic [2*RAM_ADDR_W-1:0]        desc_ram_o,
    output logic [2*DMA_LEN_W-1:0]         desc_length_o,
    output logic [2*DMA_TAG_W-1:0]         desc_tag_o,
    output logic [1:0]                     desc_valid_o,
    input  wire  [1:0]                     desc_ready_i,
    input  wire  [2*DMA_TAG_W-1:0]         status_tag_i,
    input  wire  [7:0]                     status_error_i,
    input  wire  [1:0]                     status_valid_i,

    input  wire  [SEG_COUNT*RAM_SEL_W-1:0]  wr_sel_i,
    input  wire  [SEG_COUNT*SEG_BE_W-1:0]   wr_be_i,
    input  wire  [SEG_COUNT*SEG_ADDR_W-1:0] wr_addr_i,
    input  wire  [SEG_COUNT*SEG_DATA_W-1:0] wr_data_i,
    input  wire  [SEG_COUNT-1:0]            wr_valid_i,
    output logic [SEG_COUNT-1:0]            wr_ready_o,
    output logic [SEG_COUNT-1:0]            wr_done_o,
    input  wire  [SEG_COUNT*RAM_SEL_W-1:0]  rd_sel_i,
    input  wire  [SEG_COUNT*SEG_ADDR_W-1:0] rd_addr_i,
    input  wire  [SEG_COUNT-1:0]            rd_valid_i,
    output logic [SEG_COUNT-1:0]            rd_ready_o,
    output logic [SEG_COUNT*SEG_DATA_W-1:0] resp_data_o,
    output logic [SEG_COUNT-1:0]            resp_valid_o,
    input  wire  [SEG_COUNT-1:0]            resp_ready_i
);
  localparam int RX = 0, TX = 1, ENGINES = 2;
  localparam int TX_BYTES = 16384, MAX_BYTES = 9248;
  localparam int RX_BYTES = RAM_ADDR_W > 15 ? 32768 : 16384;  // at most half of the RAM
  localparam int RX_W = $clog2(RX_BYTES / 8), TX_W = $clog2(TX_BYTES / 8);
  localparam int LANES = SEG_COUNT * SEG_DATA_W / 64;
  localparam int ENTRY_RAM = 2 ** RAM_ADDR_W - ENGINES * LANES * 8;

  if (DMA_LEN_W < 14) begin : g_check_length
    $error("DMA_LEN_W must be at least 14");
  end
  if (DMA_TAG_W < $clog2(ENGINES)) begin : g_check_tag
    $error("DMA_TAG_W must hold a tag for each engine");
  end

  // registers
  logic              reg_wr, reg_rd;
  logic [ADDR_W-1:0] reg_wr_addr, reg_rd_addr;
  logic [31:0]       reg_wr_data, reg_rd_data, reg_rd_data_q;
  logic [31:0]       base_lo [2], base_hi [2];
  logic [4:0]        control [2];
  logic [15:0]       tail [2], head [2];
  logic [9:0]        status [2];
  logic [63:0]       packets_q [2], bytes_q [2], errors_q [2], drops_q;

  snic_axil #(.ADDR_W(ADDR_W)) u_axil (
      .clk, .rst,
      .s_axil_awaddr, .s_axil_awprot, .s_axil_awvalid, .s_axil_awready,
      .s_axil_wdata, .s_axil_wstrb, .s_axil_wvalid, .s_axil_wready,
      .s_axil_bresp, .s_axil_bvalid, .s_axil_bready,
      .s_axil_araddr, .s_axil_arprot, .s_axil_arvalid, .s_axil_arready,
      .s_axil_rdata, .s_axil_rresp, .s_axil_rvalid, .s_axil_rready,
      .wr_valid_o(reg_wr), .wr_ready_i(1'b1), .wr_addr_o(reg_wr_addr), .wr_data_o(reg_wr_data),
      .rd_valid_o(reg_rd), .rd_addr_o(reg_rd_addr), .rd_data_i(reg_rd_data_q)
  );

  always_ff @(posedge clk) reg_rd_data_q <= reg_rd_data;

  // one block at the start of this half of the BAR
  logic wr_here, rd_here;
  assign wr_here = reg_wr && reg_wr_addr[ADDR_W-2:16] == '0;
  assign rd_here = reg_rd && reg_rd_addr[ADDR_W-2:16] == '0;
  logic unused_half;
  assign unused_half = ^{reg_wr_addr[ADDR_W-1], reg_rd_addr[ADDR_W-1]};

  snic_regs_ring u_regs (
      .clk, .rst,
      .wr_valid_i(wr_here), .wr_addr_i(reg_wr_addr[15:0]), .wr_data_i(reg_wr_data),
      .rd_valid_i(rd_here), .rd_addr_i(reg_rd_addr[15:0]), .rd_data_o(reg_rd_data),
      .rx_base_lo_o(base_lo[RX]), .rx_base_hi_o(base_hi[RX]), .rx_control_o(control[RX]),
      .rx_tail_o(tail[RX]), .rx_status_i(status[RX]), .rx_head_i(head[RX]),
      .rx_packets_i(packets_q[RX]), .rx_bytes_i(bytes_q[RX]), .rx_errors_i(errors_q[RX]),
      .rx_drops_i(drops_q),
      .tx_base_lo_o(base_lo[TX]), .tx_base_hi_o(base_hi[TX]), .tx_control_o(control[TX]),
      .tx_tail_o(tail[TX]), .tx_status_i(status[TX]), .tx_head_i(head[TX]),
      .tx_packets_i(packets_q[TX]), .tx_bytes_i(bytes_q[TX]), .tx_errors_i(errors_q[TX])
  );

  // from the cores to the buffer
  logic [DATA_W-1:0] in_tdata;
  logic [KEEP_W-1:0] in_tkeep;
  logic              in_tvalid, in_tready, in_tlast, unused_user;
  snic_axis_merge #(.N(IF_COUNT), .DATA_W(DATA_W), .USER_W(1)) u_merge (
      .clk, .rst,
      .s_axis_tdata(s_axis_slow_tdata), .s_axis_tkeep(s_axis_slow_tkeep),
      .s_axis_tvalid(s_axis_slow_tvalid), .s_axis_tready(s_axis_slow_tready),
      .s_axis_tlast(s_axis_slow_tlast), .s_axis_tuser('0),
      .m_axis_tdata(in_tdata), .m_axis_tkeep(in_tkeep), .m_axis_tvalid(in_tvalid),
      .m_axis_tready(in_tready), .m_axis_tlast(in_tlast), .m_axis_tuser(unused_user)
  );

  logic            word_valid, word_last, rx_we, frame_valid, buffer_drop;
  logic [63:0]     word, rx_word, tx_word;
  logic [3:0]      word_bytes;
  logic [RX_W-1:0] rx_addr, frame_addr;
  logic [TX_W-1:0] tx_addr;
  logic [15:0]     frame_length;
  logic [1:0]      running, stopped, pop, packet, failed, dropped;
  snic_ring_narrow #(.DATA_W(DATA_W)) u_narrow (
      .clk, .rst,
      .s_axis_tdata(in_tdata), .s_axis_tkeep(in_tkeep), .s_axis_tvalid(in_tvalid),
      .s_axis_tready(in_tready), .s_axis_tlast(in_tlast),
      .m_valid_o(word_valid), .m_data_o(word), .m_bytes_o(word_bytes), .m_last_o(word_last)
  );
  snic_ring_buffer #(.BYTES(RX_BYTES), .LANES(LANES), .MAX_BYTES(MAX_BYTES)) u_buffer (
      .clk, .rst, .accept_i(running[RX]),
      .s_valid_i(word_valid), .s_data_i(word), .s_bytes_i(word_bytes), .s_last_i(word_last),
      .we_o(rx_we), .addr_o(rx_addr), .data_o(rx_word),
      .frame_valid_o(frame_valid), .frame_addr_o(frame_addr), .frame_length_o(frame_length),
      .pop_i(pop[RX]), .drop_o(buffer_drop)
  );

  // engines
  logic [1:0]              op_valid, op_ready, op_write, done, move, busy;
  logic [2*64-1:0]         op_addr, completion;
  logic [2*RAM_ADDR_W-1:0] op_ram;
  logic [2*16-1:0]         op_length;
  logic [2*128-1:0]        entry;
  logic [7:0]              done_error, cause, code;
  logic [15:0]             length [2];
  logic                    sent, sent_bad;

  for (genvar n = 0; n < ENGINES; n++) begin : g_engine
    snic_ring_engine #(
        .TX(n == TX), .RAM_ADDR_W(RAM_ADDR_W), .ENTRY_RAM(ENTRY_RAM + n * LANES * 8),
        .MAX_BYTES(MAX_BYTES)
    ) u_engine (
        .clk, .rst,
        .base_i({base_hi[n], base_lo[n]}), .enable_i(control[n][0]), .size_i(control[n][4:1]),
        .tail_i(tail[n]), .head_o(head[n]), .busy_o(busy[n]), .running_o(running[n]),
        .stopped_o(stopped[n]), .cause_o(cause[4*n +: 4]), .code_o(code[4*n +: 4]),
        .frame_valid_i(n == TX || frame_valid), .frame_length_i(frame_length),
        .frame_ram_i(RAM_ADDR_W'({frame_addr, 3'd0})), .frame_pop_o(pop[n]),
        .op_valid_o(op_valid[n]), .op_ready_i(op_ready[n]), .op_write_o(op_write[n]),
        .op_addr_o(op_addr[64*n +: 64]),
        .op_ram_o(op_ram[RAM_ADDR_W*n +: RAM_ADDR_W]), .op_length_o(op_length[16*n +: 16]),
        .done_i(done[n]), .done_error_i(done_error[4*n +: 4]),
        .entry_i(entry[128*n +: 80]), .completion_o(completion[64*n +: 64]),
        .move_valid_o(move[n]), .move_done_i(n == TX && sent), .move_bad_i(n == TX && sent_bad),
        .length_o(length[n]), .packet_o(packet[n]), .error_o(failed[n]), .drop_o(dropped[n])
    );
    assign status[n] = {code[4*n +: 4], cause[4*n +: 4], stopped[n], busy[n]};

    logic unused_entry;
    assign unused_entry = ^entry[128*n + 80 +: 48];

    always_ff @(posedge clk) begin
      if (rst) begin
        packets_q[n] <= '0;
        bytes_q[n]   <= '0;
        errors_q[n]  <= '0;
      end else begin
        packets_q[n] <= packets_q[n] + 64'(packet[n]);
        bytes_q[n]   <= bytes_q[n] + (packet[n] ? 64'(length[n]) : '0);
        errors_q[n]  <= errors_q[n] + 64'(failed[n]);
      end
    end
  end

  always_ff @(posedge clk) begin
    if (rst) drops_q <= '0;
    else drops_q <= drops_q + 64'(buffer_drop) + 64'(dropped[RX]);
  end

  logic unused_tx;
  assign unused_tx = ^{pop[TX], dropped[TX], running[TX], move[RX]};

  snic_ring_dma #(
      .N(ENGINES), .DMA_ADDR_W(DMA_ADDR_W), .DMA_LEN_W(DMA_LEN_W), .DMA_TAG_W(DMA_TAG_W),
      .RAM_ADDR_W(RAM_ADDR_W)
  ) u_dma (
      .clk, .rst,
      .op_valid_i(op_valid), .op_ready_o(op_ready), .op_write_i(op_write), .op_addr_i(op_addr),
      .op_ram_i(op_ram), .op_length_i(op_length),
      .done_o(done), .done_error_o(done_error),
      .desc_addr_o, .desc_ram_o, .desc_length_o, .desc_tag_o, .desc_valid_o,
      .desc_ready_i, .status_tag_i, .status_error_i, .status_valid_i
  );

  assign desc_sel_o = '0;
  logic unused_sel;
  assign unused_sel = ^{wr_sel_i, rd_sel_i};

  snic_ring_memory #(
      .ENGINES(ENGINES), .RX_BYTES(RX_BYTES), .TX_BYTES(TX_BYTES), .MAX_BYTES(MAX_BYTES),
      .RAM_ADDR_W(RAM_ADDR_W), .SEG_COUNT(SEG_COUNT), .SEG_DATA_W(SEG_DATA_W)
  ) u_memory (
      .clk, .rst,
      .rx_we_i(rx_we), .rx_addr_i(rx_addr), .rx_data_i(rx_word),
      .tx_addr_i(tx_addr), .tx_data_o(tx_word),
      .entry_o(entry), .completion_i(completion),
      .wr_be_i, .wr_addr_i, .wr_data_i, .wr_valid_i, .wr_ready_o, .wr_done_o,
      .rd_addr_i, .rd_valid_i, .rd_ready_o, .resp_data_o, .resp_valid_o, .resp_ready_i
  );

  snic_ring_send #(.DATA_W(DATA_W), .IF_COUNT(IF_COUNT), .ADDR_W(TX_W)) u_send (
      .clk, .rst,
      .valid_i(move[TX]), .length_i(length[TX]), .done_o(sent), .bad_o(sent_bad),
      .addr_o(tx_addr), .data_i(tx_word),
      .m_axis_tdata(m_axis_slow_tdata), .m_axis_tkeep(m_axis_slow_tkeep),
      .m_axis_tvalid(m_axis_slow_tvalid), .m_axis_tready(m_axis_slow_tready),
      .m_axis_tlast(m_axis_slow_tlast), .m_axis_tuser(m_axis_slow_tuser)
  );
endmodule

`default_nettype wire
