// Operations of N engines to the two descriptor ports of Corundum, and statuses back by tag.
//
// Contract: an engine has one operation at a time; it is taken (`op_ready_o`) into the port's
// register, where it stays until the port takes it. Tag n is engine n; `done_o[n]` is its status.
// Engine n of a packed port is [n*W +: W]. Round robin.
module snic_ring_dma #(
    parameter int N          = 2,
    parameter int DMA_ADDR_W = 64,
    parameter int DMA_LEN_W  = 16,
    parameter int DMA_TAG_W  = 16,
    parameter int RAM_ADDR_W = 16
) (
    input  logic                    clk,
    input  logic                    rst,

    input  logic [N-1:0]            op_valid_i,
    output logic [N-1:0]            op_ready_o,
    input  logic [N-1:0]            op_write_i,
    input  logic [N*64-1:0]         op_addr_i,
    input  logic [N*RAM_ADDR_W-1:0] op_ram_i,
    input  logic [N*16-1:0]         op_length_i,
    output logic [N-1:0]            done_o,
    output logic [N*4-1:0]          done_error_o,

    // [0] read, [1] write
    output logic [2*DMA_ADDR_W-1:0] desc_addr_o,
    output logic [2*RAM_ADDR_W-1:0] desc_ram_o,
    output logic [2*DMA_LEN_W-1:0]  desc_length_o,
    output logic [2*DMA_TAG_W-1:0]  desc_tag_o,
    output logic [1:0]              desc_valid_o,
    input  logic [1:0]              desc_ready_i,
    input  logic [2*DMA_TAG_W-1:0]  status_tag_i,
    input  logic [7:0]              status_error_i,
    input  logic [1:0]              status_valid_i
);
  localparam int SEL_W = N > 1 ? $clog2(N) : 1;

  logic [2*N-1:0] ready;

  for (genvar d = 0; d < 2; d++) begin : g_port
    logic [SEL_W-1:0] last_q, next;
    logic [N-1:0]     ask;
    logic             load;
    assign ask  = op_valid_i & (d == 1 ? op_write_i : ~op_write_i);
    assign load = (!desc_valid_o[d] || desc_ready_i[d]) && ask != '0;

    always_comb begin
      next = last_q;
      for (int i = N - 1; i >= 0; i--) if (ask[i]) next = SEL_W'(i);
      for (int i = N - 1; i >= 0; i--) if (ask[i] && SEL_W'(i) > last_q) next = SEL_W'(i);
      for (int i = 0; i < N; i++) ready[d*N + i] = load && next == SEL_W'(i);
    end

    always_ff @(posedge clk) begin
      if (rst) begin
        desc_valid_o[d] <= 1'b0;
        last_q          <= '0;
      end else begin
        if (load) last_q <= next;
        desc_valid_o[d] <= load || (desc_valid_o[d] && !desc_ready_i[d]);
      end
      if (load) begin
        desc_addr_o[d*DMA_ADDR_W +: DMA_ADDR_W] <= DMA_ADDR_W'(op_addr_i[next*64 +: 64]);
        desc_ram_o[d*RAM_ADDR_W +: RAM_ADDR_W]  <= op_ram_i[next*RAM_ADDR_W +: RAM_ADDR_W];
        desc_length_o[d*DMA_LEN_W +: DMA_LEN_W] <= DMA_LEN_W'(op_length_i[next*16 +: 16]);
        desc_tag_o[d*DMA_TAG_W +: DMA_TAG_W]    <= DMA_TAG_W'(next);
      end
    end
  end

  assign op_ready_o = ready[0 +: N] | ready[N +: N];

  always_comb begin
    done_o       = '0;
    done_error_o = '0;
    for (int n = 0; n < N; n++) begin
      for (int d = 0; d < 2; d++) begin
        if (status_valid_i[d] && status_tag_i[d*DMA_TAG_W +: DMA_TAG_W] == DMA_TAG_W'(n)) begin
          done_o[n] = 1'b1;
          done_error_o[4*n +: 4] = status_error_i[4*d +: 4];
        end
      end
    end
  end
endmodule
