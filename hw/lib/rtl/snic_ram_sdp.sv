// Simple dual-port memory: port A writes, port B reads.
//
// Kind of memory: UltraRAM (4096 x 72 bits) where a third of it or less stays empty and the device
// has it (HAS_URAM; a build for one without defines SNIC_NO_URAM), else block RAM, or LUT RAM up to
// 32 entries, a sixteenth of its depth; small ones are the tool's choice.
// Contract: the address on `b_addr_i` in clock k gives `b_data_o` in clock k+LATENCY (1..4; from 2
// on through the memory's output register). Read first: a read in the clock of a write to the same
// address gives the old word. Contents start as zero.
module snic_ram_sdp #(
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

    input  logic [ADDR_W-1:0] b_addr_i,
    output logic [WIDTH-1:0]  b_data_o
`ifdef SNIC_PROVE_ORDER
    // what is inside, for the proofs
    , output logic [DEPTH*WIDTH-1:0] formal_mem_o
    , output logic [WIDTH-1:0]       formal_read_o
`endif
);
  localparam int ULTRA_BITS = ((WIDTH + 71) / 72) * ((DEPTH + 4095) / 4096) * 72 * 4096;
  localparam bit IS_ULTRA = HAS_URAM && DEPTH >= 4096 && 3 * (WIDTH * DEPTH) >= 2 * ULTRA_BITS;
  localparam STYLE = IS_ULTRA ? "ultra" : WIDTH * DEPTH < 16384 ? "auto"
                   : DEPTH <= 32 ? "distributed" : "block";
  (* ram_style = STYLE *) logic [WIDTH-1:0] mem [DEPTH];
  logic [WIDTH-1:0] read_q;

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
    read_q <= mem[b_addr_i];
  end

  // The registers behind the memory, youngest word lowest.
  if (LATENCY == 1) begin : g_direct
    assign b_data_o = read_q;
  end else begin : g_registered
    localparam int OUT_W = (LATENCY - 1) * WIDTH;
    logic [OUT_W-1:0] out_q;
    always_ff @(posedge clk) out_q <= (out_q << WIDTH) | OUT_W'(read_q);
    assign b_data_o = out_q[OUT_W-1 -: WIDTH];
  end

`ifdef SNIC_PROVE_ORDER
  always_comb for (int i = 0; i < DEPTH; i++) formal_mem_o[i*WIDTH +: WIDTH] = mem[i];
  assign formal_read_o = read_q;
`endif
endmodule
