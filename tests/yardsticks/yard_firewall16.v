// Firewall of sixteen rules by hand: a match bit a rule, then the first of them. Latency 2.
`default_nettype none
module yard_firewall16 (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  output wire out_valid,
  input  wire [31:0] packet_source,
  input  wire [31:0] packet_destination,
  input  wire [7:0] packet_protocol,
  input  wire [15:0] packet_port,
  input  wire rules_0_enabled,
  input  wire rules_0_permits,
  input  wire [31:0] rules_0_source,
  input  wire [31:0] rules_0_source_mask,
  input  wire [31:0] rules_0_destination,
  input  wire [31:0] rules_0_destination_mask,
  input  wire [7:0] rules_0_protocol,
  input  wire [15:0] rules_0_first_port,
  input  wire [15:0] rules_0_last_port,
  input  wire rules_1_enabled,
  input  wire rules_1_permits,
  input  wire [31:0] rules_1_source,
  input  wire [31:0] rules_1_source_mask,
  input  wire [31:0] rules_1_destination,
  input  wire [31:0] rules_1_destination_mask,
  input  wire [7:0] rules_1_protocol,
  input  wire [15:0] rules_1_first_port,
  input  wire [15:0] rules_1_last_port,
  input  wire rules_2_enabled,
  input  wire rules_2_permits,
  input  wire [31:0] rules_2_source,
  input  wire [31:0] rules_2_source_mask,
  input  wire [31:0] rules_2_destination,
  input  wire [31:0] rules_2_destination_mask,
  input  wire [7:0] rules_2_protocol,
  input  wire [15:0] rules_2_first_port,
  input  wire [15:0] rules_2_last_port,
  input  wire rules_3_enabled,
  input  wire rules_3_permits,
  input  wire [31:0] rules_3_source,
  input  wire [31:0] rules_3_source_mask,
  input  wire [31:0] rules_3_destination,
  input  wire [31:0] rules_3_destination_mask,
  input  wire [7:0] rules_3_protocol,
  input  wire [15:0] rules_3_first_port,
  input  wire [15:0] rules_3_last_port,
  input  wire rules_4_enabled,
  input  wire rules_4_permits,
  input  wire [31:0] rules_4_source,
  input  wire [31:0] rules_4_source_mask,
  input  wire [31:0] rules_4_destination,
  input  wire [31:0] rules_4_destination_mask,
  input  wire [7:0] rules_4_protocol,
  input  wire [15:0] rules_4_first_port,
  input  wire [15:0] rules_4_last_port,
  input  wire rules_5_enabled,
  input  wire rules_5_permits,
  input  wire [31:0] rules_5_source,
  input  wire [31:0] rules_5_source_mask,
  input  wire [31:0] rules_5_destination,
  input  wire [31:0] rules_5_destination_mask,
  input  wire [7:0] rules_5_protocol,
  input  wire [15:0] rules_5_first_port,
  input  wire [15:0] rules_5_last_port,
  input  wire rules_6_enabled,
  input  wire rules_6_permits,
  input  wire [31:0] rules_6_source,
  input  wire [31:0] rules_6_source_mask,
  input  wire [31:0] rules_6_destination,
  input  wire [31:0] rules_6_destination_mask,
  input  wire [7:0] rules_6_protocol,
  input  wire [15:0] rules_6_first_port,
  input  wire [15:0] rules_6_last_port,
  input  wire rules_7_enabled,
  input  wire rules_7_permits,
  input  wire [31:0] rules_7_source,
  input  wire [31:0] rules_7_source_mask,
  input  wire [31:0] rules_7_destination,
  input  wire [31:0] rules_7_destination_mask,
  input  wire [7:0] rules_7_protocol,
  input  wire [15:0] rules_7_first_port,
  input  wire [15:0] rules_7_last_port,
  input  wire rules_8_enabled,
  input  wire rules_8_permits,
  input  wire [31:0] rules_8_source,
  input  wire [31:0] rules_8_source_mask,
  input  wire [31:0] rules_8_destination,
  input  wire [31:0] rules_8_destination_mask,
  input  wire [7:0] rules_8_protocol,
  input  wire [15:0] rules_8_first_port,
  input  wire [15:0] rules_8_last_port,
  input  wire rules_9_enabled,
  input  wire rules_9_permits,
  input  wire [31:0] rules_9_source,
  input  wire [31:0] rules_9_source_mask,
  input  wire [31:0] rules_9_destination,
  input  wire [31:0] rules_9_destination_mask,
  input  wire [7:0] rules_9_protocol,
  input  wire [15:0] rules_9_first_port,
  input  wire [15:0] rules_9_last_port,
  input  wire rules_10_enabled,
  input  wire rules_10_permits,
  input  wire [31:0] rules_10_source,
  input  wire [31:0] rules_10_source_mask,
  input  wire [31:0] rules_10_destination,
  input  wire [31:0] rules_10_destination_mask,
  input  wire [7:0] rules_10_protocol,
  input  wire [15:0] rules_10_first_port,
  input  wire [15:0] rules_10_last_port,
  input  wire rules_11_enabled,
  input  wire rules_11_permits,
  input  wire [31:0] rules_11_source,
  input  wire [31:0] rules_11_source_mask,
  input  wire [31:0] rules_11_destination,
  input  wire [31:0] rules_11_destination_mask,
  input  wire [7:0] rules_11_protocol,
  input  wire [15:0] rules_11_first_port,
  input  wire [15:0] rules_11_last_port,
  input  wire rules_12_enabled,
  input  wire rules_12_permits,
  input  wire [31:0] rules_12_source,
  input  wire [31:0] rules_12_source_mask,
  input  wire [31:0] rules_12_destination,
  input  wire [31:0] rules_12_destination_mask,
  input  wire [7:0] rules_12_protocol,
  input  wire [15:0] rules_12_first_port,
  input  wire [15:0] rules_12_last_port,
  input  wire rules_13_enabled,
  input  wire rules_13_permits,
  input  wire [31:0] rules_13_source,
  input  wire [31:0] rules_13_source_mask,
  input  wire [31:0] rules_13_destination,
  input  wire [31:0] rules_13_destination_mask,
  input  wire [7:0] rules_13_protocol,
  input  wire [15:0] rules_13_first_port,
  input  wire [15:0] rules_13_last_port,
  input  wire rules_14_enabled,
  input  wire rules_14_permits,
  input  wire [31:0] rules_14_source,
  input  wire [31:0] rules_14_source_mask,
  input  wire [31:0] rules_14_destination,
  input  wire [31:0] rules_14_destination_mask,
  input  wire [7:0] rules_14_protocol,
  input  wire [15:0] rules_14_first_port,
  input  wire [15:0] rules_14_last_port,
  input  wire rules_15_enabled,
  input  wire rules_15_permits,
  input  wire [31:0] rules_15_source,
  input  wire [31:0] rules_15_source_mask,
  input  wire [31:0] rules_15_destination,
  input  wire [31:0] rules_15_destination_mask,
  input  wire [7:0] rules_15_protocol,
  input  wire [15:0] rules_15_first_port,
  input  wire [15:0] rules_15_last_port,
  output wire out_pass,
  output wire out_found,
  output wire [3:0] out_rule
);
  reg [1:0] valid;
  always @(posedge clk) valid <= rst ? 2'd0 : {valid[0], in_valid};
  assign out_valid = valid[1];

  function match(input on, input [31:0] src, input [31:0] src_mask, input [31:0] dst,
                 input [31:0] dst_mask, input [7:0] protocol, input [15:0] first,
                 input [15:0] last);
    match = on & ~|((packet_source ^ src) & src_mask) & ~|((packet_destination ^ dst) & dst_mask)
      & (protocol == 8'd0 | protocol == packet_protocol)
      & packet_port >= first & packet_port <= last;
  endfunction

  reg [15:0] hit, permits;
  always @(posedge clk) begin
    hit[0] <= match(rules_0_enabled, rules_0_source, rules_0_source_mask, rules_0_destination,
      rules_0_destination_mask, rules_0_protocol, rules_0_first_port, rules_0_last_port);
    hit[1] <= match(rules_1_enabled, rules_1_source, rules_1_source_mask, rules_1_destination,
      rules_1_destination_mask, rules_1_protocol, rules_1_first_port, rules_1_last_port);
    hit[2] <= match(rules_2_enabled, rules_2_source, rules_2_source_mask, rules_2_destination,
      rules_2_destination_mask, rules_2_protocol, rules_2_first_port, rules_2_last_port);
    hit[3] <= match(rules_3_enabled, rules_3_source, rules_3_source_mask, rules_3_destination,
      rules_3_destination_mask, rules_3_protocol, rules_3_first_port, rules_3_last_port);
    hit[4] <= match(rules_4_enabled, rules_4_source, rules_4_source_mask, rules_4_destination,
      rules_4_destination_mask, rules_4_protocol, rules_4_first_port, rules_4_last_port);
    hit[5] <= match(rules_5_enabled, rules_5_source, rules_5_source_mask, rules_5_destination,
      rules_5_destination_mask, rules_5_protocol, rules_5_first_port, rules_5_last_port);
    hit[6] <= match(rules_6_enabled, rules_6_source, rules_6_source_mask, rules_6_destination,
      rules_6_destination_mask, rules_6_protocol, rules_6_first_port, rules_6_last_port);
    hit[7] <= match(rules_7_enabled, rules_7_source, rules_7_source_mask, rules_7_destination,
      rules_7_destination_mask, rules_7_protocol, rules_7_first_port, rules_7_last_port);
    hit[8] <= match(rules_8_enabled, rules_8_source, rules_8_source_mask, rules_8_destination,
      rules_8_destination_mask, rules_8_protocol, rules_8_first_port, rules_8_last_port);
    hit[9] <= match(rules_9_enabled, rules_9_source, rules_9_source_mask, rules_9_destination,
      rules_9_destination_mask, rules_9_protocol, rules_9_first_port, rules_9_last_port);
    hit[10] <= match(rules_10_enabled, rules_10_source, rules_10_source_mask, rules_10_destination,
      rules_10_destination_mask, rules_10_protocol, rules_10_first_port, rules_10_last_port);
    hit[11] <= match(rules_11_enabled, rules_11_source, rules_11_source_mask, rules_11_destination,
      rules_11_destination_mask, rules_11_protocol, rules_11_first_port, rules_11_last_port);
    hit[12] <= match(rules_12_enabled, rules_12_source, rules_12_source_mask, rules_12_destination,
      rules_12_destination_mask, rules_12_protocol, rules_12_first_port, rules_12_last_port);
    hit[13] <= match(rules_13_enabled, rules_13_source, rules_13_source_mask, rules_13_destination,
      rules_13_destination_mask, rules_13_protocol, rules_13_first_port, rules_13_last_port);
    hit[14] <= match(rules_14_enabled, rules_14_source, rules_14_source_mask, rules_14_destination,
      rules_14_destination_mask, rules_14_protocol, rules_14_first_port, rules_14_last_port);
    hit[15] <= match(rules_15_enabled, rules_15_source, rules_15_source_mask, rules_15_destination,
      rules_15_destination_mask, rules_15_protocol, rules_15_first_port, rules_15_last_port);
    permits <= {
      rules_15_permits, rules_14_permits, rules_13_permits, rules_12_permits,
      rules_11_permits, rules_10_permits, rules_9_permits, rules_8_permits,
      rules_7_permits, rules_6_permits, rules_5_permits, rules_4_permits,
      rules_3_permits, rules_2_permits, rules_1_permits, rules_0_permits};
  end

  // The first of four groups, and the first in each.
  wire [3:0] any = {|hit[15:12], |hit[11:8], |hit[7:4], |hit[3:0]};
  wire [1:0] group = any[0] ? 2'd0 : any[1] ? 2'd1 : any[2] ? 2'd2 : 2'd3;
  wire [3:0] in_group = any[0] ? hit[3:0] : any[1] ? hit[7:4]
    : any[2] ? hit[11:8] : hit[15:12];
  wire [3:0] may_pass = any[0] ? permits[3:0] : any[1] ? permits[7:4]
    : any[2] ? permits[11:8] : permits[15:12];
  wire [1:0] place = in_group[0] ? 2'd0 : in_group[1] ? 2'd1 : in_group[2] ? 2'd2 : 2'd3;

  reg pass, found;
  reg [3:0] index;
  always @(posedge clk) begin
    found <= |any;
    pass <= |any & |(may_pass & in_group & -in_group);
    index <= {4{|any}} & {group, place};
  end
  assign {out_pass, out_found, out_rule} = {pass, found, index};
endmodule
`default_nettype wire
