// Watches an AXI stream: bytes that passed and frames that ended, one clock later.
//
// Contract: `tkeep` is contiguous from bit 0. The stream is only observed.
`default_nettype none

module snic_axis_watch #(
    parameter int DATA_W  = 512,
    localparam int KEEP_W = DATA_W / 8
) (
    input  wire              clk,
    input  wire              rst,
    input  wire [KEEP_W-1:0] tkeep_i,
    input  wire              tvalid_i,
    input  wire              tready_i,
    input  wire              tlast_i,
    output logic             frame_o,
    output logic [6:0]       bytes_o
);

  logic [$clog2(KEEP_W):0] bytes;

  snic_keep_count #(.KEEP_W(KEEP_W)) u_count (.keep_i(tkeep_i), .count_o(bytes));

  always_ff @(posedge clk) begin
    frame_o <= tvalid_i && tready_i && tlast_i;
    bytes_o <= tvalid_i && tready_i ? 7'(bytes) : '0;
    if (rst) begin
      frame_o <= 1'b0;
      bytes_o <= '0;
    end
  end

endmodule

`default_nettype wire
