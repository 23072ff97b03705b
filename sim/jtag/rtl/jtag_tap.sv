// Test access port of IEEE 1149.1: the sixteen states, an instruction register, bypass of nothing.
//
// TMS and TDI are sampled at the rising edge of TCK, TDO changes at the falling edge (6.1.2), and
// is high where the port does not drive it: boards pull it up. The instruction takes effect at the
// falling edge in Update-IR; Test-Logic-Reset selects the reset instruction. The length of the
// instruction register is an input, so that one model is any part of a family.
module jtag_tap #(
  parameter int MAX_W = 24
) (
  input  logic             tck_i,
  input  logic             tms_i,
  input  logic             tdi_i,
  output logic             tdo_o,
  input  logic [4:0]       ir_length_i,   // 2 .. MAX_W
  input  logic [MAX_W-1:0] ir_capture_i,
  input  logic [MAX_W-1:0] ir_reset_i,
  output logic [MAX_W-1:0] ir_o,
  output logic             ir_update_o,   // one TCK: the instruction has just been taken
  output logic             reset_o,
  output logic             idle_o,
  output logic             capture_dr_o,
  output logic             shift_dr_o,
  output logic             update_dr_o,
  input  logic             dr_tdo_i       // bit of the selected data register
);
  typedef enum logic [3:0] {
    RESET, IDLE, SELECT_DR, CAPTURE_DR, SHIFT_DR, EXIT1_DR, PAUSE_DR, EXIT2_DR, UPDATE_DR,
    SELECT_IR, CAPTURE_IR, SHIFT_IR, EXIT1_IR, PAUSE_IR, EXIT2_IR, UPDATE_IR
  } state_e;

  state_e state_q = RESET, state_d;
  logic [MAX_W-1:0] shift_q = '0, shift_d;
  logic [MAX_W-1:0] ir_q = '0;

  always_comb begin
    unique case (state_q)
      RESET:      state_d = tms_i ? RESET : IDLE;
      IDLE:       state_d = tms_i ? SELECT_DR : IDLE;
      SELECT_DR:  state_d = tms_i ? SELECT_IR : CAPTURE_DR;
      CAPTURE_DR: state_d = tms_i ? EXIT1_DR : SHIFT_DR;
      SHIFT_DR:   state_d = tms_i ? EXIT1_DR : SHIFT_DR;
      EXIT1_DR:   state_d = tms_i ? UPDATE_DR : PAUSE_DR;
      PAUSE_DR:   state_d = tms_i ? EXIT2_DR : PAUSE_DR;
      EXIT2_DR:   state_d = tms_i ? UPDATE_DR : SHIFT_DR;
      UPDATE_DR:  state_d = tms_i ? SELECT_DR : IDLE;
      SELECT_IR:  state_d = tms_i ? RESET : CAPTURE_IR;
      CAPTURE_IR: state_d = tms_i ? EXIT1_IR : SHIFT_IR;
      SHIFT_IR:   state_d = tms_i ? EXIT1_IR : SHIFT_IR;
      EXIT1_IR:   state_d = tms_i ? UPDATE_IR : PAUSE_IR;
      PAUSE_IR:   state_d = tms_i ? EXIT2_IR : PAUSE_IR;
      EXIT2_IR:   state_d = tms_i ? UPDATE_IR : SHIFT_IR;
      default:    state_d = tms_i ? SELECT_DR : IDLE;
    endcase
  end

  always_comb begin
    shift_d = shift_q;
    if (state_q == CAPTURE_IR) shift_d = ir_capture_i;
    if (state_q == SHIFT_IR) begin
      shift_d = shift_q >> 1;
      shift_d[ir_length_i - 5'd1] = tdi_i;
    end
  end

  always_ff @(posedge tck_i) begin
    state_q <= state_d;
    shift_q <= shift_d;
  end

  always_ff @(negedge tck_i) begin
    ir_update_o <= 1'b0;
    if (state_q == RESET) ir_q <= ir_reset_i;
    if (state_q == UPDATE_IR) begin
      ir_q        <= shift_q;
      ir_update_o <= 1'b1;
    end
    unique case (state_q)
      SHIFT_IR: tdo_o <= shift_q[0];
      SHIFT_DR: tdo_o <= dr_tdo_i;
      default:  tdo_o <= 1'b1;
    endcase
  end

  assign ir_o         = ir_q;
  assign reset_o      = state_q == RESET;
  assign idle_o       = state_q == IDLE;
  assign capture_dr_o = state_q == CAPTURE_DR;
  assign shift_dr_o   = state_q == SHIFT_DR;
  assign update_dr_o  = state_q == UPDATE_DR;
endmodule
