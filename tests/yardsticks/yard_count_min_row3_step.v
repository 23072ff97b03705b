// One sum of a sketch by hand: the new sum is what the packet sees. All rows are alike.
`default_nettype none
module yard_count_min_row3_step (
  input  wire [63:0] state,
  input  wire [31:0] arg,
  output wire [63:0] state_next,
  output wire [63:0] result
);
  assign result = state + {32'd0, arg};
  assign state_next = result;
endmodule
`default_nettype wire
