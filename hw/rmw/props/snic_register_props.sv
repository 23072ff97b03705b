// Miter of snic_register and its sequential model, for any step whatsoever (as snic_rmw_props).
`default_nettype none

module snic_register_props #(
    parameter int STATE_W       = 2,
    parameter int STARVE_CLOCKS = 3
) (
    input  wire               clk,
    input  wire               valid,
    input  wire               arg,
    input  wire [STATE_W-1:0] state_next,
    input  wire               result,
    input  wire               ask,
    input  wire               ask_write,
    input  wire [STATE_W-1:0] ask_data,
    output logic              bad
);

  logic started_q, req_q, req_write_q, arg_now, result_out, done, starving;
  logic [STATE_W-1:0] req_data_q, state, host_data;
  initial started_q = 1'b0;

  snic_register #(
      .STATE_W      (STATE_W),
      .ARG_W        (1),
      .RESULT_W     (1),
      .STARVE_CLOCKS(STARVE_CLOCKS)
  ) shell (
      .clk         (clk),
      .rst         (!started_q),
      .valid_i     (valid),
      .arg_i       (arg),
      .result_o    (result_out),
      .state_o     (state),
      .arg_o       (arg_now),
      .state_next_i(state_next),
      .result_i    (result),
      .host_valid_i(req_q),
      .host_write_i(req_write_q),
      .host_data_i (req_data_q),
      .host_done_o (done),
      .host_data_o (host_data),
      .starving_o  (starving)
  );

  // The model: an operation, or a host access that is not answered yet, is done whole.
  logic take, done_q, result_q, op_q;
  logic [STATE_W-1:0] model_q, answer_q;
  logic [2:0] waited_q;
  assign take = req_q && !valid && !done_q;

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    if (done) req_q <= 1'b0;
    if (!req_q && ask) begin
      req_q       <= 1'b1;
      req_write_q <= ask_write;
      req_data_q  <= ask_data;
    end

    if (valid) model_q <= state_next;
    if (take && req_write_q) model_q <= req_data_q;
    op_q     <= valid;
    result_q <= result;
    done_q   <= take;
    answer_q <= model_q;
    if (!req_q || done_q || take) waited_q <= '0;
    else if (waited_q != 3'd7) waited_q <= waited_q + 1'b1;

    if (!started_q) begin
      req_q    <= 1'b0;
      model_q  <= '0;
      op_q     <= 1'b0;
      done_q   <= 1'b0;
      waited_q <= '0;
    end
  end

  assign bad = started_q && ((valid && (state != model_q || arg_now != arg))
      || (op_q && result_out != result_q)
      || done != done_q
      || (done && host_data != answer_q)
      || (waited_q >= 3'(STARVE_CLOCKS)) != starving);

endmodule

`default_nettype wire
