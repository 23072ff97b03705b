// snic_ring_pointers, a ring of four entries: the host gives five at once, which is too many, then
// takes one back; the device ends one entry a clock, and marks them with the other phase once it is
// around.
`default_nettype none

module wave;
  logic       clk = 1'b0, rst = 1'b1;
  logic       phase, waiting, overrun;
  logic [7:0] tail = 8'd0, head, index;

  always #1 clk = !clk;

  snic_ring_pointers #(
      .COUNT_W(8)
  ) u_pointers (
      .clk,
      .rst,
      .clear_i  (1'b0),
      .advance_i(waiting),
      .size_i   (4'd2),
      .tail_i   (tail),
      .head_o   (head),
      .index_o  (index),
      .phase_o  (phase),
      .waiting_o(waiting),
      .overrun_o(overrun)
  );

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, tail, overrun, waiting, head, index, phase);
    tail <= 8'd5;
    repeat (2) @(posedge clk);
    tail <= 8'd4;
    repeat (4) @(posedge clk);
    tail <= 8'd6;
    repeat (4) @(posedge clk);
    $finish;
  end
endmodule
