// A part of another maker in the chain: 8-bit instructions, identification code and bypass only.
module other_part (
  input  logic tck_i,
  input  logic tms_i,
  input  logic tdi_i,
  output logic tdo_o
);
  localparam logic [31:0] Idcode = 32'h0BA0_2477;  // an ARM part by its manufacturer field
  localparam logic [7:0]  OpIdcode = 8'h01;

  logic [23:0] ir;
  logic capture, shift, bypass_q;
  logic [31:0] dr_q;

  jtag_tap u_tap (
    .tck_i, .tms_i, .tdi_i, .tdo_o, .ir_length_i(5'd8), .ir_capture_i(24'h000001),
    .ir_reset_i({16'd0, OpIdcode}), .ir_o(ir), .ir_update_o(), .reset_o(), .idle_o(),
    .capture_dr_o(capture), .shift_dr_o(shift), .update_dr_o(),
    .dr_tdo_i(ir[7:0] == OpIdcode ? dr_q[0] : bypass_q)
  );

  always_ff @(posedge tck_i) begin
    if (capture) begin
      dr_q     <= Idcode;
      bypass_q <= 1'b0;
    end else if (shift) begin
      dr_q     <= {tdi_i, dr_q[31:1]};
      bypass_q <= tdi_i;
    end
  end
endmodule
