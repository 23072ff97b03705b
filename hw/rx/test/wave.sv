// snic_rx, three frames in consecutive clocks: one that the MAC marks bad, one that is no IP, and
// IPv4 to an address that is not ours. Each verdict leaves after the same number of clocks.
`default_nettype none

module wave;
  localparam int BUS_W = snic_tables_pkg::BUS_W;

  logic          clk = 1'b0, rst = 1'b1;
  logic          in_valid = 1'b0, out_valid, bad = 1'b0;
  logic [1535:0] frame = '0;
  logic [15:0]   ethertype;
  logic [7:0]    out_reason;
  logic [1:0]    out_dest;
  logic [13:0]   out_count_bytes;

  always #1 clk = !clk;
  assign ethertype = frame[95:80];

  snic_rx #(
      .BUS_W(BUS_W)
  ) u_rx (
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
      .out_reason,
      .out_dest,
      .out_copies      (),
      .out_tenant      (),
      .out_queue       (),
      .out_prefix_bytes(),
      .out_edit_bytes  (),
      .out_resume      (),
      .out_length      (),
      .out_count_bytes,
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
    $dumpvars(1, clk, in_valid, bad, ethertype, out_valid, out_reason, out_dest, out_count_bytes);
    in_valid <= 1'b1;
    bad      <= 1'b1;
    @(posedge clk);
    bad                 <= 1'b0;
    frame[64+:64]       <= 64'h0000_0000_88CC_0000;
    @(posedge clk);
    // IPv4 of 50 bytes, UDP, from 192.0.2.1 to 192.0.2.2, port 4789.
    frame[64+:64]       <= 64'h0000_0000_0800_4500;
    frame[128+:64]      <= 64'h0032_0000_0000_4011;
    frame[192+:64]      <= 64'hF6B7_C000_0201_C000;
    frame[256+:64]      <= 64'h0202_C000_12B5_001E;
    @(posedge clk);
    in_valid <= 1'b0;
    do @(posedge clk); while (!out_valid);
    while (out_valid) @(posedge clk);
    $finish;
  end
endmodule
