// Frames and bytes that passed a port since reset, 64 bits each.
//
// Contract: in any clock `bytes_i` bytes pass, and `frame_i` says that a frame ended; both are
// counted one clock later.
`default_nettype none

module snic_port_counter (
    input  wire         clk,
    input  wire         rst,
    input  wire         frame_i,
    input  wire  [6:0]  bytes_i,
    output logic [63:0] packets_o,
    output logic [63:0] bytes_o
);

  always_ff @(posedge clk) begin
    packets_o <= packets_o + 64'(frame_i);
    bytes_o   <= bytes_o + 64'(bytes_i);
    if (rst) begin
      packets_o <= '0;
      bytes_o   <= '0;
    end
  end

endmodule

`default_nettype wire
