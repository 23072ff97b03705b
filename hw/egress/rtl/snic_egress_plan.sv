// Turns a verdict and the frame's side information into the numbers that the byte mover runs on.
//
// Contract: valid-only, in order. With B bytes a beat and shift = resume - front = B * q + r:
// - output byte i >= front is frame byte i + shift, so output beat k is made of the input beats k
//   + q and k + q + 1, rotated by r (`rotate`);
// - q >= 0: output starts `skip` = q beats late; q < 0: input is looked at `history` = -q beats
//   late.
// - `out_last`: index of the input slot that makes the last output beat = output beats + skip - 1.
// - The length is clamped to what is stored from `resume` on.
// Latency: 2 clocks. Throughput: one verdict per clock.
module snic_egress_plan #(
    parameter int DATA_W   = 512,
    parameter int BEATS_W  = 8,
    localparam int LANE_W  = $clog2(DATA_W / 8),
    localparam int SLOT_W  = BEATS_W + 2  // counts slots and output beats
) (
    input  logic               clk,
    input  logic               rst,

    input  logic               valid_i,
    input  logic [7:0]         resume_i,
    input  logic [7:0]         front_i,    // bytes of prefix and edit
    input  logic [13:0]        length_i,
    input  logic [13:0]        stored_length_i,

    output logic               valid_o,
    output logic [7:0]         front_o,
    output logic [LANE_W-1:0]  rotate_o,
    output logic [5:0]         skip_o,
    output logic [4:0]         history_o,
    output logic [SLOT_W-1:0]  out_beats_o,
    output logic [SLOT_W-1:0]  out_last_o,
    output logic [LANE_W-1:0]  tail_o      // bytes of the last output beat - 1
);
  localparam int BEAT_MAX = DATA_W / 8 - 1;

  // stage A: every sum in both cases, and which case it is
  logic               empty;  // more is left out than there is: only the front remains
  logic signed [15:0] shift;
  assign empty = 14'(resume_i) > stored_length_i;
  assign shift = empty ? 16'd0 - 16'(front_i) : 16'(resume_i) - 16'(front_i);

  logic        valid_a_q, fits_a_q, empty_a_q;
  logic [7:0]  front_a_q;
  logic signed [15:0] shift_a_q;
  logic [15:0] wanted_a_q, there_a_q;  // output bytes if the length fits, and if it is clamped

  always_ff @(posedge clk) begin
    valid_a_q  <= valid_i && !rst;
    front_a_q  <= front_i;
    shift_a_q  <= shift;
    fits_a_q   <= 16'(length_i) + 16'(resume_i) <= 16'(stored_length_i);
    empty_a_q  <= empty;
    wanted_a_q <= 16'(front_i) + 16'(length_i);
    there_a_q  <= 16'(stored_length_i) + 16'(front_i) - 16'(resume_i);
  end

  // stage B: beats
  logic [15:0]        total, beats, skip;
  logic signed [15:0] quotient;
  assign total    = fits_a_q ? wanted_a_q : empty_a_q ? 16'(front_a_q) : there_a_q;
  assign beats    = (total + 16'(BEAT_MAX)) >> LANE_W;
  assign quotient = shift_a_q >>> LANE_W;
  assign skip     = quotient[15] ? '0 : quotient;

  always_ff @(posedge clk) begin
    valid_o     <= valid_a_q && !rst;
    front_o     <= front_a_q;
    rotate_o    <= shift_a_q[LANE_W-1:0];
    skip_o      <= 6'(skip);
    history_o   <= quotient[15] ? 5'(-quotient) : '0;
    out_beats_o <= SLOT_W'(beats);
    out_last_o  <= SLOT_W'(beats + skip - 16'd1);
    tail_o      <= LANE_W'(total - 16'd1);
  end
endmodule
