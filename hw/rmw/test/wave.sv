// snic_rmw around `state + arg`: three operations back to back on one address, each on the result
// of the one before; then the host, which writes and gets what was there.
`default_nettype none

module wave;
  logic       clk = 1'b0, rst = 1'b1;
  logic       valid = 1'b0, host_valid = 1'b0, host_done;
  logic [3:0] addr;
  logic [7:0] arg, result, state, step_arg, host_data;

  always #1 clk = !clk;

  snic_rmw #(
      .STATE_W (8),
      .ARG_W   (8),
      .RESULT_W(8),
      .DEPTH   (16)
  ) u_rmw (
      .clk,
      .rst,
      .valid_i     (valid),
      .addr_i      (addr),
      .arg_i       (arg),
      .result_o    (result),
      .state_o     (state),
      .arg_o       (step_arg),
      .state_next_i(state + step_arg),
      .result_i    (state),
      .host_valid_i(host_valid),
      .host_write_i(1'b1),
      .host_addr_i (4'd3),
      .host_data_i (8'hE0),
      .host_done_o (host_done),
      .host_data_o (host_data),
      .starving_o  ()
  );

  initial begin
    repeat (4) @(posedge clk);
    rst <= 1'b0;
    @(posedge clk);
    $dumpvars(1, clk, valid, addr, arg, step_arg, state, result, host_valid, host_done, host_data);
    for (int n = 1; n < 4; n++) begin
      valid      <= 1'b1;
      addr       <= 4'd3;
      arg        <= 8'(n);
      host_valid <= n == 3;
      @(posedge clk);
    end
    valid <= 1'b0;
    wait (host_done);
    @(posedge clk);
    host_valid <= 1'b0;
    @(posedge clk);
    $finish;
  end
endmodule
