// One responder on the table bus of an interface: is it me, is the index mine, and the answer.
//
// Contract
// - The control block holds `bus_valid_i` and its operands until some `bus_done_o`; exactly one
//   responder has the id. `bus_data_o` is zero but in the clock of `bus_done_o`: responders are
//   ORed.
// - `mem_valid_o` is held in the same way until `mem_done_i`, which comes with `mem_data_i`.
//   Addresses and data go straight from the bus to the memory.
// - An index at or beyond DEPTH reaches no memory: done, and zero.
// Latency: two clocks more than the memory. One access at a time.
`default_nettype none

module snic_table_port #(
    parameter int ID       = 0,
    parameter int WIDTH    = 32,
    parameter int DEPTH    = 1024,
    parameter int BUS_W    = 512,  // of the widest entry on the bus
    localparam int ADDR_W  = $clog2(DEPTH)
) (
    input  wire                clk,
    input  wire                rst,

    input  wire                bus_valid_i,
    input  wire                bus_write_i,
    input  wire  [7:0]         bus_table_i,
    input  wire  [23:0]        bus_index_i,
    input  wire  [BUS_W-1:0]   bus_data_i,
    output logic               bus_done_o,
    output logic [BUS_W-1:0]   bus_data_o,

    output logic               mem_valid_o,
    output logic               mem_write_o,
    output logic [ADDR_W-1:0]  mem_addr_o,
    output logic [WIDTH-1:0]   mem_data_o,
    input  wire                mem_done_i,
    input  wire  [WIDTH-1:0]   mem_data_i
);

  if (WIDTH > BUS_W || WIDTH < 1) begin : g_check_width
    $error("WIDTH must be 1..BUS_W");
  end
  if ((1 << ADDR_W) != DEPTH) begin : g_check_depth
    $error("DEPTH must be a power of two");
  end

  logic start, outside;
  logic asked_q, valid_q, done_q, outside_q;
  logic [BUS_W-1:0] data_q;

  // Every access begins once: `asked_q` lasts until the bus lets go of its request.
  assign start       = bus_valid_i && bus_table_i == 8'(ID) && !asked_q;
  assign outside     = bus_index_i[23:ADDR_W] != '0;
  assign mem_valid_o = valid_q;
  assign mem_write_o = bus_write_i;
  assign mem_addr_o  = bus_index_i[ADDR_W-1:0];
  assign mem_data_o  = bus_data_i[WIDTH-1:0];
  assign bus_done_o  = done_q;
  assign bus_data_o  = data_q;

  logic unused_high_data;
  assign unused_high_data = ^bus_data_i;

  always_ff @(posedge clk) begin
    asked_q   <= bus_valid_i && (start || asked_q);
    outside_q <= start && outside;
    valid_q   <= (start && !outside) || (valid_q && !mem_done_i);
    done_q    <= mem_done_i || outside_q;
    // Zero unless done; a simulator does not copy zeros over zeros.
    if (mem_done_i || done_q) data_q <= mem_done_i ? BUS_W'(mem_data_i) : '0;
    if (rst) begin
      asked_q   <= 1'b0;
      outside_q <= 1'b0;
      valid_q   <= 1'b0;
      done_q    <= 1'b0;
      data_q    <= '0;
    end
  end

endmodule

`default_nettype wire
