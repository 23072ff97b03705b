// Extension headers of IPv6 by hand: what each word would say as a header is found first, a few
// bits a word, so that the walk chooses from little; protocol and ports are chosen once. Latency 3.
`default_nettype none
module yard_ipv6_walk (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [63:0] ip_0,
  input  wire [63:0] ip_1,
  input  wire [63:0] ip_2,
  input  wire [63:0] ip_3,
  input  wire [63:0] ip_4,
  input  wire [63:0] ip_5,
  input  wire [63:0] ip_6,
  input  wire [63:0] ip_7,
  input  wire [63:0] ip_8,
  input  wire [63:0] ip_9,
  input  wire [63:0] ip_10,
  input  wire [63:0] ip_11,
  input  wire [63:0] ip_12,
  input  wire [63:0] ip_13,
  input  wire [63:0] ip_14,
  input  wire [63:0] ip_15,
  input  wire [63:0] ip_16,
  input  wire [63:0] ip_17,
  input  wire [63:0] ip_18,
  input  wire [63:0] ip_19,
  input  wire [63:0] ip_20,
  input  wire [63:0] ip_21,
  input  wire [63:0] ip_22,
  input  wire [63:0] ip_23,
  output reg out_found,
  output reg [7:0] out_protocol,
  output wire [7:0] out_offset,
  output reg out_is_later_fragment,
  output reg [31:0] out_ports
);
  reg [2:0] valid;
  always @(posedge clk) valid <= rst ? 3'd0 : {valid[1:0], in_valid};
  assign out_valid = valid[2];

  function is_extension(input [7:0] next);
    is_extension = next == 8'd0 | next == 8'd43 | next == 8'd44 | next == 8'd60;
  endfunction

  function pick(input [7:0] of, input [2:0] place);
    pick = place[2] ? (place[1] ? (place[0] ? of[7] : of[6]) : (place[0] ? of[5] : of[4]))
                    : (place[1] ? (place[0] ? of[3] : of[2]) : (place[0] ? of[1] : of[0]));
  endfunction

  // Words 5 to 12, of which a header may be any: place 0 to 7, word 5 in the low bits. A header at
  // place 7 ends behind the last one, so all that counts there is whether it is a later fragment.
  wire [511:0] words = {ip_12, ip_11, ip_10, ip_9, ip_8, ip_7, ip_6, ip_5};
  wire [7:0]  extension, fragment, late, big, length_2, length_1, length_0;
  wire [63:0]  next;
  wire [255:0] ports;
  genvar i;
  generate
    for (i = 0; i < 8; i = i + 1) begin : places
      wire [63:0] word = words[64*i +: 64];
      assign next[8*i +: 8] = word[63:56];
      assign ports[32*i +: 32] = word[63:32];
      assign extension[i] = i < 7 & is_extension(word[63:56]);
      assign fragment[i] = i < 7 & word[63:56] == 8'd44;
      assign late[i] = |word[47:35];
      assign big[i] = i < 7 & |word[55:51];
      assign {length_2[i], length_1[i], length_0[i]} = i < 7 ? word[50:48] : 3'd0;
    end
  endgenerate

  // Stage 0: the first header, at place 0; what the second says, at a place from 1 on.
  wire       first = is_extension(ip_0[15:8]);
  wire       first_fragment = ip_0[15:8] == 8'd44;
  wire       first_late = first & first_fragment & late[0];
  wire       plain_b = ~fragment[0];
  wire [2:0] place_a = first_fragment ? 3'd1 : ip_5[50:48] + 3'd1;
  reg [7:0]   extension_1, late_1, big_1, length_2_1, length_1_1, length_0_1;
  reg [63:0]  next_1, next_2;
  reg [255:0] ports_1, ports_2;
  reg         first_1, late_at_1, stopped_1;
  reg         second_1, extension_b, fragment_b, late_b, big_b;
  reg [2:0]   place_1, length_b;
  always @(posedge clk) begin
    extension_1 <= extension;
    late_1      <= late;
    big_1       <= big;
    {length_2_1, length_1_1, length_0_1} <= {length_2, length_1, length_0};
    // Place 7 has no next header: the first of all stands there.
    next_1      <= {ip_0[15:8], next[55:0]};
    ports_1     <= ports;
    first_1     <= first;
    second_1    <= first & extension[0];
    late_at_1   <= first_late;
    stopped_1   <= first & (first_late | ~first_fragment & (big[0] | &ip_5[50:48]));
    place_1     <= place_a;
    extension_b <= pick(extension, place_a);
    fragment_b  <= pick(fragment, place_a);
    late_b      <= ~plain_b & pick(late, place_a);
    big_b       <= plain_b & pick(big, place_a);
    length_b    <= {pick(length_2, place_a), pick(length_1, place_a), pick(length_0, place_a)}
                   & {3{plain_b}};
  end

  // Stage 1: the third, at a place from 2 on.
  wire [3:0] place_b = {1'b0, place_1} + {1'b0, length_b} + 4'd1;
  wire       stop_b = late_b | big_b | place_b[3];
  wire       third = second_1 & extension_b;
  wire [2:0] length_c = {pick(length_2_1, place_b[2:0]), pick(length_1_1, place_b[2:0]),
                         pick(length_0_1, place_b[2:0])} & {3{~fragment_b}};
  wire [3:0] place_c = {1'b0, place_b[2:0]} + {1'b0, length_c} + 4'd1;
  wire       late_c = fragment_b & pick(late_1, place_b[2:0]);
  wire       stop_c = late_c | ~fragment_b & pick(big_1, place_b[2:0]) | place_c[3];
  reg        found_2, stopped_2, late_2;
  reg [2:0]  last_2, place_2;
  always @(posedge clk) begin
    next_2    <= next_1;
    ports_2   <= ports_1;
    last_2    <= third ? place_b[2:0] : second_1 ? place_1 : first_1 ? 3'd0 : 3'd7;
    place_2   <= third ? place_c[2:0] : second_1 ? place_b[2:0] : first_1 ? place_1 : 3'd0;
    found_2   <= ~third | ~pick(extension_1, place_b[2:0]);
    stopped_2 <= stopped_1 | second_1 & (stop_b | third & stop_c);
    late_2    <= late_at_1 | second_1 & ~stopped_1 & (late_b | third & ~stop_b & late_c);
  end

  // Stage 2: protocol and ports.
  wire [7:0] protocol = next_2 >> {last_2, 3'd0};
  wire [255:0] from_place = ports_2 >> {place_2, 5'd0};
  wire [31:0]  at_place = from_place[31:0];
  wire       has_ports = protocol == 8'd6 | protocol == 8'd17 | protocol == 8'd132;
  reg [4:0]  offset;
  always @(posedge clk) begin
    out_found             <= found_2 & ~stopped_2;
    out_protocol          <= stopped_2 ? 8'd0 : protocol;
    offset                <= stopped_2 ? 5'd0 : {2'd0, place_2} + 5'd5;
    out_is_later_fragment <= late_2;
    out_ports             <= has_ports & ~stopped_2 ? at_place : 32'd0;
  end
  assign out_offset = {offset, 3'd0};
endmodule
`default_nettype wire
