// The bound of a host access: a source that wants to send in every clock, and leaves a gap while
// `starving_o` is up, SOURCE clocks before it reaches the shell (a kernel is such a pipeline).
//
// `bad` is one when an access takes longer than STARVE_CLOCKS + SOURCE + RAM_LATENCY + 2 clocks,
// when the source has to wait longer than SOURCE + 1 clocks in a row, or when an operation that the
// source has sent does not come out of the shell.
`default_nettype none

module snic_rmw_bound_props #(
    parameter int RAM_LATENCY   = 2,
    parameter int STARVE_CLOCKS = 3,
    parameter int SOURCE        = 3,
    localparam int S            = RAM_LATENCY + 1
) (
    input  wire  clk,
    input  wire  offer,
    input  wire  ask,
    output logic bad
);

  localparam int BOUND = STARVE_CLOCKS + SOURCE + RAM_LATENCY + 2;

  logic started_q, req_q, done, starving;
  logic [SOURCE-1:0] pipe_q;
  logic [4:0] asked_q, refused_q;

  // Sent operations, as tokens in the argument: the shell must hand each on after S clocks.
  logic [S-1:0] sent_q;
  logic token, unused_state, unused_result, unused_host;

  initial started_q = 1'b0;

  snic_rmw #(
      .STATE_W      (1),
      .ARG_W        (1),
      .RESULT_W     (1),
      .DEPTH        (2),
      .RAM_LATENCY  (RAM_LATENCY),
      .STARVE_CLOCKS(STARVE_CLOCKS)
  ) shell (
      .clk         (clk),
      .rst         (!started_q),
      .valid_i     (pipe_q[SOURCE-1]),
      .addr_i      (1'b0),
      .arg_i       (pipe_q[SOURCE-1]),
      .result_o    (unused_result),
      .state_o     (unused_state),
      .arg_o       (token),
      .state_next_i(1'b0),
      .result_i    (1'b0),
      .host_valid_i(req_q),
      .host_write_i(1'b0),
      .host_addr_i (1'b0),
      .host_data_i (1'b0),
      .host_done_o (done),
      .host_data_o (unused_host),
      .starving_o  (starving)
  );

  always_ff @(posedge clk) begin
    started_q <= 1'b1;
    pipe_q    <= SOURCE'({pipe_q, offer && !starving});
    sent_q    <= S'({sent_q, pipe_q[SOURCE-1]});
    if (done) req_q <= 1'b0;
    else if (ask) req_q <= 1'b1;

    if (!req_q || done) asked_q <= '0;
    else if (asked_q != '1) asked_q <= asked_q + 1'b1;
    if (!(offer && starving)) refused_q <= '0;
    else if (refused_q != '1) refused_q <= refused_q + 1'b1;

    if (!started_q) begin
      pipe_q    <= '0;
      sent_q    <= '0;
      req_q     <= 1'b0;
      asked_q   <= '0;
      refused_q <= '0;
    end
  end

  assign bad = started_q && ((req_q && !done && asked_q >= 5'(BOUND))
      || refused_q > 5'(SOURCE + 1)
      || (sent_q[S-1] && !token));

endmodule

`default_nettype wire
