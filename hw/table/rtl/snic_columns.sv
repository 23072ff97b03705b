// A match table of many columns that are looked up side by side, each at a row of its own. To the
// host they are one table.
//
// Contract
// - Lookup: rows in clock k, one for each column, entries in clock k+LATENCY, every clock, no side
//   effect; column i is slice i of both ports. A lookup in the clock in which a column is written
//   sees the whole old entry, one a clock later the whole new one.
// - Host: the table bus of snic_table_port. Index = row * 2^COLUMN_W + column, so that a generation
//   in the highest bit of a row is the highest bit of the index. An entry is written in one clock.
// - Starts as zero. A reset keeps the contents.
// Latency 1..4. The columns are LUT RAM with one write and one read port; the host reads a copy of
// them all in a memory beside them, which also has the entries of columns beyond COLUMNS.
`default_nettype none

module snic_columns #(
    parameter int ID        = 0,
    parameter int WIDTH     = 32,
    parameter int ROWS      = 32,
    parameter int COLUMNS   = 2,
    parameter int LATENCY   = 1,
    parameter int BUS_W     = 512,  // of the widest entry on the bus
    localparam int ROW_W    = $clog2(ROWS),
    localparam int COLUMN_W = $clog2(COLUMNS),
    localparam int DEPTH    = ROWS << COLUMN_W
) (
    input  wire                       clk,
    input  wire                       rst,

    input  wire  [COLUMNS*ROW_W-1:0]  rd_addr_i,
    output logic [COLUMNS*WIDTH-1:0]  rd_data_o,

    input  wire                       bus_valid_i,
    input  wire                       bus_write_i,
    input  wire  [7:0]                bus_table_i,
    input  wire  [23:0]               bus_index_i,
    input  wire  [BUS_W-1:0]          bus_data_i,
    output logic                      bus_done_o,
    output logic [BUS_W-1:0]          bus_data_o
);

  logic valid, write, start, busy_q, done_q, write_q;
  logic [ROW_W+COLUMN_W-1:0] addr, addr_q;
  logic [WIDTH-1:0] host_data, host_read, data_q;

  if (COLUMNS < 2) begin : g_check_columns
    $error("COLUMNS must be 2 or more");
  end

  snic_table_port #(
      .ID   (ID),
      .WIDTH(WIDTH),
      .DEPTH(DEPTH),
      .BUS_W(BUS_W)
  ) u_port (
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

  snic_ram_sdp #(
      .WIDTH  (WIDTH),
      .DEPTH  (DEPTH),
      .LATENCY(2)
  ) u_copy (
      .clk,
      .a_we_i  (start && write && !rst),
      .a_addr_i(addr),
      .a_data_i(host_data),
      .b_addr_i(addr),
      .b_data_o(host_read)
  );

  for (genvar i = 0; i < COLUMNS; i++) begin : g_column
    snic_ram_sdp #(
        .WIDTH  (WIDTH),
        .DEPTH  (ROWS),
        .LATENCY(LATENCY)
    ) u_rows (
        .clk,
        .a_we_i  (write_q && !rst && addr_q[COLUMN_W-1:0] == COLUMN_W'(i)),
        .a_addr_i(addr_q[COLUMN_W +: ROW_W]),
        .a_data_i(data_q),
        .b_addr_i(rd_addr_i[i*ROW_W +: ROW_W]),
        .b_data_o(rd_data_o[i*WIDTH +: WIDTH])
    );
  end

  // The read latency of the copy; a write has reached its column when it is done.
  assign start = valid && !busy_q && !done_q;

  always_ff @(posedge clk) begin
    busy_q  <= start;
    done_q  <= busy_q;
    write_q <= start && write;
    addr_q  <= addr;
    if (start && write) data_q <= host_data;
    if (rst) begin
      busy_q  <= 1'b0;
      done_q  <= 1'b0;
      write_q <= 1'b0;
    end
  end

endmodule

`default_nettype wire
