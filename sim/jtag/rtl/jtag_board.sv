// The JTAG side of a board: up to four parts in a chain from TDI to TDO (a part of another maker,
// an FPGA, a second FPGA, another part of another maker), and the SPI flash that the FPGAs boot
// from. Which of them there are, and which parts the FPGAs are, are inputs.
module jtag_board (
  input  logic        tck_i,
  input  logic        tms_i,
  input  logic        tdi_i,
  output logic        tdo_o,
  input  logic [3:0]  present_i,        // bit 0 is nearest to TDI
  input  logic [31:0] now_us_i,
  input  logic [31:0] clear_us_i,
  input  logic [2:0]  regions_i [2],
  input  logic [31:0] idcode_i [2],
  input  logic [31:0] slave_idcode_i [6],
  input  logic        hold_done_i,
  input  logic        hold_init_i,
  output logic [1:0]  configured_o,
  output logic [31:0] stat_o [2],
  output logic [31:0] frame_words_o [2],
  input  logic        flash_clk_i,      // the flash looks at its pins; after each edge of TCK
  input  logic [31:0] flash_elapsed_ns_i,
  input  logic        flash_por_i,
  input  logic [31:0] flash_chaos_i,
  output logic        flash_csn_o,
  output logic [31:0] flash_misuse_o
);
  localparam int FLASH_SIZE_LOG2 = 24;
  logic [4:0] link /* verilator split_var */;
  logic [3:0] tdo;
  logic [1:0] csn, sck, mosi, done;
  logic [3:0] dq, dq_oe;
  wire        miso = dq_oe[1] ? dq[1] : 1'b1;

  assign link[0] = tdi_i;
  for (genvar g = 0; g < 4; g++) begin : g_links
    assign link[g+1] = present_i[g] ? tdo[g] : link[g];
  end
  assign tdo_o = link[4];

  other_part u_first (
    .tck_i(tck_i && present_i[0]), .tms_i, .tdi_i(link[0]), .tdo_o(tdo[0])
  );
  for (genvar g = 0; g < 2; g++) begin : g_fpgas
    xilinx_device u_fpga (
      .tck_i(tck_i && present_i[g+1]), .tms_i, .tdi_i(link[g+1]), .tdo_o(tdo[g+1]), .now_us_i,
      .clear_us_i, .regions_i(regions_i[g]), .idcode_i(idcode_i[g]),
      .slave_idcode_i(slave_idcode_i[g*3 +: 3]), .hold_done_i, .hold_init_i, .done_o(done[g]),
      .configured_o(configured_o[g]), .stat_o(stat_o[g]), .frame_words_o(frame_words_o[g]),
      .spi_csn_o(csn[g]), .spi_sck_o(sck[g]), .spi_mosi_o(mosi[g]), .spi_miso_i(miso)
    );
  end
  other_part u_last (
    .tck_i(tck_i && present_i[3]), .tms_i, .tdi_i(link[3]), .tdo_o(tdo[3])
  );

  wire flash_sck  = csn[0] ? sck[1] : sck[0];
  wire flash_mosi = csn[0] ? mosi[1] : mosi[0];
  assign flash_csn_o = &csn;
  flash_spi_nor #(.SIZE_LOG2(FLASH_SIZE_LOG2)) u_flash (
    .clk(flash_clk_i), .por_i(flash_por_i), .elapsed_ns_i(flash_elapsed_ns_i),
    .chaos_i(flash_chaos_i), .cs_n_i(flash_csn_o), .sclk_i(flash_sck),
    .dq_i({3'b111, flash_mosi}), .dq_o(dq), .dq_oe_o(dq_oe), .bad_erase_i('0),
    .bad_program_i('0), .stuck_i('0), .stuck_low_i('0), .stuck_high_i('0), .busy_o(),
    .misuse_o(flash_misuse_o)
  );

  wire unused = &{1'b0, done, dq, dq_oe};
endmodule
