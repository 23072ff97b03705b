// Simple dual-port LUT RAM: port A writes, port B reads. For up to 64 entries.
//
// Contract: the address on `b_addr_i` in clock k gives `b_data_o` in clock k+LATENCY (1..4). Read
// first: a read in the clock of a write to the same address gives the old word. Contents start as
// zero.
module snic_ram_lut #(
    parameter int WIDTH = 32,
    parameter int DEPTH = 32,
    parameter int LATENCY = 1,
    localparam int ADDR_W = $clog2(DEPTH)
) (
    input  logic              clk,

    input  logic              a_we_i,
    input  logic [ADDR_W-1:0] a_addr_i,
    input  logic [WIDTH-1:0]  a_data_i,

    input  logic [ADDR_W-1:0] b_addr_i,
    output logic [WIDTH-1:0]  b_data_o
);
  (* ram_style = "distributed" *) logic [WIDTH-1:0] mem [DEPTH];
  logic [LATENCY*WIDTH-1:0] read_q;

  if (LATENCY < 1 || LATENCY > 4) begin : g_check_latency
    $error("LATENCY must be 1..4");
  end
  if (DEPTH > 64) begin : g_check_depth
    $error("DEPTH must be 64 or less");
  end

  // A configured FPGA starts with zeros anyway; spelling it out costs Yosys minutes per memory.
`ifndef SYNTHESIS
  initial begin
    for (int i = 0; i < DEPTH; i++) mem[i] = '0;
  end
`endif

  // The youngest word lowest.
  always_ff @(posedge clk) begin
    if (a_we_i) mem[a_addr_i] <= a_data_i;
  end

  if (LATENCY == 1) begin : g_direct
    always_ff @(posedge clk) read_q <= mem[b_addr_i];
  end else begin : g_registered
    always_ff @(posedge clk) begin
      read_q <= {read_q[(LATENCY-1)*WIDTH-1:0], mem[b_addr_i]};
    end
  end

  assign b_data_o = read_q[LATENCY*WIDTH-1 -: WIDTH];
endmodule
