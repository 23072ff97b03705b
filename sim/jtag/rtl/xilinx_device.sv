// A 7-series or UltraScale+ part as its JTAG pins see it: TAP, instructions, configuration logic of
// one to four super logic regions, startup, and the USER1/USER4 registers of the design in it.
//
// The instruction register has 6 bits a region; the most significant 6 belong to the region with
// the configuration interface. An instruction for that region has 100100 in all others, one for
// the whole part has the same code everywhere (BSDL of XC7V2000T and XCVU9P). Its capture is, per
// region, DONE, INIT, ISC_ENABLED, ISC_DONE, 01 (UG470 table 6-3).
// The design is told by the USERCODE that the stream wrote: 32'h5350_0001 is a bridge to the SPI
// flash with bscan_spi's framing, 32'h5350_0002 one with spiOverJtag's; any other has no bridge.
module xilinx_device (
  input  logic        tck_i,
  input  logic        tms_i,
  input  logic        tdi_i,
  output logic        tdo_o,
  input  logic [31:0] now_us_i,         // time; configuration memory takes clear_us_i to clear
  input  logic [31:0] clear_us_i,
  input  logic [2:0]  regions_i,        // 1 .. 4
  input  logic [31:0] idcode_i,
  input  logic [31:0] slave_idcode_i [3],
  input  logic        hold_done_i,      // something on the board holds DONE low
  input  logic        hold_init_i,      // something on the board holds INIT_B low
  output logic        done_o,
  output logic        configured_o,
  output logic [31:0] stat_o,
  output logic [31:0] frame_words_o,
  output logic        spi_csn_o,
  output logic        spi_sck_o,
  output logic        spi_mosi_o,
  input  logic        spi_miso_i
);
  localparam logic [5:0] OpUser1 = 6'h02, OpCfgOut = 6'h04, OpCfgIn = 6'h05, OpUsercode = 6'h08,
      OpIdcode = 6'h09, OpJprogram = 6'h0B, OpJstart = 6'h0C, OpUser4 = 6'h23, OpNone = 6'h24,
      OpBypass = 6'h3F;

  logic [23:0] ir;
  logic ir_update, tap_reset, idle, capture, shift, update, dr_tdo;
  logic init_b;

  wire [4:0] ir_length = 5'd6 * {2'b0, regions_i};
  wire [5:0] ir_slot = {done_o, init_b, 1'b0, configured_o, 2'b01};

  jtag_tap u_tap (
    .tck_i, .tms_i, .tdi_i, .tdo_o, .ir_length_i(ir_length), .ir_capture_i({4{ir_slot}}),
    .ir_reset_i({4{OpIdcode}}), .ir_o(ir), .ir_update_o(ir_update), .reset_o(tap_reset),
    .idle_o(idle), .capture_dr_o(capture), .shift_dr_o(shift), .update_dr_o(update),
    .dr_tdo_i(dr_tdo)
  );

  // The instruction, for the whole part or for the first region alone.
  logic [5:0] slot [4];
  logic [5:0] code;
  logic whole, alone;
  always_comb begin
    for (int i = 0; i < 4; i++) slot[i] = ir[i*6 +: 6];
    code  = slot[2'(regions_i - 3'd1)];
    whole = 1'b1;
    alone = 1'b1;
    for (int i = 0; i < 3; i++) begin
      if (i < int'(regions_i) - 1) begin
        whole &= slot[i] == code;
        alone &= slot[i] == OpNone;
      end
    end
  end

  wire is_idcode = whole && code == OpIdcode;
  wire is_cfg_in = alone && code == OpCfgIn;
  wire is_cfg_out = alone && code == OpCfgOut;
  wire is_usercode = alone && code == OpUsercode;
  wire is_user1 = alone && code == OpUser1 && configured_o;
  wire is_user4 = alone && code == OpUser4 && configured_o;
  wire is_jstart = whole && code == OpJstart;
  wire is_jprogram = whole && code == OpJprogram;

  // Configuration memory is cleared by JPROGRAM, and takes its time.
  logic        clearing_q = 1'b0;
  logic [31:0] clear_from_q = '0;
  always_ff @(posedge tck_i) begin
    if (ir_update && is_jprogram) begin
      clearing_q   <= 1'b1;
      clear_from_q <= now_us_i;
    end else if (clearing_q && now_us_i - clear_from_q >= clear_us_i) begin
      clearing_q <= 1'b0;
    end
  end

  // Bits of CFG_IN to words: found by the sync word, at any alignment.
  logic [31:0] bits_q = '0;
  logic [4:0]  bit_count_q = '0;
  logic        aligned_q = 1'b0, word_valid_q = 1'b0, synced_q = 1'b0;
  logic [31:0] word_q = '0;
  wire  [31:0] bits_d = {bits_q[30:0], tdi_i};
  logic [3:0]  synced;
  always_ff @(posedge tck_i) begin
    word_valid_q <= 1'b0;
    if (clearing_q) begin
      aligned_q <= 1'b0;
      bits_q    <= '0;
    end else if (is_cfg_in && shift) begin
      bits_q      <= bits_d;
      bit_count_q <= bit_count_q + 5'd1;
      if (!aligned_q && bits_d == 32'hAA995566) begin
        aligned_q    <= 1'b1;
        bit_count_q  <= '0;
        word_valid_q <= 1'b1;
        word_q       <= bits_d;
      end else if (aligned_q && bit_count_q == 5'd31) begin
        word_valid_q <= 1'b1;
        word_q       <= bits_d;
      end
    end
    synced_q <= synced[0];
    if (synced_q && !synced[0]) aligned_q <= 1'b0;  // DESYNC was taken
  end

  // The regions; each feeds the next.
  logic [3:0]  crc_error, id_error, bad_packet, ghigh, started;
  logic [31:0] frames [4], usercode [4], read_word [4], next_word [5], ids [4];
  logic [4:0]  next_valid;
  assign next_valid[0] = word_valid_q;
  assign next_word[0]  = word_q;
  assign ids[0]        = idcode_i;
  for (genvar g = 1; g < 4; g++) begin : g_ids
    assign ids[g] = slave_idcode_i[g-1];
  end
  for (genvar g = 0; g < 4; g++) begin : g_regions
    config_slr u_slr (
      .tck_i, .clear_i(clearing_q), .idcode_i(ids[g]), .word_valid_i(next_valid[g]),
      .word_i(next_word[g]), .stat_i(stat_o), .synced_o(synced[g]), .crc_error_o(crc_error[g]),
      .id_error_o(id_error[g]), .bad_packet_o(bad_packet[g]), .ghigh_o(ghigh[g]),
      .started_o(started[g]), .frame_words_o(frames[g]), .usercode_o(usercode[g]),
      .read_word_o(read_word[g]), .next_valid_o(next_valid[g+1]), .next_word_o(next_word[g+1])
    );
  end

  logic all_started, any_crc, any_id;
  always_comb begin
    all_started   = 1'b1;
    any_crc       = 1'b0;
    any_id        = 1'b0;
    frame_words_o = '0;
    for (int i = 0; i < 4; i++) begin
      if (i < int'(regions_i)) begin
        all_started &= started[i] && !synced[i];
        any_crc |= crc_error[i];
        any_id |= id_error[i];
        frame_words_o += frames[i];
      end
    end
  end

  // Startup: one phase a TCK in Run-Test/Idle with JSTART; DONE at phase 4, which it waits for.
  logic [2:0] phase_q = '0;
  wire done_released = phase_q >= 3'd4;
  always_ff @(posedge tck_i) begin
    if (clearing_q) phase_q <= '0;
    else if (is_jstart && idle && (phase_q == 0 ? all_started : phase_q != 3'd7)
             && (phase_q != 3'd4 || done_o)) begin
      phase_q <= phase_q + 3'd1;
    end
  end
  assign done_o       = done_released && !hold_done_i;
  assign configured_o = phase_q == 3'd7;
  assign init_b       = !(clearing_q || any_crc || any_id || hold_init_i);
  wire init_complete  = !clearing_q;

  // UG470 table 5-25, UG570 table 9-25. M[2:0] = 001: the board boots from SPI.
  assign stat_o = {
    2'b0, bad_packet[0], 8'b0, phase_q, 1'b0, 1'b0, any_id, done_o, done_released,
    init_b, init_complete, 3'b001, ghigh[0], configured_o, phase_q >= 3'd5, configured_o,
    1'b1, 1'b1, 1'b0, any_crc
  };

  // Data registers.
  logic [31:0] dr_q = '0;
  logic        bypass_q = '0;
  logic [4:0]  out_index_q = '0;
  always_ff @(posedge tck_i) begin
    if (capture) begin
      bypass_q    <= 1'b0;
      out_index_q <= 5'd31;
      dr_q        <= is_idcode ? idcode_i : usercode[0];
    end else if (shift) begin
      bypass_q    <= tdi_i;
      out_index_q <= out_index_q - 5'd1;
      dr_q        <= {tdi_i, dr_q[31:1]};
    end
  end

  logic bridge_tdo, version_tdo;
  always_comb begin
    dr_tdo = bypass_q;
    if (is_idcode || is_usercode) dr_tdo = dr_q[0];
    if (is_cfg_in) dr_tdo = 1'b0;
    if (is_cfg_out) dr_tdo = read_word[0][out_index_q];
    if (is_user1) dr_tdo = bridge_tdo;
    if (is_user4) dr_tdo = version_tdo;
  end

  wire counted = usercode[0] == 32'h5350_0002;
  wire bridge  = usercode[0] == 32'h5350_0001 || counted;
  spi_bridge u_bridge (
    .tck_i, .tdi_i, .tdo_o(bridge_tdo), .version_tdo_o(version_tdo), .counted_i(counted),
    .select_i(is_user1 && bridge), .version_select_i(is_user4 && counted),
    .capture_i(capture), .shift_i(shift), .update_i(update),
    .csn_o(spi_csn_o), .sck_o(spi_sck_o), .mosi_o(spi_mosi_o), .miso_i(spi_miso_i)
  );

  wire unused = &{1'b0, tap_reset, next_valid[4], next_word[4], read_word[1], read_word[2],
                  read_word[3], usercode[1], usercode[2], usercode[3], bad_packet[3:1],
                  ghigh[3:1], OpBypass};
endmodule
