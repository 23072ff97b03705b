// snic_regs_ring: Packet rings in host memory behind the slow ports; there on boards with DMA.
// Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.
//
// Contract: a write is one clock of wr_valid_i; a register or its _we_o
// pulse shows it in the next clock, with the word on wr_data_o. A read is
// one clock of rd_valid_i; rd_data_o has the word in the next clock, and
// is zero whenever the clock before had no read, so blocks can be ORed.
// Addresses are byte offsets in the block. Does not stall.
`default_nettype none

module snic_regs_ring (
    input wire clk,
    input wire rst,

    input wire wr_valid_i,
    input wire [15:0] wr_addr_i,
    input wire [31:0] wr_data_i,
    input wire rd_valid_i,
    input wire [15:0] rd_addr_i,
    output logic [31:0] rd_data_o,
    output logic [31:0] rx_base_lo_o,
    output logic [31:0] rx_base_hi_o,
    output logic [4:0] rx_control_o,
    output logic [15:0] rx_tail_o,
    input wire [9:0] rx_status_i,
    input wire [15:0] rx_head_i,
    input wire [63:0] rx_packets_i,
    input wire [63:0] rx_bytes_i,
    input wire [63:0] rx_errors_i,
    input wire [63:0] rx_drops_i,
    output logic [31:0] tx_base_lo_o,
    output logic [31:0] tx_base_hi_o,
    output logic [4:0] tx_control_o,
    output logic [15:0] tx_tail_o,
    input wire [9:0] tx_status_i,
    input wire [15:0] tx_head_i,
    input wire [63:0] tx_packets_i,
    input wire [63:0] tx_bytes_i,
    input wire [63:0] tx_errors_i
);

    logic [31:0] rd_data_d;
    logic [31:0] rx_packets_hi_q;
    logic [31:0] rx_bytes_hi_q;
    logic [31:0] rx_errors_hi_q;
    logic [31:0] rx_drops_hi_q;
    logic [31:0] tx_packets_hi_q;
    logic [31:0] tx_bytes_hi_q;
    logic [31:0] tx_errors_hi_q;

    // Bits 1:0 of a byte offset are zero: words only.
    logic unused_byte_lanes;
    assign unused_byte_lanes = ^{wr_addr_i[1:0], rd_addr_i[1:0]};

    always_ff @(posedge clk) begin
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10)
            rx_base_lo_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11)
            rx_base_hi_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12)
            rx_control_o <= wr_data_i[4:0];
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13)
            rx_tail_o <= wr_data_i[15:0];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h16)
            rx_packets_hi_q <= rx_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h18)
            rx_bytes_hi_q <= rx_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h1a)
            rx_errors_hi_q <= rx_errors_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h1c)
            rx_drops_hi_q <= rx_drops_i[63:32];
        if (wr_valid_i && wr_addr_i[15:2] == 14'h20)
            tx_base_lo_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h21)
            tx_base_hi_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h22)
            tx_control_o <= wr_data_i[4:0];
        if (wr_valid_i && wr_addr_i[15:2] == 14'h23)
            tx_tail_o <= wr_data_i[15:0];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h26)
            tx_packets_hi_q <= tx_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h28)
            tx_bytes_hi_q <= tx_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h2a)
            tx_errors_hi_q <= tx_errors_i[63:32];
        if (rst) begin
            rx_base_lo_o <= 32'h0;
            rx_base_hi_o <= 32'h0;
            rx_control_o <= 5'h0;
            rx_tail_o <= 16'h0;
            rx_packets_hi_q <= '0;
            rx_bytes_hi_q <= '0;
            rx_errors_hi_q <= '0;
            rx_drops_hi_q <= '0;
            tx_base_lo_o <= 32'h0;
            tx_base_hi_o <= 32'h0;
            tx_control_o <= 5'h0;
            tx_tail_o <= 16'h0;
            tx_packets_hi_q <= '0;
            tx_bytes_hi_q <= '0;
            tx_errors_hi_q <= '0;
        end
    end

    always_comb begin
        rd_data_d = '0;
        unique case (rd_addr_i[15:2])
            14'h0: rd_data_d = 32'h52494e47;
            14'h1: rd_data_d = 32'h00000010;
            14'h2: rd_data_d = 32'h00002420;
            14'h10: rd_data_d = rx_base_lo_o;
            14'h11: rd_data_d = rx_base_hi_o;
            14'h12: rd_data_d = {27'b0, rx_control_o};
            14'h13: rd_data_d = {16'b0, rx_tail_o};
            14'h14: rd_data_d = {22'b0, rx_status_i};
            14'h15: rd_data_d = {16'b0, rx_head_i};
            14'h16: rd_data_d = rx_packets_i[31:0];
            14'h17: rd_data_d = rx_packets_hi_q;
            14'h18: rd_data_d = rx_bytes_i[31:0];
            14'h19: rd_data_d = rx_bytes_hi_q;
            14'h1a: rd_data_d = rx_errors_i[31:0];
            14'h1b: rd_data_d = rx_errors_hi_q;
            14'h1c: rd_data_d = rx_drops_i[31:0];
            14'h1d: rd_data_d = rx_drops_hi_q;
            14'h20: rd_data_d = tx_base_lo_o;
            14'h21: rd_data_d = tx_base_hi_o;
            14'h22: rd_data_d = {27'b0, tx_control_o};
            14'h23: rd_data_d = {16'b0, tx_tail_o};
            14'h24: rd_data_d = {22'b0, tx_status_i};
            14'h25: rd_data_d = {16'b0, tx_head_i};
            14'h26: rd_data_d = tx_packets_i[31:0];
            14'h27: rd_data_d = tx_packets_hi_q;
            14'h28: rd_data_d = tx_bytes_i[31:0];
            14'h29: rd_data_d = tx_bytes_hi_q;
            14'h2a: rd_data_d = tx_errors_i[31:0];
            14'h2b: rd_data_d = tx_errors_hi_q;
            default: rd_data_d = '0;
        endcase
    end

    always_ff @(posedge clk) rd_data_o <= rd_valid_i ? rd_data_d : '0;

endmodule

`default_nettype wire
