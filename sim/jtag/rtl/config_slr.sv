// Configuration logic of one super logic region: the packet processor of UG470 chapter 5 and UG570
// chapter 9, from the sync word on.
//
// It takes aligned 32-bit words. Type 1 and type 2 packets write registers; the CRC is CRC-32C over
// the 5-bit register address and the 32-bit word of each write, low bits first, data first,
// checked by a write of the CRC register and cleared by it and by command RCRC. A word written to
// BOUT goes to the next region of the stack. A wrong identification code or CRC ends configuration:
// frames and START are refused until the next clear. A read leaves its word in read_word_o.
// What it does not do: frames are counted, not kept; readback of frames; decryption; fallback.
module config_slr (
  input  logic        tck_i,
  input  logic        clear_i,         // PROGRAM_B, or the power-on clear
  input  logic [31:0] idcode_i,        // bits 27:0 are compared: 31:28 are the revision
  input  logic        word_valid_i,
  input  logic [31:0] word_i,
  input  logic [31:0] stat_i,          // what a read of STAT returns
  output logic        synced_o,
  output logic        crc_error_o,
  output logic        id_error_o,
  output logic        bad_packet_o,
  output logic        ghigh_o,
  output logic        started_o,       // START was taken
  output logic [31:0] frame_words_o,
  output logic [31:0] usercode_o,      // register AXSS
  output logic [31:0] read_word_o,
  output logic        next_valid_o,
  output logic [31:0] next_word_o
);
  localparam logic [31:0] Sync = 32'hAA995566;
  localparam logic [4:0] RegCrc = 5'd0, RegFdri = 5'd2, RegCmd = 5'd4, RegStat = 5'd7,
      RegIdcode = 5'd12, RegAxss = 5'd13, RegBout = 5'd30;
  localparam logic [4:0] CmdWcfg = 5'd1, CmdLfrm = 5'd3, CmdStart = 5'd5, CmdRcrc = 5'd7,
      CmdDesync = 5'd13;

  logic        synced_q = 0, crc_error_q = 0, id_error_q = 0, bad_q = 0, ghigh_q = 0, start_q = 0;
  logic        id_ok_q = 0, writing_q = 0;
  logic [4:0]  address_q = 0, command_q = 0;
  logic [26:0] left_q = 0;
  logic [31:0] crc_q = 0, frames_q = 0, usercode_q = 0, read_q = 0, idcode_q = 0;

  // Reflected Castagnoli polynomial; 37 bits at once.
  function automatic logic [31:0] crc37(input logic [31:0] crc, input logic [36:0] data);
    crc37 = crc;
    for (int k = 0; k < 37; k++) begin
      crc37 = (crc37 >> 1) ^ ((crc37[0] ^ data[k]) ? 32'h82F63B78 : 32'd0);
    end
  endfunction

  function automatic logic [31:0] register_value(input logic [4:0] address);
    case (address)
      RegCrc:    register_value = crc_q;
      RegStat:   register_value = stat_i;
      RegIdcode: register_value = idcode_i;
      RegAxss:   register_value = usercode_q;
      RegCmd:    register_value = {27'd0, command_q};
      default:   register_value = '0;
    endcase
  endfunction

  wire failed = crc_error_q || id_error_q;

  always_ff @(posedge tck_i) begin
    next_valid_o <= 1'b0;
    if (clear_i) begin
      {synced_q, crc_error_q, id_error_q, bad_q, ghigh_q, start_q, id_ok_q, writing_q} <= '0;
      {left_q, crc_q, frames_q, usercode_q, command_q} <= '0;
    end else if (word_valid_i) begin
      if (!synced_q) begin
        synced_q <= word_i == Sync;
      end else if (left_q != 0) begin
        left_q <= left_q - 27'd1;
        if (writing_q) begin
          if (address_q != RegBout) crc_q <= crc37(crc_q, {address_q, word_i});
          case (address_q)
            RegCrc: begin
              if (word_i != crc_q) crc_error_q <= 1'b1;
              crc_q <= '0;
            end
            RegFdri: if (command_q == CmdWcfg && id_ok_q && !failed) frames_q <= frames_q + 32'd1;
            RegIdcode: begin
              idcode_q <= word_i;
              if (word_i[27:0] != idcode_i[27:0]) id_error_q <= 1'b1;
              else id_ok_q <= 1'b1;
            end
            RegAxss: usercode_q <= word_i;
            RegCmd: begin
              command_q <= word_i[4:0];
              case (word_i[4:0])
                CmdLfrm:   ghigh_q <= !failed;
                CmdStart:  if (!failed && id_ok_q && frames_q != 0) start_q <= 1'b1;
                CmdRcrc:   crc_q <= '0;
                CmdDesync: synced_q <= 1'b0;
                default: ;
              endcase
            end
            RegBout: begin
              next_valid_o <= 1'b1;
              next_word_o  <= word_i;
            end
            default: ;
          endcase
        end
      end else begin
        case (word_i[31:29])
          3'b001: begin
            address_q <= word_i[17:13];
            writing_q <= word_i[28:27] == 2'b10;
            left_q    <= word_i[28:27] == 2'b10 ? {16'd0, word_i[10:0]} : '0;
            if (word_i[28:27] == 2'b01) read_q <= register_value(word_i[17:13]);
          end
          3'b010: left_q <= writing_q ? word_i[26:0] : '0;
          default: if (word_i != Sync && word_i != '1) bad_q <= 1'b1;
        endcase
      end
    end
  end

  assign synced_o      = synced_q;
  assign crc_error_o   = crc_error_q;
  assign id_error_o    = id_error_q;
  assign bad_packet_o  = bad_q;
  assign ghigh_o       = ghigh_q;
  assign started_o     = start_q;
  assign frame_words_o = frames_q;
  assign usercode_o    = usercode_q;
  assign read_word_o   = read_q;
endmodule
