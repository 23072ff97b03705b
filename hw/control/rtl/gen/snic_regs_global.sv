// snic_regs_global: Identity, generation and time; shared by all interfaces.
// Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.
//
// Contract: a write is one clock of wr_valid_i; a register or its _we_o
// pulse shows it in the next clock, with the word on wr_data_o. A read is
// one clock of rd_valid_i; rd_data_o has the word in the next clock, and
// is zero whenever the clock before had no read, so blocks can be ORed.
// Addresses are byte offsets in the block. Does not stall.
`default_nettype none

module snic_regs_global (
    input wire clk,
    input wire rst,

    input wire wr_valid_i,
    input wire [15:0] wr_addr_i,
    input wire [31:0] wr_data_i,
    input wire rd_valid_i,
    input wire [15:0] rd_addr_i,
    output logic [31:0] rd_data_o,
    input wire [31:0] if_count_i,
    input wire [31:0] data_w_i,
    input wire [31:0] tenants_i,
    output logic [31:0] scratch_o,
    output logic generation_o,
    input wire drained_i,
    input wire [63:0] time_ns_i,
    output logic [31:0] hash_key0_lo_o,
    output logic [31:0] hash_key0_hi_o,
    output logic [31:0] hash_key1_lo_o,
    output logic [31:0] hash_key1_hi_o,
    output logic [31:0] next_transaction_lo_o,
    output logic [31:0] next_transaction_hi_o,
    input wire [63:0] transaction_i,
    output logic [31:0] fence_o
);

    logic [31:0] rd_data_d;
    logic [31:0] time_ns_hi_q;
    logic [31:0] transaction_hi_q;

    // Bits 1:0 of a byte offset are zero: words only.
    logic unused_byte_lanes;
    assign unused_byte_lanes = ^{wr_addr_i[1:0], rd_addr_i[1:0]};

    always_ff @(posedge clk) begin
        if (wr_valid_i && wr_addr_i[15:2] == 14'h9)
            scratch_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'ha)
            generation_o <= wr_data_i[0];
        if (rd_valid_i && rd_addr_i[15:2] == 14'hc)
            time_ns_hi_q <= time_ns_i[63:32];
        if (wr_valid_i && wr_addr_i[15:2] == 14'he)
            hash_key0_lo_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'hf)
            hash_key0_hi_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10)
            hash_key1_lo_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11)
            hash_key1_hi_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12)
            next_transaction_lo_o <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13)
            next_transaction_hi_o <= wr_data_i;
        if (rd_valid_i && rd_addr_i[15:2] == 14'h14)
            transaction_hi_q <= transaction_i[63:32];
        if (wr_valid_i && wr_addr_i[15:2] == 14'h16)
            fence_o <= wr_data_i;
        if (rst) begin
            scratch_o <= 32'h0;
            generation_o <= 1'h0;
            time_ns_hi_q <= '0;
            hash_key0_lo_o <= 32'h0;
            hash_key0_hi_o <= 32'h0;
            hash_key1_lo_o <= 32'h0;
            hash_key1_hi_o <= 32'h0;
            next_transaction_lo_o <= 32'h0;
            next_transaction_hi_o <= 32'h0;
            transaction_hi_q <= '0;
            fence_o <= 32'h0;
        end
    end

    always_comb begin
        rd_data_d = '0;
        unique case (rd_addr_i[15:2])
            14'h0: rd_data_d = 32'h534e4943;
            14'h1: rd_data_d = 32'h00000001;
            14'h2: rd_data_d = 32'h78ddc024;
            14'h3: rd_data_d = 32'h78918d31;
            14'h4: rd_data_d = if_count_i;
            14'h5: rd_data_d = 32'h00010000;
            14'h6: rd_data_d = 32'h00010000;
            14'h7: rd_data_d = data_w_i;
            14'h8: rd_data_d = tenants_i;
            14'h9: rd_data_d = scratch_o;
            14'ha: rd_data_d = {31'b0, generation_o};
            14'hb: rd_data_d = {31'b0, drained_i};
            14'hc: rd_data_d = time_ns_i[31:0];
            14'hd: rd_data_d = time_ns_hi_q;
            14'he: rd_data_d = hash_key0_lo_o;
            14'hf: rd_data_d = hash_key0_hi_o;
            14'h10: rd_data_d = hash_key1_lo_o;
            14'h11: rd_data_d = hash_key1_hi_o;
            14'h12: rd_data_d = next_transaction_lo_o;
            14'h13: rd_data_d = next_transaction_hi_o;
            14'h14: rd_data_d = transaction_i[31:0];
            14'h15: rd_data_d = transaction_hi_q;
            14'h16: rd_data_d = fence_o;
            default: rd_data_d = '0;
        endcase
    end

    always_ff @(posedge clk) rd_data_o <= rd_valid_i ? rd_data_d : '0;

endmodule

`default_nettype wire
