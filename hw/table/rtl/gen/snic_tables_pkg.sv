// snic_tables_pkg: sizes of the memories of an interface.
// Generated from the compiler's output by SmartNic.Registers.Tool.
// Do not edit.
`default_nettype none

package snic_tables_pkg;

  // Clocks from header to verdict.
  localparam int RX_LATENCY = 26;
  localparam int TX_LATENCY = 16;

  // The table bus: bits of its data, ids that answer.
  localparam int BUS_W = 2144;
  localparam logic [255:0] TABLES = 256'h1ffffff;

  localparam int RX_ENDPOINT_A_ID = 0;
  localparam int RX_ENDPOINT_A_DEPTH = 64;
  localparam int RX_ENDPOINT_A_WIDTH = 696;

  localparam int RX_ENDPOINT_B_ID = 1;
  localparam int RX_ENDPOINT_B_DEPTH = 64;
  localparam int RX_ENDPOINT_B_WIDTH = 696;

  localparam int RX_VNI_A_ID = 2;
  localparam int RX_VNI_A_DEPTH = 2048;
  localparam int RX_VNI_A_WIDTH = 296;

  localparam int RX_VNI_B_ID = 3;
  localparam int RX_VNI_B_DEPTH = 2048;
  localparam int RX_VNI_B_WIDTH = 296;

  localparam int RX_METER_ID = 4;
  localparam int RX_METER_DEPTH = 8192;
  localparam int RX_METER_WIDTH = 263;

  localparam int TX_PORT_ID = 5;
  localparam int TX_PORT_DEPTH = 8192;
  localparam int TX_PORT_WIDTH = 63;

  localparam int TX_FDB_A_ID = 6;
  localparam int TX_FDB_A_DEPTH = 4096;
  localparam int TX_FDB_A_WIDTH = 456;

  localparam int TX_FDB_B_ID = 7;
  localparam int TX_FDB_B_DEPTH = 4096;
  localparam int TX_FDB_B_WIDTH = 456;

  localparam int TX_NEXT_HOP_ID = 8;
  localparam int TX_NEXT_HOP_DEPTH = 8192;
  localparam int TX_NEXT_HOP_WIDTH = 961;

  localparam int TX_METER_ID = 9;
  localparam int TX_METER_DEPTH = 8192;
  localparam int TX_METER_WIDTH = 263;

  localparam int RX_METER_STATE_ID = 10;
  localparam int RX_METER_STATE_DEPTH = 4096;
  localparam int RX_METER_STATE_WIDTH = 235;

  localparam int TX_METER_STATE_ID = 11;
  localparam int TX_METER_STATE_DEPTH = 4096;
  localparam int TX_METER_STATE_WIDTH = 235;

  localparam int RX_POLICY_ID = 12;
  localparam int RX_POLICY_DEPTH = 8192;
  localparam int RX_POLICY_WIDTH = 26;

  localparam int RX_SOURCE_A_ID = 13;
  localparam int RX_SOURCE_A_DEPTH = 4096;
  localparam int RX_SOURCE_A_WIDTH = 568;

  localparam int RX_SOURCE_B_ID = 14;
  localparam int RX_SOURCE_B_DEPTH = 4096;
  localparam int RX_SOURCE_B_WIDTH = 568;

  localparam int RX_LINK_A_ID = 15;
  localparam int RX_LINK_A_DEPTH = 256;
  localparam int RX_LINK_A_WIDTH = 2136;

  localparam int RX_LINK_B_ID = 16;
  localparam int RX_LINK_B_DEPTH = 256;
  localparam int RX_LINK_B_WIDTH = 2136;

  localparam int TX_SEND_METER_ID = 17;
  localparam int TX_SEND_METER_DEPTH = 8192;
  localparam int TX_SEND_METER_WIDTH = 263;

  localparam int TX_SEND_METER_STATE_ID = 18;
  localparam int TX_SEND_METER_STATE_DEPTH = 4096;
  localparam int TX_SEND_METER_STATE_WIDTH = 235;

  localparam int RX_FIREWALL_COLUMNS_ID = 19;
  localparam int RX_FIREWALL_COLUMNS_DEPTH = 4096;
  localparam int RX_FIREWALL_COLUMNS_WIDTH = 512;

  localparam int RX_FIREWALL_ALLOWED_ID = 20;
  localparam int RX_FIREWALL_ALLOWED_DEPTH = 2;
  localparam int RX_FIREWALL_ALLOWED_WIDTH = 512;

  localparam int RX_FIREWALL_WORKLOAD_ID = 21;
  localparam int RX_FIREWALL_WORKLOAD_DEPTH = 8192;
  localparam int RX_FIREWALL_WORKLOAD_WIDTH = 515;

  localparam int TX_FIREWALL_COLUMNS_ID = 22;
  localparam int TX_FIREWALL_COLUMNS_DEPTH = 4096;
  localparam int TX_FIREWALL_COLUMNS_WIDTH = 512;

  localparam int TX_FIREWALL_ALLOWED_ID = 23;
  localparam int TX_FIREWALL_ALLOWED_DEPTH = 2;
  localparam int TX_FIREWALL_ALLOWED_WIDTH = 512;

  localparam int TX_FIREWALL_WORKLOAD_ID = 24;
  localparam int TX_FIREWALL_WORKLOAD_DEPTH = 8192;
  localparam int TX_FIREWALL_WORKLOAD_WIDTH = 515;

endpackage

`default_nettype wire
