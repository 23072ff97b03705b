// Counts events and hands the counts to Corundum's statistics collector.
//
// Contract: a pulse on `event_i[n]` is one more for counter id FIRST_ID + n. Increments leave by
// `m_axis_stat_*`, one source after the other; none is lost while the collector takes one every
// 2^INC_W / SOURCES clocks.
// Latency: up to SOURCES + 1 clocks. Throughput: an event per source and clock, an increment a
// clock.
module snic_corundum_stats #(
    parameter int SOURCES  = 2,
    parameter int FIRST_ID = 64,  // ids below are Corundum's own
    parameter int INC_W    = 24,
    parameter int ID_W     = 12
) (
    input  logic               clk,
    input  logic               rst,

    input  logic [SOURCES-1:0] event_i,

    output logic [INC_W-1:0]   m_axis_stat_tdata,
    output logic [ID_W-1:0]    m_axis_stat_tid,
    output logic               m_axis_stat_tvalid,
    input  logic               m_axis_stat_tready
);
  localparam int SEL_W = (SOURCES > 1) ? $clog2(SOURCES) : 1;

  if (FIRST_ID + SOURCES > 2 ** ID_W) begin : g_check_id
    $error("ID_W is too small for the counter ids");
  end

  logic [SOURCES*INC_W-1:0] pending_q;
  logic [SEL_W-1:0]         sel_q;
  logic                     free, send;
  logic [INC_W-1:0]         count;
  assign free  = !m_axis_stat_tvalid || m_axis_stat_tready;
  assign count = pending_q[sel_q*INC_W +: INC_W];
  assign send  = free && count != '0;

  always_ff @(posedge clk) begin
    if (rst) begin
      pending_q          <= '0;
      sel_q              <= '0;
      m_axis_stat_tvalid <= 1'b0;
    end else begin
      for (int n = 0; n < SOURCES; n++) begin
        pending_q[n*INC_W +: INC_W] <= ((send && sel_q == SEL_W'(n)) ? '0
            : pending_q[n*INC_W +: INC_W]) + INC_W'(event_i[n]);
      end
      if (free) begin
        sel_q              <= (sel_q == SEL_W'(SOURCES - 1)) ? '0 : sel_q + 1'b1;
        m_axis_stat_tvalid <= send;
      end
    end
    if (free) begin
      m_axis_stat_tdata <= count;
      m_axis_stat_tid   <= ID_W'(FIRST_ID) + ID_W'(sel_q);
    end
  end
endmodule
