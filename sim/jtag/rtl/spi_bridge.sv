// The design of a bridge bitstream: the SPI flash on the configuration pins behind USER1.
//
// Two framings, as their authors document them; both wait for a first 1 bit (the bypass registers
// of other parts in the chain send 0), and both put TDI on MOSI half a TCK later:
//   counted_i = 0: bscan_spi (quartiq): 32 bits, most significant first, number of bits less one;
//     then that many bits with chip select low.
//   counted_i = 1: spiOverJtag 2 (openFPGALoader): 7 bits, least significant first: mode 1:0, low
//     5 bits of the number of bytes; with mode 0, 8 more bits of it follow; then the bytes. Mode 2:
//     chip select stays low until Update-DR. USER4: 1, 7 bits, then "02.00" in ASCII.
// SCK is TCK inverted while the register is captured or shifted: the flash samples at the falling
// edge of TCK and changes its output at the rising edge.
module spi_bridge (
  input  logic tck_i,
  input  logic tdi_i,
  output logic tdo_o,
  output logic version_tdo_o,
  input  logic counted_i,
  input  logic select_i,
  input  logic version_select_i,
  input  logic capture_i,
  input  logic shift_i,
  input  logic update_i,
  output logic csn_o,
  output logic sck_o,
  output logic mosi_o,
  input  logic miso_i
);
  typedef enum logic [2:0] {WAIT, HEAD, HEAD2, TRANSFER, END} state_e;
  localparam logic [39:0] Version = 40'h30_30_2E_32_30;  // "02.00", first character lowest

  state_e      state_q = WAIT;
  logic        csn_q = 1'b1, mosi_q = 1'b0;
  logic [5:0]  head_q = '0;
  logic [31:0] bits_q = '0;
  logic [1:0]  mode_q = '0;
  logic [6:0]  first_q = '0;
  wire  [6:0]  first_d = {tdi_i, first_q[6:1]};

  always_ff @(posedge tck_i) begin
    if (!select_i || capture_i || (update_i && counted_i)) begin
      state_q <= WAIT;
      csn_q   <= 1'b1;
    end else if (shift_i) begin
      mosi_q <= tdi_i;
      csn_q  <= state_q != TRANSFER;
      unique case (state_q)
        WAIT: begin
          head_q <= counted_i ? 6'd6 : 6'd31;
          if (tdi_i) state_q <= HEAD;
        end
        HEAD: begin
          head_q  <= head_q - 6'd1;
          first_q <= first_d;
          bits_q  <= {bits_q[30:0], tdi_i};
          if (head_q == 0) begin
            state_q <= TRANSFER;
            if (counted_i) begin
              mode_q <= first_d[1:0];
              bits_q <= {24'd0, first_d[6:2], 3'd0} - 32'd1;
              head_q <= 6'd7;
              if (first_d[1:0] == 2'd0) state_q <= HEAD2;
            end
          end
        end
        HEAD2: begin
          head_q <= head_q - 6'd1;
          bits_q <= bits_q + ({31'd0, tdi_i} << (5'd15 - head_q[4:0]));
          if (head_q == 0) state_q <= TRANSFER;
        end
        TRANSFER: begin
          bits_q <= bits_q - 32'd1;
          if (bits_q == 0 && !(counted_i && mode_q == 2'd2)) state_q <= END;
        end
        default: ;
      endcase
    end
  end

  assign csn_o  = csn_q;
  assign mosi_o = mosi_q;
  assign sck_o  = select_i && (capture_i || shift_i) && !tck_i;
  assign tdo_o  = miso_i;

  logic        version_on_q = 1'b0;
  logic [5:0]  version_count_q = '0;
  logic [39:0] version_q = '0;
  always_ff @(posedge tck_i) begin
    if (capture_i) begin
      version_on_q    <= 1'b0;
      version_count_q <= 6'd7;
      version_q       <= Version;
    end else if (version_select_i && shift_i) begin
      if (!version_on_q) version_on_q <= tdi_i;
      else if (version_count_q != 0) version_count_q <= version_count_q - 6'd1;
      if (version_on_q && version_count_q == 0) version_q <= {1'b1, version_q[39:1]};
    end
  end
  assign version_tdo_o = version_on_q && version_count_q == 0 ? version_q[0] : 1'b1;
endmodule
