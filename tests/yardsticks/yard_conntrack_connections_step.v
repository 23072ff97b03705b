// One segment of a connection by hand: the time that its state is kept, one compare, a choice.
`default_nettype none
module yard_conntrack_connections_step (
  input  wire [34:0] state,
  input  wire [159:0] arg,
  output wire [34:0] state_next,
  output wire [8:0] result
);
  wire [2:0]  at = state[2:0];
  wire [31:0] seen = state[34:3], now = arg[63:32];
  wire [31:0] since = at < 3'd3 ? arg[95:64] : at == 3'd3 ? arg[127:96] : arg[159:128];
  wire [3:0]  low = at[1] ? (at[0] ? arg[15:12] : arg[11:8]) : (at[0] ? arg[7:4] : arg[3:0]);
  wire [3:0]  high = at[1] ? (at[0] ? arg[31:28] : arg[27:24])
                           : (at[0] ? arg[23:20] : arg[19:16]);
  wire [2:0]  next;
  wire        is_valid;
  assign {next, is_valid} = seen > since ? (at[2] ? high : low) : arg[3:0];
  assign state_next = {is_valid ? now : seen, next};
  assign result = {5'd0, next, is_valid};
endmodule
`default_nettype wire
