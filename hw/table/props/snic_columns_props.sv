// Miter of snic_columns with an array, on two columns of two rows.
//
// The host asks as in snic_table_props. `bad` is one as soon as a column answers anything but the
// entry of its row as it was a clock ago, an access is done twice, not in time, or for a foreign
// id, or its answer is not the entry.
`default_nettype none

module snic_columns_props (
    input  wire       clk,
    input  wire       ask,
    input  wire       ask_write,
    input  wire       ask_mine,
    input  wire [2:0] ask_index,
    input  wire [1:0] ask_data,
    input  wire [1:0] lookup,
    output logic      bad
);

  logic started_q;
  initial started_q = 1'b0;
  always_ff @(posedge clk) started_q <= 1'b1;

  logic req_q, write_q, mine_q, done;
  logic [2:0] index_q;
  logic [1:0] data_q;
  logic [3:0] entry;
  logic [31:0] answer;
  logic [3:0] age_q;

  snic_columns #(
      .ID     (5),
      .WIDTH  (2),
      .ROWS   (2),
      .COLUMNS(2),
      .LATENCY(1),
      .BUS_W  (32)
  ) dut (
      .clk,
      .rst        (!started_q),
      .rd_addr_i  (lookup),
      .rd_data_o  (entry),
      .bus_valid_i(req_q),
      .bus_write_i(write_q),
      .bus_table_i(mine_q ? 8'd5 : 8'd4),
      .bus_index_i({21'd0, index_q}),
      .bus_data_i ({30'd0, data_q}),
      .bus_done_o (done),
      .bus_data_o (answer)
  );

  // A foreign request is ended by its responder after some clocks.
  logic finished;
  assign finished = mine_q ? done : age_q == 4'd3;

  // Entry 2 * row + column.
  logic [1:0] mem_q [4];
  logic [3:0] old_q;
  logic [1:0] now;
  initial begin
    for (int i = 0; i < 4; i++) mem_q[i] = '0;
  end

  // A write takes effect in the third clock of a request, for the columns.
  logic outside;
  assign outside = index_q[2];
  assign now     = outside ? 2'd0 : mem_q[index_q[1:0]];

  always_ff @(posedge clk) begin
    if (!req_q && ask) begin
      write_q <= ask_write;
      mine_q  <= ask_mine;
      index_q <= ask_index;
      data_q  <= ask_data;
    end
    req_q <= (req_q && !finished) || (!req_q && ask);
    age_q <= req_q ? age_q + 4'd1 : 4'd0;
    if (started_q && req_q && age_q == 4'd2 && mine_q && write_q && !outside)
      mem_q[index_q[1:0]] <= data_q;
    old_q <= {mem_q[{lookup[1], 1'b1}], mem_q[{lookup[0], 1'b0}]};
    if (!started_q) begin
      req_q <= 1'b0;
      age_q <= 4'd0;
    end
  end

  logic [1:0] count_q;
  always_ff @(posedge clk) begin
    if (!started_q) count_q <= 2'd0;
    else if (count_q != 2'd3) count_q <= count_q + 2'd1;
  end

  assign bad = started_q && ((count_q == 2'd3 && entry != old_q)
      || (done && (!req_q || !mine_q || (!write_q && answer != {30'd0, now})))
      || (!done && answer != '0)
      || age_q > 4'd6);

endmodule

`default_nettype wire
