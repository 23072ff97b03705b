// snic_counter: two events on one counter in consecutive clocks; the host reads it meanwhile, and
// gets its turn in the first clock without an event.
`default_nettype none

module wave;
  logic        clk = 1'b0, rst = 1'b1;
  logic        valid = 1'b0, host_valid = 1'b0, host_done, starving;
  logic [11:0] tenant;
  logic [7:0]  reason;
  logic [13:0] bytes;
  logic [47:0] host_packets;
  logic [55:0] host_bytes;

  always #1 clk = !clk;

  snic_counter #(
      .TENANTS(16)
  ) u_counter (
      .clk,
      .rst,
      .valid_i       (valid),
      .tenant_i      (tenant),
      .reason_i      (reason),
      .bytes_i       (bytes),
      .host_valid_i  (host_valid),
      .host_clear_i  (1'b0),
      .host_index_i  (17'h52),
      .host_done_o   (host_done),
      .host_packets_o(host_packets),
      .host_bytes_o  (host_bytes),
      .starving_o    (starving)
  );

  task automatic count(input logic [13:0] n);
    valid  <= 1'b1;
    tenant <= 12'd5;
    reason <= 8'h20;
    bytes  <= n;
    @(posedge clk);
    valid <= 1'b0;
  endtask

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, valid, tenant, reason, bytes, host_valid, host_done, host_packets,
              host_bytes);
    count(14'h40);
    host_valid <= 1'b1;
    count(14'h100);
    wait (host_done);
    @(posedge clk);
    host_valid <= 1'b0;
    repeat (2) @(posedge clk);
    $finish;
  end
endmodule
