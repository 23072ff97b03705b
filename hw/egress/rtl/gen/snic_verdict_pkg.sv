// snic_verdict_pkg: how much of a frame a verdict can write anew, and the reason of egress.
// Generated from the kernels by SmartNic.Registers.Tool.
// Do not edit.
`default_nettype none

package snic_verdict_pkg;

  localparam int PREFIX_BYTES = 112;
  localparam int EDIT_BYTES = 64;
  localparam logic [7:0] REASON_QUEUE_FULL = 8'he0;

endpackage

`default_nettype wire
