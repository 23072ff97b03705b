// A match table: the pipeline looks up on one memory port, the host writes and reads on the other.
//
// Contract
// - Lookup: address in clock k, entry in clock k+LATENCY, every clock, no side effect. A lookup in
//   the clock of a write sees the whole old entry, one a clock later the whole new one.
// - Host: the table bus of snic_table_port. An entry of any width is written in one clock.
// - Starts as zero: no entry is alive. A reset keeps the contents.
// Latency 1..4, 2 by default; throughput one lookup per clock, never delayed by the host.
// It does not hash or match: keys and entries are the kernel's.
`default_nettype none

module snic_table #(
    parameter int ID       = 0,
    parameter int WIDTH    = 32,
    parameter int DEPTH    = 1024,
    parameter int LATENCY  = 2,
    parameter int BUS_W    = 512,  // of the widest entry on the bus
    localparam int ADDR_W  = $clog2(DEPTH)
) (
    input  wire                clk,
    input  wire                rst,

    input  wire  [ADDR_W-1:0]  rd_addr_i,
    output logic [WIDTH-1:0]   rd_data_o,

    input  wire                bus_valid_i,
    input  wire                bus_write_i,
    input  wire  [7:0]         bus_table_i,
    input  wire  [23:0]        bus_index_i,
    input  wire  [BUS_W-1:0]   bus_data_i,
    output logic               bus_done_o,
    output logic [BUS_W-1:0]   bus_data_o
);

  logic valid, write, start, busy_q, done_q;
  logic [ADDR_W-1:0] addr;
  logic [WIDTH-1:0] host_data, host_read;

  snic_table_port #(
      .ID   (ID),
      .WIDTH(WIDTH),
      .DEPTH(DEPTH),
      .BUS_W(BUS_W)
  ) port (
      .clk, .rst,
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o, .bus_data_o,
      .mem_valid_o(valid),
      .mem_write_o(write),
      .mem_addr_o (addr),
      .mem_data_o (host_data),
      .mem_done_i (done_q),
      .mem_data_i (host_read)
  );

  snic_ram_tdp #(
      .WIDTH  (WIDTH),
      .DEPTH  (DEPTH),
      .LATENCY(LATENCY)
  ) ram (
      .clk,
      .a_we_i  (start && write && !rst),
      .a_addr_i(addr),
      .a_data_i(host_data),
      .a_data_o(host_read),
      .b_addr_i(rd_addr_i),
      .b_data_o(rd_data_o)
  );

  // The read latency of the memory; a write takes the same time.
  assign start = valid && !busy_q && !done_q;

  always_ff @(posedge clk) begin
    busy_q <= start;
    done_q <= busy_q;
    if (rst) begin
      busy_q <= 1'b0;
      done_q <= 1'b0;
    end
  end

endmodule

`default_nettype wire
