// What a frame of core_tb says, and what a directed kernel makes of it: its first bytes are the
// verdict, so that any input can be sent to any output with any edit.
package directed_pkg;
  localparam int PREFIX = snic_verdict_pkg::PREFIX_BYTES;
  localparam int EDIT   = snic_verdict_pkg::EDIT_BYTES;

  typedef struct packed {
    logic [31:0] id;
    logic [11:0] to;  // host queue
    logic [13:0] length;
    logic [6:0]  edit_bytes;
    logic [6:0]  prefix_bytes;
    logic [7:0]  resume;
    logic [2:0]  copies;
    logic [1:0]  dest;
  } order_t;
  localparam int ORDER_BYTES = ($bits(order_t) + 7) / 8;

  function automatic logic [7:0] mix(input logic [31:0] id, input int kind, input int i);
    logic [31:0] x;
    x = (id + 1) * 32'd2654435761 + (4 * i + kind) * 32'd40503 + (i >> 6) * 32'd977;
    return x[23:16] ^ x[7:0];
  endfunction

  // byte i of the frame that says this
  function automatic logic [7:0] frame_byte(input order_t order, input int i);
    logic [8*ORDER_BYTES-1:0] bits;
    bits = (8 * ORDER_BYTES)'(order);
    return i < ORDER_BYTES ? bits[8*(i % ORDER_BYTES) +: 8] : mix(order.id, 0, i);
  endfunction

  function automatic logic [7:0] prefix_byte(input order_t order, input int i);
    return mix(order.id, 1, i);
  endfunction

  function automatic logic [7:0] edit_byte(input order_t order, input int i);
    return mix(order.id, 2, i);
  endfunction

  // every reason but that of a full queue
  function automatic logic [7:0] reason_of(input order_t order);
    return 8'(order.id % 255 < snic_verdict_pkg::REASON_QUEUE_FULL ? order.id % 255
              : order.id % 255 + 1);
  endfunction
endpackage
