// Copies of frames at one output since reset, 64 bits each: those that were made, and those that
// were lost because the output had no room.
//
// Contract: in any clock each direction may make a copy, or lose one; counted one clock later.
`default_nettype none

module snic_copy_counter (
    input  wire         clk,
    input  wire         rst,
    input  wire  [1:0]  made_i,  // by direction
    input  wire  [1:0]  lost_i,
    output logic [63:0] made_o,
    output logic [63:0] lost_o
);

  always_ff @(posedge clk) begin
    made_o <= made_o + 64'(made_i[0]) + 64'(made_i[1]);
    lost_o <= lost_o + 64'(lost_i[0]) + 64'(lost_i[1]);
    if (rst) begin
      made_o <= '0;
      lost_o <= '0;
    end
  end

endmodule

`default_nettype wire
