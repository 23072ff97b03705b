// Toeplitz hash by hand: bit o is the parity of the input under the key from bit o on. Latency 1.
`default_nettype none
module yard_toeplitz (
  input  wire        clk,
  input  wire        rst,
  input  wire        in_valid,
  output reg         out_valid,
  input  wire [31:0] flow_source,
  input  wire [31:0] flow_destination,
  input  wire [15:0] flow_source_port,
  input  wire [15:0] flow_destination_port,
  input  wire [7:0]  flow_protocol,
  output reg  [31:0] out
);
  localparam [127:0] KEY = 128'h6d5a56da255b0ec24167253d43a38fb0;

  wire has_ports = flow_protocol == 8'd6 || flow_protocol == 8'd17;
  wire [95:0] tuple = {flow_source, flow_destination,
                       {32{has_ports}} & {flow_source_port, flow_destination_port}};
  wire [31:0] hash;
  genvar o;
  generate
    for (o = 0; o < 32; o = o + 1) begin : bits
      assign hash[31 - o] = ^(tuple & KEY[127 - o -: 96]);
    end
  endgenerate

  always @(posedge clk) begin
    out_valid <= in_valid & !rst;
    out <= hash;
  end
endmodule
`default_nettype wire
