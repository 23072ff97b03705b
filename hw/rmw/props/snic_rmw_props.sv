// Miter of snic_rmw and its sequential model, for any step whatsoever.
//
// What the step answers (state_next, result) is a free input in every clock, so the proof holds
// for every step function. The model does each operation whole, in the clock in which the shell
// computes it; `bad` is one as soon as the shell hands another state to the step, or gives the
// host another answer, or does not say in time that the host starves.
`default_nettype none

module snic_rmw_props #(
    parameter int STATE_W       = 1,
    parameter int DEPTH         = 4,
    parameter int RAM_LATENCY   = 2,
    parameter int STARVE_CLOCKS = 3,
    localparam int ADDR_W       = $clog2(DEPTH),
    localparam int S            = RAM_LATENCY + 1
) (
    input  wire               clk,
    input  wire               valid,
    input  wire [ADDR_W-1:0]  addr,
    input  wire               arg,
    input  wire [STATE_W-1:0] state_next,
    input  wire               result,
    input  wire               ask,
    input  wire               ask_write,
    input  wire [ADDR_W-1:0]  ask_addr,
    input  wire [STATE_W-1:0] ask_data,
    output logic              bad
);

  logic [STATE_W-1:0] state, host_data, req_data_q;
  logic arg_s, result_out, done, starving;
  logic req_q, req_write_q;
  logic [ADDR_W-1:0] req_addr_q;

  // The first clock is the reset; all registers but the memories start with any value.
  logic started_q;
  initial started_q = 1'b0;
  always_ff @(posedge clk) started_q <= 1'b1;

  // The host: holds a request until it is done, then asks again at any time.
  always_ff @(posedge clk) begin
    if (done) req_q <= 1'b0;
    if (!req_q && ask) begin
      req_q       <= 1'b1;
      req_write_q <= ask_write;
      req_addr_q  <= ask_addr;
      req_data_q  <= ask_data;
    end

    if (!started_q) req_q <= 1'b0;
  end

  snic_rmw #(
      .STATE_W      (STATE_W),
      .ARG_W        (1),
      .RESULT_W     (1),
      .DEPTH        (DEPTH),
      .RAM_LATENCY  (RAM_LATENCY),
      .STARVE_CLOCKS(STARVE_CLOCKS)
  ) shell (
      .clk         (clk),
      .rst         (!started_q),
      .valid_i     (valid),
      .addr_i      (addr),
      .arg_i       (arg),
      .result_o    (result_out),
      .state_o     (state),
      .arg_o       (arg_s),
      .state_next_i(state_next),
      .result_i    (result),
      .host_valid_i(req_q),
      .host_write_i(req_write_q),
      .host_addr_i (req_addr_q),
      .host_data_i (req_data_q),
      .host_done_o (done),
      .host_data_o (host_data),
      .starving_o  (starving)
  );

  // The sequential model: operations wait S clocks, then are done whole.
  logic [S-1:0] op_q, host_q, write_q, arg_q;
  logic [S*ADDR_W-1:0] addr_q;
  logic taken_q, take, done_q, result_q, op_done_q;
  logic [STATE_W-1:0] mem_q [DEPTH];
  logic [STATE_W-1:0] now, answer_q;
  logic [ADDR_W-1:0] at;
  logic [2:0] waited_q;
  initial begin
    for (int i = 0; i < DEPTH; i++) mem_q[i] = '0;
  end

  assign take = req_q && !valid && !taken_q;
  assign at   = addr_q[(S-1)*ADDR_W +: ADDR_W];
  assign now  = mem_q[at];

  always_ff @(posedge clk) begin
    op_q    <= {op_q[S-2:0], valid};
    host_q  <= {host_q[S-2:0], take};
    write_q <= {write_q[S-2:0], req_write_q};
    arg_q   <= {arg_q[S-2:0], arg};
    addr_q  <= {addr_q[(S-1)*ADDR_W-1:0], valid ? addr : req_addr_q};
    taken_q <= take || (taken_q && !done_q);

    if (started_q && op_q[S-1]) mem_q[at] <= state_next;
    if (started_q && host_q[S-1] && write_q[S-1]) mem_q[at] <= req_data_q;
    op_done_q <= op_q[S-1];
    result_q  <= result;
    done_q    <= host_q[S-1];
    answer_q  <= now;

    if (!req_q || taken_q || take) waited_q <= '0;
    else if (waited_q != 3'd7) waited_q <= waited_q + 1'b1;

    if (!started_q) begin
      op_q      <= '0;
      host_q    <= '0;
      taken_q   <= 1'b0;
      done_q    <= 1'b0;
      op_done_q <= 1'b0;
      waited_q  <= '0;
    end
  end

  assign bad = started_q && ((op_q[S-1] && (state != now || arg_s != arg_q[S-1]))
      || (op_done_q && result_out != result_q)
      || done != done_q
      || (done && host_data != answer_q)
      || (waited_q >= 3'(STARVE_CLOCKS)) != starving);

endmodule

`default_nettype wire
