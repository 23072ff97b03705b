// snic_egress at 64 bits: 20 stored bytes; the verdict puts 4 bytes in front of what is behind byte
// 10, sends it to the wire, and a copy to the host. Both are 14 bytes; the copy has tag 0.
`default_nettype none

module wave;
  logic        clk = 1'b0, rst = 1'b1;
  logic        vrd_valid = 1'b0, side_valid = 1'b0, side_ready, pay_valid = 1'b0, pay_ready;
  logic [63:0] pay_data, wire_tdata, host_tdata;
  logic [7:0]  wire_tkeep, host_tkeep;
  logic        wire_tvalid, wire_tlast, host_tvalid, host_tlast;
  logic [79:0] wire_tuser, host_tuser;
  logic [15:0] wire_tag, host_tag, stored, wire_front, host_front;
  logic        credit, count_valid;
  logic [1:0]  count_dest;
  logic [2:0]  count_copies;
  logic [7:0]  count_reason;

  always #1 clk = !clk;
  assign wire_tag   = wire_tuser[15:0];
  assign host_tag   = host_tuser[15:0];
  assign stored     = pay_data[15:0];
  assign wire_front = wire_tdata[15:0];
  assign host_front = host_tdata[15:0];

  snic_egress #(
      .DATA_W      (64),
      .PREFIX_BYTES(16),
      .EDIT_BYTES  (16)
  ) u_egress (
      .clk,
      .rst,
      .vrd_valid_i       (vrd_valid),
      .vrd_reason_i      (8'd1),
      .vrd_dest_i        (2'd1),
      .vrd_copies_i      (3'b010),
      .vrd_tenant_i      (12'd5),
      .vrd_queue_i       (12'd3),
      .vrd_prefix_bytes_i(5'd4),
      .vrd_edit_bytes_i  (5'd0),
      .vrd_resume_i      (8'd10),
      .vrd_length_i      (14'd10),
      .vrd_count_bytes_i (14'd14),
      .vrd_prefix_i      ({64'd0, 64'hE0E1_E2E3_0000_0000}),
      .vrd_edit_i        (128'd0),
      .side_valid_i      (side_valid),
      .side_ready_o      (side_ready),
      .side_time_ns_i    (64'd0),
      .side_tag_i        (16'h17),
      .side_length_i     (14'd20),
      .side_beats_i      (11'd3),
      .pay_valid_i       (pay_valid),
      .pay_ready_o       (pay_ready),
      .pay_data_i        (pay_data),
      .credit_o          (credit),
      .count_valid_o     (count_valid),
      .count_tenant_o    (),
      .count_reason_o    (count_reason),
      .count_bytes_o     (),
      .count_tag_o       (),
      .count_dest_o      (count_dest),
      .count_copies_o    (count_copies),
      .count_lost_o      (),
      .m_axis_wire_tdata (wire_tdata),
      .m_axis_wire_tkeep (wire_tkeep),
      .m_axis_wire_tvalid(wire_tvalid),
      .m_axis_wire_tready(1'b1),
      .m_axis_wire_tlast (wire_tlast),
      .m_axis_wire_tuser (wire_tuser),
      .m_axis_host_tdata (host_tdata),
      .m_axis_host_tkeep (host_tkeep),
      .m_axis_host_tvalid(host_tvalid),
      .m_axis_host_tready(1'b1),
      .m_axis_host_tlast (host_tlast),
      .m_axis_host_tuser (host_tuser),
      .m_axis_host_tdest (),
      .m_axis_slow_tdata (),
      .m_axis_slow_tkeep (),
      .m_axis_slow_tvalid(),
      .m_axis_slow_tready(1'b1),
      .m_axis_slow_tlast (),
      .m_axis_slow_tuser ()
  );

  initial begin
    repeat (8) @(posedge clk);
    rst <= 1'b0;
    repeat (4) @(posedge clk);
    $dumpvars(1, clk, vrd_valid, side_valid, side_ready, pay_valid, pay_ready, stored, credit,
              count_valid, count_reason, count_dest, count_copies, wire_tvalid, wire_tlast,
              wire_tkeep, wire_front, wire_tag, host_tvalid, host_tlast, host_tkeep, host_front,
              host_tag);
    vrd_valid  <= 1'b1;
    side_valid <= 1'b1;
    pay_valid  <= 1'b1;
    pay_data   <= 64'h0706_0504_0302_0100;
    @(posedge clk);
    vrd_valid <= 1'b0;
    fork
      begin
        while (!side_ready) @(posedge clk);
        side_valid <= 1'b0;
      end
      for (int n = 1; n < 4; n++) begin
        while (!pay_ready) @(posedge clk);
        pay_data  <= n == 1 ? 64'h0F0E_0D0C_0B0A_0908 : 64'h0000_0000_1312_1110;
        pay_valid <= n != 3;
        @(posedge clk);
      end
    join
    repeat (8) @(posedge clk);
    $finish;
  end
endmodule
