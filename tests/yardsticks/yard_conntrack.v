// States of TCP by hand: what a segment does in each state, for the update to choose from.
// Latency 6.
`default_nettype none
module yard_conntrack (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [13:0] connection,
  input  wire is_reply,
  input  wire [7:0] flags,
  input  wire [31:0] now,
  output wire out_is_valid,
  output wire [7:0] out_state,
  output wire connections_valid,
  output wire [13:0] connections_addr,
  output wire [159:0] connections_arg,
  input  wire [8:0] connections_result
);
  reg [5:0] valid;
  always @(posedge clk) valid <= rst ? 6'd0 : {valid[4:0], in_valid};
  assign out_valid = valid[5];

  wire reset    = flags[2];
  wire syn      = ~flags[2] & flags[1] & ~flags[4] & ~is_reply;
  wire syn_ack  = ~flags[2] & flags[1] & flags[4] & is_reply;
  wire fin      = ~flags[2] & ~flags[1] & flags[0];
  wire ack      = ~flags[2] & ~flags[1] & ~flags[0] & flags[4];

  // {next, valid} of each state; what is not valid changes nothing.
  wire finishes = fin | ack | reset;
  wire [3:0] none       = {2'd0, syn, syn};
  wire [3:0] syn_sent   = {reset ? 3'd0 : syn_ack ? 3'd2 : 3'd1, syn | syn_ack | reset};
  wire [3:0] syn_recv   = {reset ? 3'd0 : fin ? 3'd4 : ack & ~is_reply ? 3'd3 : 3'd2,
                           syn | syn_ack | finishes};
  wire [3:0] talks      = {reset ? 3'd0 : fin ? 3'd4 : 3'd3, syn | finishes};
  wire [3:0] fin_wait   = {reset ? 3'd0 : fin ? 3'd6 : ack ? 3'd5 : 3'd4, finishes};
  wire [3:0] close_wait = {reset ? 3'd0 : fin ? 3'd6 : 3'd5, finishes};
  wire [3:0] last_ack   = {reset ? 3'd0 : ack ? 3'd7 : 3'd6, finishes};
  wire [3:0] time_wait  = {reset ? 3'd0 : syn ? 3'd1 : 3'd7, syn | finishes};

  // Times of 60, 432000 and 120 s have low bits that pass.
  wire [29:0] opening = now[31:2] - 30'd15;
  wire [24:0] talking = now[31:7] - 25'd3375;
  wire [28:0] closing = now[31:3] - 29'd15;

  reg         valid_q;
  reg [13:0]  addr_q;
  reg [159:0] arg_q;
  reg [8:0]   result_q;
  always @(posedge clk) begin
    valid_q  <= in_valid & !rst;
    addr_q   <= connection;
    arg_q    <= {closing, now[2:0], talking, now[6:0], opening, now[1:0], now, time_wait,
                 last_ack, close_wait, fin_wait, talks, syn_recv, syn_sent, none};
    result_q <= connections_result;
  end
  assign connections_valid = valid_q;
  assign connections_addr = addr_q;
  assign connections_arg = arg_q;
  assign {out_state, out_is_valid} = result_q;
endmodule
`default_nettype wire
