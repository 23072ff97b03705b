// Refuses, at elaboration, a Corundum that the gateway does not fit into. It holds no logic.
//
// Contract: parameters are those of mqnic_app_block by their shorter names. What follows from the
// gateway's own parts (segments, tags, widths of a stream) is checked there.
module snic_corundum_checks #(
    parameter APP_ID             = 32'h534E4943,
    parameter APP_AXIS_IF_ENABLE = 1,
    parameter APP_CTRL_ENABLE    = 1,
    parameter APP_DMA_ENABLE     = 1,
    parameter PORTS_PER_IF       = 1,
    parameter AXIL_DATA_W        = 32,
    parameter AXIL_ADDR_W        = 24,
    parameter TX_TAG_W           = 16,
    parameter TX_USER_W          = TX_TAG_W + 1,
    parameter DATA_W             = 512,
    parameter KEEP_W             = DATA_W / 8,
    parameter SEG_DATA_W         = 256,
    parameter SEG_BE_W           = SEG_DATA_W / 8
) ();
  if (APP_ID != 32'h534E4943) begin : g_check_id
    $error("APP_ID is another application's: this one is 534E4943, SNIC");
  end
  if (APP_AXIS_IF_ENABLE == 0) begin : g_check_position
    $error("APP_AXIS_IF_ENABLE must be 1: the gateway sits there");
  end
  if (APP_CTRL_ENABLE == 0) begin : g_check_control
    $error("APP_CTRL_ENABLE must be 1: the driver needs registers");
  end
  if (APP_DMA_ENABLE == 0) begin : g_check_dma
    $error("APP_DMA_ENABLE must be 1: the packet rings need it");
  end
  if (PORTS_PER_IF != 1) begin : g_check_ports
    $error("PORTS_PER_IF must be 1");
  end
  if (AXIL_DATA_W != 32) begin : g_check_axil
    $error("AXIL_APP_CTRL_DATA_WIDTH must be 32");
  end
  if (AXIL_ADDR_W < 24) begin : g_check_bar
    $error("AXIL_APP_CTRL_ADDR_WIDTH must be at least 24: registers take 16 MiB");
  end
  if (TX_USER_W != TX_TAG_W + 1) begin : g_check_user
    $error("AXIS_IF_TX_USER_WIDTH must be TX_TAG_WIDTH + 1");
  end
  if (KEEP_W != DATA_W / 8 || SEG_BE_W != SEG_DATA_W / 8) begin : g_check_bytes
    $error("tkeep and byte enables must have a bit a byte");
  end
endmodule
