// Kernels for core_tb with the ports of those that are compiled: the verdict stands in the frame.
// They have no tables; an access to one is never answered.
module directed_kernel #(
    parameter int LATENCY = 12,
    parameter int BUS_W = 512
) (
    input  logic clk, rst, in_valid,
    output logic out_valid,
    input  logic [1535:0] frame,
    output logic [7:0] out_reason,
    output logic [1:0] out_dest,
    output logic [2:0] out_copies,
    output logic [11:0] out_tenant, out_queue,
    output logic [6:0] out_prefix_bytes, out_edit_bytes,
    output logic [7:0] out_resume,
    output logic [13:0] out_length, out_count_bytes,
    output logic [8*directed_pkg::PREFIX-1:0] out_prefix,
    output logic [8*directed_pkg::EDIT-1:0] out_edit,
    output logic bus_done_o,
    output logic [BUS_W-1:0] bus_data_o,
    output logic starving_o
);
  import directed_pkg::*;
  logic [8*ORDER_BYTES-1:0] bits;
  order_t                   order, order_q [LATENCY];
  logic [LATENCY-1:0]       valid_q;

  always_comb for (int i = 0; i < ORDER_BYTES; i++) bits[8*i +: 8] = frame[8*(i^7) +: 8];

  always_ff @(posedge clk) begin
    valid_q    <= rst ? '0 : LATENCY'({valid_q, in_valid});
    order_q[0] <= order_t'($bits(order_t)'(bits));
    for (int i = 1; i < LATENCY; i++) order_q[i] <= order_q[i-1];
  end

  assign out_valid        = valid_q[LATENCY-1];
  assign order            = order_q[LATENCY-1];
  assign out_reason       = reason_of(order);
  assign out_tenant       = 12'(order.id);
  assign out_dest         = order.dest;
  assign out_copies       = order.copies;
  assign out_queue        = order.to;
  assign out_prefix_bytes = order.prefix_bytes;
  assign out_edit_bytes   = order.edit_bytes;
  assign out_resume       = order.resume;
  assign out_length       = order.length;
  assign out_count_bytes  = order.length;
  always_comb for (int i = 0; i < PREFIX; i++) out_prefix[8*(i^7) +: 8] = prefix_byte(order, i);
  always_comb for (int i = 0; i < EDIT; i++) out_edit[8*(i^7) +: 8] = edit_byte(order, i);
  assign bus_done_o       = 1'b0;
  assign bus_data_o       = '0;
  assign starving_o       = 1'b0;
endmodule

module snic_rx #(
    parameter int BUS_W = 512
) (
    input  logic clk, rst, in_valid,
    output logic out_valid,
    input  logic [1535:0] frame,
    input  logic [13:0] meta_length,
    input  logic [15:0] meta_sum,
    input  logic [63:0] meta_time_ns, meta_hash_key,
    input  logic meta_gen, meta_bad, meta_oversize,
    input  logic [3:0] meta_interface,
    output logic [7:0] out_reason,
    output logic [1:0] out_dest,
    output logic [2:0] out_copies,
    output logic [11:0] out_tenant, out_queue,
    output logic [6:0] out_prefix_bytes, out_edit_bytes,
    output logic [7:0] out_resume,
    output logic [13:0] out_length, out_count_bytes,
    output logic [8*directed_pkg::PREFIX-1:0] out_prefix,
    output logic [8*directed_pkg::EDIT-1:0] out_edit,
    input  logic bus_valid_i, bus_write_i,
    input  logic [7:0] bus_table_i,
    input  logic [23:0] bus_index_i,
    input  logic [BUS_W-1:0] bus_data_i,
    output logic bus_done_o,
    output logic [BUS_W-1:0] bus_data_o,
    output logic starving_o
);
  directed_kernel #(.LATENCY(22), .BUS_W(BUS_W)) kernel (.*);
endmodule

module snic_tx #(
    parameter int BUS_W = 512
) (
    input  logic clk, rst, in_valid,
    output logic out_valid,
    input  logic [1535:0] frame,
    input  logic [13:0] meta_length,
    input  logic [15:0] meta_sum,
    input  logic [63:0] meta_time_ns, meta_hash_key,
    input  logic meta_gen, meta_bad, meta_oversize,
    input  logic [3:0] meta_interface,
    input  logic [11:0] meta_queue,
    input  logic meta_from_slow,
    output logic [7:0] out_reason,
    output logic [1:0] out_dest,
    output logic [2:0] out_copies,
    output logic [11:0] out_tenant, out_queue,
    output logic [6:0] out_prefix_bytes, out_edit_bytes,
    output logic [7:0] out_resume,
    output logic [13:0] out_length, out_count_bytes,
    output logic [8*directed_pkg::PREFIX-1:0] out_prefix,
    output logic [8*directed_pkg::EDIT-1:0] out_edit,
    input  logic bus_valid_i, bus_write_i,
    input  logic [7:0] bus_table_i,
    input  logic [23:0] bus_index_i,
    input  logic [BUS_W-1:0] bus_data_i,
    output logic bus_done_o,
    output logic [BUS_W-1:0] bus_data_o,
    output logic starving_o
);
  directed_kernel #(.LATENCY(14), .BUS_W(BUS_W)) kernel (.*);
endmodule
