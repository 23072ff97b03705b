// Options of Geneve by hand: what each place would say as a head is found first, seven bits a
// place, and the walk chooses from those; behind the last option a place leads to itself. Values
// are chosen once. Latency 3.
`default_nettype none
module yard_geneve_options (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [63:0] geneve_0,
  input  wire [63:0] geneve_1,
  input  wire [63:0] geneve_2,
  input  wire [63:0] geneve_3,
  input  wire [63:0] geneve_4,
  input  wire [63:0] geneve_5,
  input  wire [63:0] geneve_6,
  input  wire [63:0] geneve_7,
  input  wire [63:0] geneve_8,
  input  wire [63:0] geneve_9,
  input  wire [63:0] geneve_10,
  input  wire [63:0] geneve_11,
  input  wire [63:0] geneve_12,
  input  wire [63:0] geneve_13,
  input  wire [63:0] geneve_14,
  input  wire [63:0] geneve_15,
  input  wire [63:0] geneve_16,
  input  wire [63:0] geneve_17,
  input  wire [63:0] geneve_18,
  input  wire [63:0] geneve_19,
  input  wire [63:0] geneve_20,
  input  wire [63:0] geneve_21,
  input  wire [63:0] geneve_22,
  input  wire [63:0] geneve_23,
  output reg out_is_well_formed,
  output reg out_must_drop,
  output reg [31:0] out_policy,
  output reg [31:0] out_sent_at
);
  reg [2:0] valid;
  always @(posedge clk) valid <= rst ? 3'd0 : {valid[1:0], in_valid};
  assign out_valid = valid[2];

  // Stage 0: the ten places, place 0 in the low bits, each {next, must drop, telemetry, policy}.
  wire [319:0] places = {geneve_5[31:0], geneve_5[63:32], geneve_4[31:0], geneve_4[63:32],
                         geneve_3[31:0], geneve_3[63:32], geneve_2[31:0], geneve_2[63:32],
                         geneve_1[31:0], geneve_1[63:32]};
  wire [5:0]  words = geneve_0[61:56];
  wire        fits = words < 6'd11;
  wire [69:0] heads;
  genvar i;
  generate
    for (i = 0; i < 10; i = i + 1) begin : head
      wire [31:0] word = places[32*i +: 32];
      wire       inside = words[3:0] > i;
      wire       ours = inside & word[31:16] == 16'h0102 & word[14:12] == 3'd1 & |word[4:0];
      wire       policy = ours & word[11:8] == 4'd7;
      wire       telemetry = ours & word[11:8] == 4'd8;
      wire       must_drop = inside & word[15] & ~policy & ~telemetry;
      wire [3:0] next = ~inside ? i : word[4:0] > 9 - i ? 4'd15 : word[3:0] + 4'd1 + i;
      assign heads[7*i +: 7] = {next, must_drop, telemetry, policy};
    end
  endgenerate

  // From place 10 on nothing is said, and a place leads to itself.
  function [6:0] read(input [69:0] of, input [3:0] at);
    read = at[3] ? (at[1] ? {at, 3'd0} : at[0] ? of[69:63] : of[62:56])
         : at[2] ? (at[1] ? (at[0] ? of[55:49] : of[48:42]) : (at[0] ? of[41:35] : of[34:28]))
                 : (at[1] ? (at[0] ? of[27:21] : of[20:14]) : (at[0] ? of[13:7] : of[6:0]));
  endfunction

  wire [6:0]  head_1 = read(heads, heads[6:3]);
  reg [287:0] values_1, values_2;
  reg [69:0]  heads_1;
  reg [3:0]   words_1, at_1;
  reg         fits_1, drop_1;
  reg [3:0]   policy_1, sent_1;
  always @(posedge clk) begin
    values_1 <= places[319:32];
    heads_1  <= heads;
    words_1  <= words[3:0];
    fits_1   <= fits;
    at_1     <= head_1[6:3];
    drop_1   <= heads[2] | head_1[2];
    policy_1 <= head_1[0] ? heads[6:3] : heads[0] ? 4'd0 : 4'd10;
    sent_1   <= head_1[1] ? heads[6:3] : heads[1] ? 4'd0 : 4'd10;
  end

  // Stage 1: the third and the fourth option.
  wire [6:0] head_2 = read(heads_1, at_1);
  wire [6:0] head_3 = read(heads_1, head_2[6:3]);
  wire       good = fits_1 & head_3[6:3] <= words_1;
  reg        drop_2, end_2;
  reg [3:0]  policy_2, sent_2;
  always @(posedge clk) begin
    values_2 <= values_1;
    drop_2   <= good & (drop_1 | head_2[2] | head_3[2]);
    end_2    <= fits_1 & head_3[6:3] == words_1;
    policy_2 <= ~good ? 4'd10 : head_3[0] ? head_2[6:3] : head_2[0] ? at_1 : policy_1;
    sent_2   <= ~good ? 4'd10 : head_3[1] ? head_2[6:3] : head_2[1] ? at_1 : sent_1;
  end

  // Stage 2: the values. A value is behind its head; place 10 is none.
  function [31:0] value(input [287:0] of, input [3:0] at);
    value = at[3] ? (at[1] ? 32'd0 : of[287:256])
          : at[2] ? (at[1] ? (at[0] ? of[255:224] : of[223:192])
                           : (at[0] ? of[191:160] : of[159:128]))
                  : (at[1] ? (at[0] ? of[127:96] : of[95:64]) : (at[0] ? of[63:32] : of[31:0]));
  endfunction
  always @(posedge clk) begin
    out_is_well_formed <= end_2;
    out_must_drop      <= drop_2;
    out_policy         <= value(values_2, policy_2);
    out_sent_at        <= value(values_2, sent_2);
  end
endmodule
`default_nettype wire
