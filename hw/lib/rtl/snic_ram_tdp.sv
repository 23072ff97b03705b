// Memory with a host port A (write or read) and a lookup port B (read).
//
// Kind of memory: UltraRAM (4096 x 72 bits) where a third of it or less stays empty and the device
// has it (HAS_URAM; a build for one without defines SNIC_NO_URAM), else true dual-port block RAM,
// or LUT RAM up to 256 entries, of which a block RAM would use a quarter: its two ports are 36 bits
// wide at most, for 1024 entries.
// Contract: reads of port A have latency 2 (address in clock k, data in clock k+2), reads of port B
// latency LATENCY (1..4; from 2 on through the memory's output register). Port B reads first: in
// the clock of a write to the same address it gives the old word. Port A reads or writes: in the
// clock of a write its data stay. Contents start as zero.
module snic_ram_tdp #(
    parameter int WIDTH = 32,
    parameter int DEPTH = 1024,
    parameter int LATENCY = 2,
`ifdef SNIC_NO_URAM
    parameter bit HAS_URAM = 1'b0,
`else
    parameter bit HAS_URAM = 1'b1,
`endif
    localparam int ADDR_W = $clog2(DEPTH)
) (
    input  logic              clk,

    input  logic              a_we_i,
    input  logic [ADDR_W-1:0] a_addr_i,
    input  logic [WIDTH-1:0]  a_data_i,
    output logic [WIDTH-1:0]  a_data_o,

    input  logic [ADDR_W-1:0] b_addr_i,
    output logic [WIDTH-1:0]  b_data_o
);
  localparam int ULTRA_BITS = ((WIDTH + 71) / 72) * ((DEPTH + 4095) / 4096) * 72 * 4096;
  localparam bit IS_ULTRA = HAS_URAM && DEPTH >= 4096 && 3 * (WIDTH * DEPTH) >= 2 * ULTRA_BITS;
  localparam STYLE = IS_ULTRA ? "ultra" : WIDTH * DEPTH < 16384 ? "auto"
                   : DEPTH <= 256 ? "distributed" : "block";
  (* ram_style = STYLE *) logic [WIDTH-1:0] mem [DEPTH];
  logic [WIDTH-1:0] a_read_q, a_data_q, b_read_q;

  if (LATENCY < 1 || LATENCY > 4) begin : g_check_latency
    $error("LATENCY must be 1..4");
  end

  // A configured FPGA starts with zeros anyway; spelling it out costs Yosys minutes per memory.
`ifndef SYNTHESIS
  initial begin
    for (int i = 0; i < DEPTH; i++) mem[i] = '0;
  end
`endif

  always_ff @(posedge clk) begin
    if (a_we_i) mem[a_addr_i] <= a_data_i;
    else a_read_q <= mem[a_addr_i];
    a_data_q <= a_read_q;
    b_read_q <= mem[b_addr_i];
  end

  // The registers behind port B, youngest word lowest.
  if (LATENCY == 1) begin : g_direct
    assign b_data_o = b_read_q;
  end else begin : g_registered
    localparam int OUT_W = (LATENCY - 1) * WIDTH;
    logic [OUT_W-1:0] out_q;
    always_ff @(posedge clk) out_q <= (out_q << WIDTH) | OUT_W'(b_read_q);
    assign b_data_o = out_q[OUT_W-1 -: WIDTH];
  end

  assign a_data_o = a_data_q;
endmodule
