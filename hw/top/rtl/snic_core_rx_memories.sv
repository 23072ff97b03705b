// The memories that the rx kernel looks up and updates, with their ports on the table bus.
//
// Contract: kernel ports as in ARCHITECTURE.md "Kernel ports" (lookup latency 2, read-modify-write
// latency 4); table bus as in snic_table_port, answering for the ids of this direction;
// `meter_starving_o` as in snic_rmw. Sizes and ids come from snic_tables_pkg.
`default_nettype none

module snic_core_rx_memories (
    input  wire          clk,
    input  wire          rst,

    input  wire          bus_valid_i,
    input  wire          bus_write_i,
    input  wire  [7:0]   bus_table_i,
    input  wire  [23:0]  bus_index_i,
    input  wire  [511:0] bus_data_i,
    output logic         bus_done_o,
    output logic [511:0] bus_data_o,

    input  wire  [$clog2(snic_tables_pkg::RX_ENDPOINT_A_DEPTH)-1:0] endpoint_a_rd_addr_i,
    output logic [snic_tables_pkg::RX_ENDPOINT_A_WIDTH-1:0] endpoint_a_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_ENDPOINT_B_DEPTH)-1:0] endpoint_b_rd_addr_i,
    output logic [snic_tables_pkg::RX_ENDPOINT_B_WIDTH-1:0] endpoint_b_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_VNI_A_DEPTH)-1:0] vni_a_rd_addr_i,
    output logic [snic_tables_pkg::RX_VNI_A_WIDTH-1:0] vni_a_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_VNI_B_DEPTH)-1:0] vni_b_rd_addr_i,
    output logic [snic_tables_pkg::RX_VNI_B_WIDTH-1:0] vni_b_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_POLICY_DEPTH)-1:0] policy_rd_addr_i,
    output logic [snic_tables_pkg::RX_POLICY_WIDTH-1:0] policy_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_SOURCE_A_DEPTH)-1:0] source_a_rd_addr_i,
    output logic [snic_tables_pkg::RX_SOURCE_A_WIDTH-1:0] source_a_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_SOURCE_B_DEPTH)-1:0] source_b_rd_addr_i,
    output logic [snic_tables_pkg::RX_SOURCE_B_WIDTH-1:0] source_b_rd_data_o,
    input  wire  [$clog2(snic_tables_pkg::RX_METER_DEPTH)-1:0] meter_config_rd_addr_i,
    output logic [snic_tables_pkg::RX_METER_WIDTH-1:0] meter_config_rd_data_o,

    input  wire          meter_valid_i,
    input  wire  [$clog2(snic_tables_pkg::RX_METER_STATE_DEPTH)-1:0] meter_addr_i,
    input  wire  [snic_tables_pkg::RX_METER_ARG_WIDTH-1:0] meter_arg_i,
    output logic [snic_tables_pkg::RX_METER_RESULT_WIDTH-1:0] meter_result_o,
    output logic         meter_starving_o
);

  // Responders on the table bus, and their places in `done` and `answer`.
  localparam int MEMORIES = 9;
  localparam int RX_ENDPOINT_A_N = 0;
  localparam int RX_ENDPOINT_B_N = 1;
  localparam int RX_VNI_A_N = 2;
  localparam int RX_VNI_B_N = 3;
  localparam int RX_METER_N = 4;
  localparam int RX_METER_STATE_N = 5;
  localparam int RX_POLICY_N = 6;
  localparam int RX_SOURCE_A_N = 7;
  localparam int RX_SOURCE_B_N = 8;

  logic [MEMORIES-1:0] done;
  logic [512*MEMORIES-1:0] answer;

  assign bus_done_o = |done;
  always_comb begin
    bus_data_o = '0;
    for (int i = 0; i < MEMORIES; i++) bus_data_o |= answer[512*i +: 512];
  end

  logic state_valid, state_write, state_done;
  logic [$clog2(snic_tables_pkg::RX_METER_STATE_DEPTH)-1:0] state_addr;
  logic [snic_tables_pkg::RX_METER_ARG_WIDTH-1:0] step_arg;
  logic [snic_tables_pkg::RX_METER_RESULT_WIDTH-1:0] step_result;
  logic [snic_tables_pkg::RX_METER_STATE_WIDTH-1:0] step_state, step_state_next;
  logic [snic_tables_pkg::RX_METER_STATE_WIDTH-1:0] state_to, state_from;

  snic_table #(
      .ID   (snic_tables_pkg::RX_ENDPOINT_A_ID),
      .WIDTH(snic_tables_pkg::RX_ENDPOINT_A_WIDTH),
      .DEPTH(snic_tables_pkg::RX_ENDPOINT_A_DEPTH)
  ) endpoint_a_table (
      .clk, .rst,
      .rd_addr_i(endpoint_a_rd_addr_i),
      .rd_data_o(endpoint_a_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_ENDPOINT_A_N]),
      .bus_data_o(answer[512*RX_ENDPOINT_A_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_ENDPOINT_B_ID),
      .WIDTH(snic_tables_pkg::RX_ENDPOINT_B_WIDTH),
      .DEPTH(snic_tables_pkg::RX_ENDPOINT_B_DEPTH)
  ) endpoint_b_table (
      .clk, .rst,
      .rd_addr_i(endpoint_b_rd_addr_i),
      .rd_data_o(endpoint_b_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_ENDPOINT_B_N]),
      .bus_data_o(answer[512*RX_ENDPOINT_B_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_VNI_A_ID),
      .WIDTH(snic_tables_pkg::RX_VNI_A_WIDTH),
      .DEPTH(snic_tables_pkg::RX_VNI_A_DEPTH)
  ) vni_a_table (
      .clk, .rst,
      .rd_addr_i(vni_a_rd_addr_i),
      .rd_data_o(vni_a_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_VNI_A_N]),
      .bus_data_o(answer[512*RX_VNI_A_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_VNI_B_ID),
      .WIDTH(snic_tables_pkg::RX_VNI_B_WIDTH),
      .DEPTH(snic_tables_pkg::RX_VNI_B_DEPTH)
  ) vni_b_table (
      .clk, .rst,
      .rd_addr_i(vni_b_rd_addr_i),
      .rd_data_o(vni_b_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_VNI_B_N]),
      .bus_data_o(answer[512*RX_VNI_B_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_METER_ID),
      .WIDTH(snic_tables_pkg::RX_METER_WIDTH),
      .DEPTH(snic_tables_pkg::RX_METER_DEPTH)
  ) meter_config_table (
      .clk, .rst,
      .rd_addr_i(meter_config_rd_addr_i),
      .rd_data_o(meter_config_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_METER_N]),
      .bus_data_o(answer[512*RX_METER_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_POLICY_ID),
      .WIDTH(snic_tables_pkg::RX_POLICY_WIDTH),
      .DEPTH(snic_tables_pkg::RX_POLICY_DEPTH)
  ) policy_table (
      .clk, .rst,
      .rd_addr_i(policy_rd_addr_i),
      .rd_data_o(policy_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_POLICY_N]),
      .bus_data_o(answer[512*RX_POLICY_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_SOURCE_A_ID),
      .WIDTH(snic_tables_pkg::RX_SOURCE_A_WIDTH),
      .DEPTH(snic_tables_pkg::RX_SOURCE_A_DEPTH)
  ) source_a_table (
      .clk, .rst,
      .rd_addr_i(source_a_rd_addr_i),
      .rd_data_o(source_a_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_SOURCE_A_N]),
      .bus_data_o(answer[512*RX_SOURCE_A_N +: 512])
  );

  snic_table #(
      .ID   (snic_tables_pkg::RX_SOURCE_B_ID),
      .WIDTH(snic_tables_pkg::RX_SOURCE_B_WIDTH),
      .DEPTH(snic_tables_pkg::RX_SOURCE_B_DEPTH)
  ) source_b_table (
      .clk, .rst,
      .rd_addr_i(source_b_rd_addr_i),
      .rd_data_o(source_b_rd_data_o),
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o(done[RX_SOURCE_B_N]),
      .bus_data_o(answer[512*RX_SOURCE_B_N +: 512])
  );

  // The meter: its state in a forwarding shell, the update step compiled from the kernel.
  snic_table_port #(
      .ID   (snic_tables_pkg::RX_METER_STATE_ID),
      .WIDTH(snic_tables_pkg::RX_METER_STATE_WIDTH),
      .DEPTH(snic_tables_pkg::RX_METER_STATE_DEPTH)
  ) meter_port (
      .clk, .rst,
      .bus_valid_i, .bus_write_i, .bus_table_i, .bus_index_i, .bus_data_i,
      .bus_done_o (done[RX_METER_STATE_N]),
      .bus_data_o (answer[512*RX_METER_STATE_N +: 512]),
      .mem_valid_o(state_valid),
      .mem_write_o(state_write),
      .mem_addr_o (state_addr),
      .mem_data_o (state_to),
      .mem_done_i (state_done),
      .mem_data_i (state_from)
  );

  snic_rmw #(
      .STATE_W (snic_tables_pkg::RX_METER_STATE_WIDTH),
      .ARG_W   (snic_tables_pkg::RX_METER_ARG_WIDTH),
      .RESULT_W(snic_tables_pkg::RX_METER_RESULT_WIDTH),
      .DEPTH   (snic_tables_pkg::RX_METER_STATE_DEPTH)
  ) meter (
      .clk, .rst,
      .valid_i     (meter_valid_i),
      .addr_i      (meter_addr_i),
      .arg_i       (meter_arg_i),
      .result_o    (meter_result_o),
      .state_o     (step_state),
      .arg_o       (step_arg),
      .state_next_i(step_state_next),
      .result_i    (step_result),
      .host_valid_i(state_valid),
      .host_write_i(state_write),
      .host_addr_i (state_addr),
      .host_data_i (state_to),
      .host_done_o (state_done),
      .host_data_o (state_from),
      .starving_o  (meter_starving_o)
  );

  snic_rx_kernel_meter_step step (
      .state     (step_state),
      .arg       (step_arg),
      .state_next(step_state_next),
      .result    (step_result)
  );

endmodule

`default_nettype wire
