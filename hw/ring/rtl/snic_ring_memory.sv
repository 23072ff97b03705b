// The RAM that Corundum's DMA engine reads and writes, in segments.
//
// Contract
// - A line is SEG_COUNT segments of SEG_DATA_W bits; byte 0 is the lowest of segment 0.
// - There is one RAM, of 2^RAM_ADDR_W bytes. Its last ENGINES lines are entries, one an engine:
//   writes to bytes 0..15 are the entry, reads of bytes 8..15 give its completion. Before them,
//   writes go to the packet that is to be sent, reads come from the buffer of received packets;
//   addresses wrap at their sizes. A packet that starts in the buffer ends before the entries.
// - Writes are taken every clock and done one later. Reads are answered in order per segment after
//   2 clocks; a segment stands still while its answer is not taken.
// - `rx_*` writes a word of 64 bits; `tx_data_o` is word `tx_addr_i` two clocks later.
module snic_ring_memory #(
    parameter int ENGINES    = 2,
    parameter int RX_BYTES   = 32768,
    parameter int TX_BYTES   = 16384,
    parameter int MAX_BYTES  = 9248,
    parameter int RAM_ADDR_W = 16,
    parameter int SEG_COUNT  = 2,
    parameter int SEG_DATA_W = 256,
    localparam int SEG_BE_W   = SEG_DATA_W / 8,
    localparam int SEG_ADDR_W = RAM_ADDR_W - $clog2(SEG_COUNT * SEG_BE_W),
    localparam int RX_W       = $clog2(RX_BYTES / 8),
    localparam int TX_W       = $clog2(TX_BYTES / 8)
) (
    input  logic                            clk,
    input  logic                            rst,

    input  logic                            rx_we_i,
    input  logic [RX_W-1:0]                 rx_addr_i,
    input  logic [63:0]                     rx_data_i,
    input  logic [TX_W-1:0]                 tx_addr_i,
    output logic [63:0]                     tx_data_o,
    output logic [ENGINES*128-1:0]          entry_o,
    input  logic [ENGINES*64-1:0]           completion_i,

    input  logic [SEG_COUNT*SEG_BE_W-1:0]   wr_be_i,
    input  logic [SEG_COUNT*SEG_ADDR_W-1:0] wr_addr_i,
    input  logic [SEG_COUNT*SEG_DATA_W-1:0] wr_data_i,
    input  logic [SEG_COUNT-1:0]            wr_valid_i,
    output logic [SEG_COUNT-1:0]            wr_ready_o,
    output logic [SEG_COUNT-1:0]            wr_done_o,

    input  logic [SEG_COUNT*SEG_ADDR_W-1:0] rd_addr_i,
    input  logic [SEG_COUNT-1:0]            rd_valid_i,
    output logic [SEG_COUNT-1:0]            rd_ready_o,
    output logic [SEG_COUNT*SEG_DATA_W-1:0] resp_data_o,
    output logic [SEG_COUNT-1:0]            resp_valid_o,
    input  logic [SEG_COUNT-1:0]            resp_ready_i
);
  localparam int SEG_LANES = SEG_DATA_W / 64;             // 64-bit lanes of a segment
  localparam int LANES     = SEG_COUNT * SEG_LANES;
  localparam int LANE_W    = $clog2(LANES);
  localparam int RX_LINE_W = RX_W - LANE_W;
  localparam int TX_LINE_W = TX_W - LANE_W;
  localparam logic [SEG_ADDR_W-1:0] ENTRY_LINE = SEG_ADDR_W'(2 ** SEG_ADDR_W - ENGINES);

  if (SEG_DATA_W % 64 != 0 || LANES < 2 || LANES != 2 ** LANE_W) begin : g_check_lanes
    $error("a RAM line must be a power of two of 128 bits or more");
  end
  if (RX_BYTES + MAX_BYTES + ENGINES * LANES * 8 > 2 ** RAM_ADDR_W
      || TX_BYTES + ENGINES * LANES * 8 > 2 ** RAM_ADDR_W) begin : g_check_address
    $error("RAM_ADDR_W must be at least 15 for packet buffers and entries");
  end

  logic [LANES*64-1:0] tx_line;
  logic [LANE_W-1:0]   tx_lane_1_q, tx_lane_2_q;

  always_ff @(posedge clk) begin
    tx_lane_1_q <= tx_addr_i[LANE_W-1:0];
    tx_lane_2_q <= tx_lane_1_q;
  end
  assign tx_data_o = tx_line[tx_lane_2_q*64 +: 64];

  for (genvar s = 0; s < SEG_COUNT; s++) begin : g_segment
    logic [SEG_ADDR_W-1:0] wr_addr, rd_addr;
    logic                  wr_packet, rd_en, rd_valid_1_q, rd_packet_1_q, rd_packet_2_q;
    logic [ENGINES-1:0]    rd_entry_1_q, rd_entry_2_q;
    assign wr_addr   = wr_addr_i[s*SEG_ADDR_W +: SEG_ADDR_W];
    assign rd_addr   = rd_addr_i[s*SEG_ADDR_W +: SEG_ADDR_W];
    assign wr_packet = wr_valid_i[s] && wr_addr < ENTRY_LINE;
    assign rd_en     = !resp_valid_o[s] || resp_ready_i[s];
    assign wr_ready_o[s] = 1'b1;
    assign rd_ready_o[s] = rd_en;

    always_ff @(posedge clk) begin
      if (rst) begin
        wr_done_o[s]    <= 1'b0;
        rd_valid_1_q    <= 1'b0;
        resp_valid_o[s] <= 1'b0;
      end else begin
        wr_done_o[s] <= wr_valid_i[s];
        if (rd_en) rd_valid_1_q <= rd_valid_i[s];
        if (rd_en) resp_valid_o[s] <= rd_valid_1_q;
      end
      if (rd_en) begin
        rd_packet_1_q <= rd_addr < ENTRY_LINE;
        rd_packet_2_q <= rd_packet_1_q;
        for (int n = 0; n < ENGINES; n++) rd_entry_1_q[n] <= rd_addr == ENTRY_LINE + SEG_ADDR_W'(n);
        rd_entry_2_q  <= rd_entry_1_q;
      end
    end

    for (genvar l = 0; l < SEG_LANES; l++) begin : g_lane
      localparam int LANE = s * SEG_LANES + l;
      logic [63:0] rx_word, answer;

      snic_ring_ram #(.DEPTH(2 ** TX_LINE_W)) u_tx (
          .clk,
          .a_be_i(wr_be_i[s*SEG_BE_W + 8*l +: 8] & {8{wr_packet}}),
          .a_addr_i(wr_addr[TX_LINE_W-1:0]),
          .a_data_i(wr_data_i[s*SEG_DATA_W + 64*l +: 64]),
          .b_en_i(1'b1), .b_addr_i(tx_addr_i[TX_W-1:LANE_W]), .b_data_o(tx_line[64*LANE +: 64])
      );

      snic_ring_ram #(.DEPTH(2 ** RX_LINE_W)) u_rx (
          .clk,
          .a_be_i({8{rx_we_i && rx_addr_i[LANE_W-1:0] == LANE_W'(LANE)}}),
          .a_addr_i(rx_addr_i[RX_W-1:LANE_W]), .a_data_i(rx_data_i),
          .b_en_i(rd_en), .b_addr_i(rd_addr[RX_LINE_W-1:0]), .b_data_o(rx_word)
      );

      always_comb begin
        answer = rd_packet_2_q ? rx_word : '0;
        for (int n = 0; n < ENGINES; n++) begin
          if (LANE == 1 && rd_entry_2_q[n]) answer = completion_i[64*n +: 64];
        end
      end
      assign resp_data_o[s*SEG_DATA_W + 64*l +: 64] = answer;

      if (LANE < 2) begin : g_entry
        always_ff @(posedge clk) begin
          for (int n = 0; n < ENGINES; n++) begin
            for (int b = 0; b < 8; b++) begin
              if (wr_valid_i[s] && wr_addr == ENTRY_LINE + SEG_ADDR_W'(n)
                  && wr_be_i[s*SEG_BE_W + 8*l + b]) begin
                entry_o[128*n + 64*LANE + 8*b +: 8] <=
                    wr_data_i[s*SEG_DATA_W + 64*l + 8*b +: 8];
              end
            end
          end
        end
      end
    end

    // Lines beyond the buffers are the same lines again.
    logic unused_address;
    assign unused_address = ^{wr_addr, rd_addr};
  end
endmodule
