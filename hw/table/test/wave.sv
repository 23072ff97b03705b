// snic_table: a look-up of entry 9 every clock while the bus writes it. Old, then new, nothing
// between.
`default_nettype none

module wave;
  logic        clk = 1'b0, rst = 1'b1;
  logic        bus_valid = 1'b0, bus_done;
  logic [3:0]  rd_addr = 4'd8;
  logic [31:0] rd_data, bus_data, bus_answer;

  always #1 clk = !clk;

  snic_table #(
      .ID   (7),
      .WIDTH(32),
      .DEPTH(16),
      .BUS_W(32)
  ) u_table (
      .clk,
      .rst,
      .rd_addr_i  (rd_addr),
      .rd_data_o  (rd_data),
      .bus_valid_i(bus_valid),
      .bus_write_i(1'b1),
      .bus_table_i(8'd7),
      .bus_index_i(24'd9),
      .bus_data_i (bus_data),
      .bus_done_o (bus_done),
      .bus_data_o (bus_answer)
  );

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, bus_valid, bus_data, bus_done, rd_addr, rd_data);
    rd_addr   <= 4'd9;
    bus_valid <= 1'b1;
    bus_data  <= 32'hCAFE;
    wait (bus_done);
    @(posedge clk);
    bus_valid <= 1'b0;
    repeat (4) @(posedge clk);
    $finish;
  end
endmodule
