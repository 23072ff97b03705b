// A board as its BAR0 shows it: Corundum's firmware block and flash block, with the parts behind.
// Register offsets and bits are those of Corundum's blocks FFFFFFFF v0x100, C120 and C121 v0x200.
//
// One access an edge of clk. A write is seen by the part one edge later, and a read sees the pins
// as they were before: what the access before changed is not there yet, as across a real bridge.
module flash_board #(
  parameter int KIND = 0  // 0 SPI, 1 two SPI chips (one clock line for both), 2 BPI, 3 BPI MT28GU
) (
  input  logic        clk,
  input  logic        por_i,
  input  logic [31:0] elapsed_ns_i,
  input  logic [31:0] chaos_i,
  input  logic        write_i,
  input  logic [31:0] address_i,
  input  logic [31:0] data_i,
  output logic [31:0] data_o,

  input  logic [31:0] fpga_id_i,
  input  logic [31:0] board_id_i,
  input  logic [31:0] format_i,
  input  logic [65:0] bad_erase_i,
  input  logic [65:0] bad_program_i,
  input  logic [65:0] stuck_i,
  input  logic [7:0]  stuck_low_i,
  input  logic [7:0]  stuck_high_i,

  output logic [31:0] boots_o,   // times that the FPGA was told to load itself again
  output logic        busy_o,
  output logic [31:0] misuse_o
);
  localparam logic [31:0] BLOCK = 32'h40;
  localparam logic [31:0] BOOT = 32'hFEE1_DEAD;
  localparam logic [31:0] REG_FPGA_ID = 32'h0C;
  localparam logic [31:0] REG_FORMAT = BLOCK + 32'h0C;

  logic [31:0] flash_data;

  always_ff @(posedge clk or negedge clk)
    if (por_i) boots_o <= boots_o;
    else if (write_i && data_i == BOOT && address_i inside {REG_FPGA_ID, REG_FORMAT})
      boots_o <= boots_o + 1;

  always_ff @(posedge clk or negedge clk)
    case (address_i)
      32'h00: data_o <= 32'hFFFF_FFFF;
      32'h04: data_o <= 32'h0000_0100;
      32'h08: data_o <= BLOCK;
      REG_FPGA_ID: data_o <= fpga_id_i;
      32'h10: data_o <= 32'h0000_0000;
      32'h14: data_o <= 32'h0001_0000;
      32'h18: data_o <= board_id_i;
      32'h1C: data_o <= 32'h0001_0000;
      32'h20: data_o <= 32'h6580_0000;
      BLOCK: data_o <= KIND < 2 ? 32'h0000_C120 : 32'h0000_C121;
      BLOCK + 32'h04: data_o <= 32'h0000_0200;
      REG_FORMAT: data_o <= format_i;
      default: data_o <= flash_data;
    endcase

  if (KIND < 2) begin : g_spi
    localparam int CHIPS = KIND + 1;
    localparam logic [31:0] IDLE_PINS = 32'h0002_0000;
    logic        sclk;
    logic [1:0]  cs_n, busy;
    logic [3:0]  dq_out[2], dq_drive[2], dq_in[2], chip_out[2], chip_drive[2];
    logic [31:0] misuse[2];

    always_ff @(posedge clk or negedge clk)
      if (por_i) begin
        {sclk, cs_n} <= {1'b0, 2'b11};
        for (int i = 0; i < 2; i++) {dq_drive[i], dq_out[i]} <= 8'd0;
      end else if (write_i)
        for (int i = 0; i < CHIPS; i++)
          if (address_i == BLOCK + 32'h10 + 4 * i)
            {cs_n[i], sclk, dq_drive[i], dq_out[i]} <=
                {data_i[17], data_i[16], data_i[11:8], data_i[3:0]};

    for (genvar i = 0; i < 2; i++) begin : g_pins
      // Lines that nobody drives are pulled up.
      assign dq_in[i] = (dq_drive[i] & dq_out[i]) | (chip_drive[i] & ~dq_drive[i] & chip_out[i])
          | ~(dq_drive[i] | chip_drive[i]);
    end

    always_comb
      if (address_i == BLOCK + 32'h10)
        flash_data = {14'd0, cs_n[0], sclk, 4'd0, dq_drive[0], 4'd0, dq_in[0]};
      else if (CHIPS == 2 && address_i == BLOCK + 32'h14)
        flash_data = {14'd0, cs_n[1], sclk, 4'd0, dq_drive[1], 4'd0, dq_in[1]};
      else flash_data = 32'd0;

    for (genvar i = 0; i < CHIPS; i++) begin : g_chip
      flash_spi_nor #(
        .SIZE_LOG2(KIND == 0 ? 26 : 25)
      ) u_nor (
        .clk, .por_i, .elapsed_ns_i, .chaos_i(chaos_i + 32'(i) * 77),
        .cs_n_i(cs_n[i]), .sclk_i(sclk), .dq_i(dq_in[i]),
        .dq_o(chip_out[i]), .dq_oe_o(chip_drive[i]),
        .bad_erase_i(bad_erase_i[33*i+:33]), .bad_program_i(bad_program_i[33*i+:33]),
        .stuck_i(stuck_i[33*i+:33]), .stuck_low_i, .stuck_high_i,
        .busy_o(busy[i]), .misuse_o(misuse[i])
      );
    end
    if (CHIPS == 1) begin : g_one
      assign {chip_out[1], chip_drive[1], misuse[1], busy[1]} = '0;
    end
    assign busy_o = |busy;
    assign misuse_o = misuse[0] + misuse[1];
  end else begin : g_bpi
    logic [31:0] addr;
    logic [15:0] dq_out, dq_in, chip_out;
    logic        ce_n, oe_n, we_n, adv_n, drive, region, chip_drive;

    always_ff @(posedge clk or negedge clk)
      if (por_i) {addr, dq_out, region, drive, adv_n, we_n, oe_n, ce_n} <= {48'd0, 2'b00, 4'hF};
      else if (write_i)
        case (address_i)
          BLOCK + 32'h10: addr <= data_i;
          BLOCK + 32'h14: dq_out <= data_i[15:0];
          BLOCK + 32'h18: {region, drive, adv_n, we_n, oe_n, ce_n} <=
              {data_i[16], data_i[8], data_i[3:0]};
          default: ;
        endcase

    assign dq_in = drive ? dq_out : chip_drive ? chip_out : 16'hFFFF;
    always_comb
      case (address_i)
        BLOCK + 32'h10: flash_data = addr;
        BLOCK + 32'h14: flash_data = {16'd0, dq_in};
        BLOCK + 32'h18: flash_data = {15'd0, region, 7'd0, drive, 4'd0, adv_n, we_n, oe_n, ce_n};
        default: flash_data = 32'd0;
      endcase

    flash_cfi_nor #(
      .SIZE_LOG2(26), .MICRON(KIND == 3 ? 1 : 0)
    ) u_nor (
      .clk, .por_i, .elapsed_ns_i, .chaos_i,
      .ce_n_i(ce_n), .oe_n_i(oe_n), .we_n_i(we_n), .adv_n_i(adv_n),
      .addr_i(region ? addr : addr & 32'h00FF_FFFF), .dq_i(dq_in),
      .dq_o(chip_out), .dq_oe_o(chip_drive),
      .bad_erase_i(bad_erase_i[32:0]), .bad_program_i(bad_program_i[32:0]),
      .stuck_i(stuck_i[32:0]), .stuck_low_i, .stuck_high_i, .busy_o, .misuse_o
    );
  end
endmodule
