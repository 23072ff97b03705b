// Included by snic_fifo when it is proved (WIDTH 1): order, no loss, no duplicate.
//
// One arbitrary word of an otherwise empty stream is a one. `ahead_q` counts the words in front of
// it: it comes out exactly when no word is ahead of it, and no other word comes out as a one. By
// data independence the n-th word in is then the n-th word out. The other assertions say where
// each word is; together they are inductive.
logic               seen_q = 1'b0, inside_q = 1'b0, started_q = 1'b0;
logic [LEVEL_W-1:0] ahead_q = '0;

always_ff @(posedge clk) begin
  started_q <= 1'b1;
  if (rst) begin
    seen_q   <= 1'b0;
    inside_q <= 1'b0;
  end else if (push && s_data_i) begin
    seen_q   <= 1'b1;
    inside_q <= 1'b1;
    ahead_q  <= level_q - LEVEL_W'(pop);
  end else if (pop) begin
    ahead_q <= ahead_q - 1'b1;
    if (ahead_q == '0) inside_q <= 1'b0;
  end
end

// the word `behind` words after the head is the one
function automatic logic is_one(input logic [LEVEL_W-1:0] behind);
  is_one = inside_q && ahead_q == behind;
endfunction

logic counts_wrong, place_wrong;
assign counts_wrong = level_q > LEVEL_W'(DEPTH) || stored_q + LEVEL_W'(held_q) != level_q
                      || held_q > 3'd4 || held_q != ready_q + 3'(fly_q[0]) + 3'(fly_q[1])
                      || ADDR_W'(wr_q - rd_q) != ADDR_W'(stored_q)
                      || 2'(buf_wr_q - buf_rd_q) != ready_q[1:0]
                      || (inside_q && (ahead_q >= level_q || !seen_q));

always_comb begin
  place_wrong = (fly_q[1] && mem_data != is_one(LEVEL_W'(ready_q)))
                || (fly_q[0] && formal_read != is_one(LEVEL_W'(ready_q) + LEVEL_W'(fly_q[1])));
  for (int i = 0; i < HOLD; i++) begin
    if (3'(i) < ready_q && buf_q[2'(buf_rd_q + 2'(i))] != is_one(LEVEL_W'(i))) place_wrong = 1'b1;
  end
  for (int i = 0; i < DEPTH; i++) begin
    if (LEVEL_W'(i) < stored_q && formal_mem[ADDR_W'(rd_q + ADDR_W'(i))]
        != is_one(LEVEL_W'(held_q) + LEVEL_W'(i))) place_wrong = 1'b1;
  end
end

always_comb begin
  assume (rst == !started_q);
  assume (!(seen_q && s_data_i));
  if (!rst) assert (!counts_wrong && !place_wrong);
  if (!rst && m_valid_o) assert (m_data_o == is_one('0));
end
