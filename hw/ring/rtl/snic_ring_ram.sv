// Simple dual-port memory of 64-bit words: port A writes bytes, port B reads and can be stopped.
//
// Contract: the address on `b_addr_i` in a clock with `b_en_i` gives `b_data_o` after two clocks
// with `b_en_i`. Read first. Contents do not matter before they are written.
module snic_ring_ram #(
    parameter int DEPTH = 1024,
    localparam int ADDR_W = $clog2(DEPTH)
) (
    input  logic              clk,

    input  logic [7:0]        a_be_i,
    input  logic [ADDR_W-1:0] a_addr_i,
    input  logic [63:0]       a_data_i,

    input  logic              b_en_i,
    input  logic [ADDR_W-1:0] b_addr_i,
    output logic [63:0]       b_data_o
);
  (* ram_style = "block" *) logic [63:0] mem [DEPTH];
  logic [63:0] read_q, b_data_q;

  always_ff @(posedge clk) begin
    for (int b = 0; b < 8; b++) if (a_be_i[b]) mem[a_addr_i][8*b +: 8] <= a_data_i[8*b +: 8];
    if (b_en_i) begin
      read_q   <= mem[b_addr_i];
      b_data_q <= read_q;
    end
  end

  assign b_data_o = b_data_q;
endmodule
