// snic_ternary against its sequential model: the first row that matches, in the order of rows.
// Small instance: 4 rows, keys and entries of 2 bits, latency 3.
module ternary_props (
    input logic       clk,
    input logic       we,
    input logic [1:0] index,
    input logic       valid,
    input logic [1:0] value,
    input logic [1:0] mask,
    input logic [1:0] entry,
    input logic [1:0] key
);
  logic [2:0] found;

  snic_ternary #(.KEY_W(2), .ENTRY_W(2), .DEPTH(4), .LATENCY(3)) dut (
      .clk, .we_i(we), .index_i(index), .valid_i(valid), .value_i(value), .mask_i(mask),
      .entry_i(entry), .rd_addr_i(key), .rd_data_o(found)
  );

  // The model writes whole rows and answers at once; its answers wait three clocks.
  logic [3:0] valid_q;
  logic [7:0] value_q, mask_q, entry_q;
  logic [8:0] answers_q;
  logic [1:0] started_q;
  logic done;
  logic [2:0] answer;
  initial valid_q   = '0;
  initial started_q = '0;

  always_comb begin
    answer = '0;
    done   = 1'b0;
    for (int i = 0; i < 4; i++)
      if (!done && valid_q[i] && (key & mask_q[i*2 +: 2]) == (value_q[i*2 +: 2] & mask_q[i*2 +: 2]))
      begin
        answer = {entry_q[i*2 +: 2], 1'b1};
        done   = 1'b1;
      end
  end

  always_ff @(posedge clk) begin
    if (we) begin
      valid_q[index]         <= valid;
      value_q[index*2 +: 2] <= value;
      mask_q[index*2 +: 2]  <= mask;
      entry_q[index*2 +: 2] <= entry;
    end
    answers_q <= {answers_q[5:0], answer};
    if (started_q != 2'd3) started_q <= started_q + 1'b1;
  end

  always_comb if (started_q == 2'd3) assert (found == answers_q[8:6]);
endmodule
