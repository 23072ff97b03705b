// snic_tx, two frames in consecutive clocks: one from a host queue that is nobody's, and
// one that the slow path made for the wire, whose header of 32 bytes stays behind.
`default_nettype none

module wave;
  localparam int BUS_W = snic_tables_pkg::BUS_W;

  logic          clk = 1'b0, rst = 1'b1;
  logic          in_valid = 1'b0, out_valid, bad = 1'b0;
  logic [1535:0] frame = '0;
  logic [15:0]   header;
  logic [7:0]    out_reason;
  logic [1:0]    out_dest;
  logic [13:0]   out_length;
  logic [7:0]    out_resume;
  logic          from_slow = 1'b0;

  always #1 clk = !clk;
  assign header = frame[63:48];

  snic_tx #(
      .BUS_W(BUS_W)
  ) u_tx (
      .clk,
      .rst,
      .in_valid,
      .out_valid,
      .frame,
      .meta_length     (14'd64),
      .meta_sum        (16'd0),
      .meta_time_ns    (64'd1000),
      .meta_gen        (1'b0),
      .meta_hash_key   (64'd1),
      .meta_bad        (bad),
      .meta_oversize   (1'b0),
      .meta_interface  (4'd0),
      .meta_queue      (12'd3),
      .meta_from_slow  (from_slow),
      .out_reason,
      .out_dest,
      .out_copies      (),
      .out_tenant      (),
      .out_queue       (),
      .out_prefix_bytes(),
      .out_edit_bytes  (),
      .out_resume,
      .out_length,
      .out_count_bytes (),
      .out_prefix      (),
      .out_edit        (),
      .bus_valid_i     (1'b0),
      .bus_write_i     (1'b0),
      .bus_table_i     (8'd0),
      .bus_index_i     (24'd0),
      .bus_data_i      (BUS_W'(0)),
      .bus_done_o      (),
      .bus_data_o      (),
      .starving_o      ()
  );

  initial begin
    repeat (64) @(posedge clk);
    rst <= 1'b0;
    repeat (40) @(posedge clk);
    $dumpvars(1, clk, in_valid, from_slow, header, out_valid, out_reason, out_dest, out_resume,
              out_length);
    in_valid <= 1'b1;
    @(posedge clk);
    from_slow <= 1'b1;
    frame[0+:64] <= 64'h0102_0000_0000_0020;
    @(posedge clk);
    in_valid <= 1'b0;
    do @(posedge clk); while (!out_valid);
    while (out_valid) @(posedge clk);
    $finish;
  end
endmodule
