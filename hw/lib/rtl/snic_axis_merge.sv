// N AXI streams -> 1, frame by frame, round robin. Input n of a packed port is [n*W +: W].
//
// Contract: `s_axis_tuser` is whatever must travel with a beat (tdest, time, ...). A frame that
// started is never interrupted; an input that waits is served after at most N-1 other frames; no
// bubble between frames. What is offered at the output stays until it is taken.
// Latency: one clock, a beat is accepted in the clock in which it is chosen; without REGISTERED
// none, and `m_axis_tready` reaches the inputs in the same clock.
module snic_axis_merge #(
    parameter int N      = 2,
    parameter int DATA_W = 512,
    parameter int USER_W = 1,
    parameter bit REGISTERED = 1'b1,
    localparam int KEEP_W = DATA_W / 8
) (
    input  logic                clk,
    input  logic                rst,

    input  logic [N*DATA_W-1:0] s_axis_tdata,
    input  logic [N*KEEP_W-1:0] s_axis_tkeep,
    input  logic [N-1:0]        s_axis_tvalid,
    output logic [N-1:0]        s_axis_tready,
    input  logic [N-1:0]        s_axis_tlast,
    input  logic [N*USER_W-1:0] s_axis_tuser,

    output logic [DATA_W-1:0]   m_axis_tdata,
    output logic [KEEP_W-1:0]   m_axis_tkeep,
    output logic                m_axis_tvalid,
    input  logic                m_axis_tready,
    output logic                m_axis_tlast,
    output logic [USER_W-1:0]   m_axis_tuser
);
  localparam int SEL_W  = (N > 1) ? $clog2(N) : 1;
  localparam int WORD_W = USER_W + 1 + KEEP_W + DATA_W;

  logic             busy_q;       // inside a frame of input sel_q, or it is chosen
  logic [SEL_W-1:0] sel_q, sel;   // input served last; input served now
  logic [SEL_W-1:0] next;         // first waiting input after sel_q, going round
  logic             valid, ready, last, fire, chosen;

  always_comb begin
    next = sel_q;
    for (int i = N - 1; i >= 0; i--) if (s_axis_tvalid[i]) next = SEL_W'(i);
    for (int i = N - 1; i >= 0; i--) begin
      if (s_axis_tvalid[i] && SEL_W'(i) > sel_q) next = SEL_W'(i);
    end
  end

  assign sel   = busy_q ? sel_q : next;
  assign valid = s_axis_tvalid[sel];
  assign last  = s_axis_tlast[sel];
  assign fire  = valid && ready;

  // Without a register the offer itself must stay; with one, who gives up holds nobody up.
  assign chosen = REGISTERED ? fire : valid;

  always_comb begin
    s_axis_tready      = '0;
    s_axis_tready[sel] = ready;
  end

  always_ff @(posedge clk) begin
    if (rst) begin
      busy_q <= 1'b0;
      sel_q  <= '0;
    end else if (chosen) begin
      busy_q <= !(fire && last);
      sel_q  <= sel;
    end
  end

  logic [WORD_W-1:0] word;
  assign word = {s_axis_tuser[sel*USER_W +: USER_W], last, s_axis_tkeep[sel*KEEP_W +: KEEP_W],
                 s_axis_tdata[sel*DATA_W +: DATA_W]};

  if (REGISTERED) begin : g_registered
    snic_axis_reg #(.WIDTH(WORD_W)) u_out (
        .clk, .rst,
        .s_valid_i(valid), .s_ready_o(ready), .s_data_i(word),
        .m_valid_o(m_axis_tvalid), .m_ready_i(m_axis_tready),
        .m_data_o({m_axis_tuser, m_axis_tlast, m_axis_tkeep, m_axis_tdata})
    );
  end else begin : g_plain
    assign ready         = m_axis_tready;
    assign m_axis_tvalid = valid;
    assign {m_axis_tuser, m_axis_tlast, m_axis_tkeep, m_axis_tdata} = word;
  end
endmodule
