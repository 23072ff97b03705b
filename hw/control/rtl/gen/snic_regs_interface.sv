// snic_regs_interface: Tables, counters and ports of one interface.
// Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.
//
// Contract: a write is one clock of wr_valid_i; a register or its _we_o
// pulse shows it in the next clock, with the word on wr_data_o. A read is
// one clock of rd_valid_i; rd_data_o has the word in the next clock, and
// is zero whenever the clock before had no read, so blocks can be ORed.
// Addresses are byte offsets in the block. Does not stall.
`default_nettype none

module snic_regs_interface (
    input wire clk,
    input wire rst,

    input wire wr_valid_i,
    input wire [15:0] wr_addr_i,
    input wire [31:0] wr_data_i,
    input wire rd_valid_i,
    input wire [15:0] rd_addr_i,
    output logic [31:0] rd_data_o,
    output logic [31:0] wr_data_o,
    output logic table_commit_we_o,
    output logic table_read_we_o,
    input wire table_status_i,
    output logic counter_select_we_o,
    input wire counter_status_i,
    input wire [31:0] counter_packets_lo_i,
    input wire [15:0] counter_packets_hi_i,
    input wire [31:0] counter_bytes_lo_i,
    input wire [23:0] counter_bytes_hi_i,
    output logic counter_clear_we_o,
    input wire [63:0] wire_in_packets_i,
    input wire [63:0] wire_in_bytes_i,
    input wire [63:0] wire_out_packets_i,
    input wire [63:0] wire_out_bytes_i,
    input wire [63:0] host_in_packets_i,
    input wire [63:0] host_in_bytes_i,
    input wire [63:0] host_out_packets_i,
    input wire [63:0] host_out_bytes_i,
    input wire [63:0] slow_in_packets_i,
    input wire [63:0] slow_in_bytes_i,
    input wire [63:0] slow_out_packets_i,
    input wire [63:0] slow_out_bytes_i,
    input wire [63:0] wire_copies_i,
    input wire [63:0] wire_copies_lost_i,
    input wire [63:0] host_copies_i,
    input wire [63:0] host_copies_lost_i,
    input wire [63:0] slow_copies_i,
    input wire [63:0] slow_copies_lost_i,
    output logic [2143:0] table_data_o,
    input wire table_data_load_i,
    input wire [2143:0] table_data_i
);

    logic [31:0] rd_data_d;
    logic [31:0] wire_in_packets_hi_q;
    logic [31:0] wire_in_bytes_hi_q;
    logic [31:0] wire_out_packets_hi_q;
    logic [31:0] wire_out_bytes_hi_q;
    logic [31:0] host_in_packets_hi_q;
    logic [31:0] host_in_bytes_hi_q;
    logic [31:0] host_out_packets_hi_q;
    logic [31:0] host_out_bytes_hi_q;
    logic [31:0] slow_in_packets_hi_q;
    logic [31:0] slow_in_bytes_hi_q;
    logic [31:0] slow_out_packets_hi_q;
    logic [31:0] slow_out_bytes_hi_q;
    logic [31:0] wire_copies_hi_q;
    logic [31:0] wire_copies_lost_hi_q;
    logic [31:0] host_copies_hi_q;
    logic [31:0] host_copies_lost_hi_q;
    logic [31:0] slow_copies_hi_q;
    logic [31:0] slow_copies_lost_hi_q;

    // Bits 1:0 of a byte offset are zero: words only.
    logic unused_byte_lanes;
    assign unused_byte_lanes = ^{wr_addr_i[1:0], rd_addr_i[1:0]};

    always_ff @(posedge clk) begin
        wr_data_o <= wr_data_i;
        table_commit_we_o <= wr_valid_i && wr_addr_i[15:2] == 14'h10;
        table_read_we_o <= wr_valid_i && wr_addr_i[15:2] == 14'h11;
        counter_select_we_o <= wr_valid_i && wr_addr_i[15:2] == 14'h18;
        counter_clear_we_o <= wr_valid_i && wr_addr_i[15:2] == 14'h1e;
        if (rd_valid_i && rd_addr_i[15:2] == 14'h20)
            wire_in_packets_hi_q <= wire_in_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h22)
            wire_in_bytes_hi_q <= wire_in_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h24)
            wire_out_packets_hi_q <= wire_out_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h26)
            wire_out_bytes_hi_q <= wire_out_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h28)
            host_in_packets_hi_q <= host_in_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h2a)
            host_in_bytes_hi_q <= host_in_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h2c)
            host_out_packets_hi_q <= host_out_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h2e)
            host_out_bytes_hi_q <= host_out_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h30)
            slow_in_packets_hi_q <= slow_in_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h32)
            slow_in_bytes_hi_q <= slow_in_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h34)
            slow_out_packets_hi_q <= slow_out_packets_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h36)
            slow_out_bytes_hi_q <= slow_out_bytes_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h38)
            wire_copies_hi_q <= wire_copies_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h3a)
            wire_copies_lost_hi_q <= wire_copies_lost_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h3c)
            host_copies_hi_q <= host_copies_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h3e)
            host_copies_lost_hi_q <= host_copies_lost_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h40)
            slow_copies_hi_q <= slow_copies_i[63:32];
        if (rd_valid_i && rd_addr_i[15:2] == 14'h42)
            slow_copies_lost_hi_q <= slow_copies_lost_i[63:32];
        if (wr_valid_i && wr_addr_i[15:2] == 14'h100)
            table_data_o[0 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h101)
            table_data_o[32 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h102)
            table_data_o[64 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h103)
            table_data_o[96 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h104)
            table_data_o[128 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h105)
            table_data_o[160 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h106)
            table_data_o[192 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h107)
            table_data_o[224 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h108)
            table_data_o[256 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h109)
            table_data_o[288 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10a)
            table_data_o[320 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10b)
            table_data_o[352 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10c)
            table_data_o[384 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10d)
            table_data_o[416 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10e)
            table_data_o[448 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h10f)
            table_data_o[480 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h110)
            table_data_o[512 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h111)
            table_data_o[544 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h112)
            table_data_o[576 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h113)
            table_data_o[608 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h114)
            table_data_o[640 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h115)
            table_data_o[672 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h116)
            table_data_o[704 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h117)
            table_data_o[736 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h118)
            table_data_o[768 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h119)
            table_data_o[800 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11a)
            table_data_o[832 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11b)
            table_data_o[864 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11c)
            table_data_o[896 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11d)
            table_data_o[928 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11e)
            table_data_o[960 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h11f)
            table_data_o[992 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h120)
            table_data_o[1024 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h121)
            table_data_o[1056 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h122)
            table_data_o[1088 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h123)
            table_data_o[1120 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h124)
            table_data_o[1152 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h125)
            table_data_o[1184 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h126)
            table_data_o[1216 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h127)
            table_data_o[1248 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h128)
            table_data_o[1280 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h129)
            table_data_o[1312 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12a)
            table_data_o[1344 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12b)
            table_data_o[1376 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12c)
            table_data_o[1408 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12d)
            table_data_o[1440 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12e)
            table_data_o[1472 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h12f)
            table_data_o[1504 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h130)
            table_data_o[1536 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h131)
            table_data_o[1568 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h132)
            table_data_o[1600 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h133)
            table_data_o[1632 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h134)
            table_data_o[1664 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h135)
            table_data_o[1696 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h136)
            table_data_o[1728 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h137)
            table_data_o[1760 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h138)
            table_data_o[1792 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h139)
            table_data_o[1824 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13a)
            table_data_o[1856 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13b)
            table_data_o[1888 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13c)
            table_data_o[1920 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13d)
            table_data_o[1952 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13e)
            table_data_o[1984 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h13f)
            table_data_o[2016 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h140)
            table_data_o[2048 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h141)
            table_data_o[2080 +: 32] <= wr_data_i;
        if (wr_valid_i && wr_addr_i[15:2] == 14'h142)
            table_data_o[2112 +: 32] <= wr_data_i;
        if (table_data_load_i)
            table_data_o <= table_data_i;
        if (rst) begin
            table_commit_we_o <= 1'b0;
            table_read_we_o <= 1'b0;
            counter_select_we_o <= 1'b0;
            counter_clear_we_o <= 1'b0;
            wire_in_packets_hi_q <= '0;
            wire_in_bytes_hi_q <= '0;
            wire_out_packets_hi_q <= '0;
            wire_out_bytes_hi_q <= '0;
            host_in_packets_hi_q <= '0;
            host_in_bytes_hi_q <= '0;
            host_out_packets_hi_q <= '0;
            host_out_bytes_hi_q <= '0;
            slow_in_packets_hi_q <= '0;
            slow_in_bytes_hi_q <= '0;
            slow_out_packets_hi_q <= '0;
            slow_out_bytes_hi_q <= '0;
            wire_copies_hi_q <= '0;
            wire_copies_lost_hi_q <= '0;
            host_copies_hi_q <= '0;
            host_copies_lost_hi_q <= '0;
            slow_copies_hi_q <= '0;
            slow_copies_lost_hi_q <= '0;
            table_data_o <= '0;
        end
    end

    always_comb begin
        rd_data_d = '0;
        unique case (rd_addr_i[15:2])
            14'h12: rd_data_d = {31'b0, table_status_i};
            14'h19: rd_data_d = {31'b0, counter_status_i};
            14'h1a: rd_data_d = counter_packets_lo_i;
            14'h1b: rd_data_d = {16'b0, counter_packets_hi_i};
            14'h1c: rd_data_d = counter_bytes_lo_i;
            14'h1d: rd_data_d = {8'b0, counter_bytes_hi_i};
            14'h20: rd_data_d = wire_in_packets_i[31:0];
            14'h21: rd_data_d = wire_in_packets_hi_q;
            14'h22: rd_data_d = wire_in_bytes_i[31:0];
            14'h23: rd_data_d = wire_in_bytes_hi_q;
            14'h24: rd_data_d = wire_out_packets_i[31:0];
            14'h25: rd_data_d = wire_out_packets_hi_q;
            14'h26: rd_data_d = wire_out_bytes_i[31:0];
            14'h27: rd_data_d = wire_out_bytes_hi_q;
            14'h28: rd_data_d = host_in_packets_i[31:0];
            14'h29: rd_data_d = host_in_packets_hi_q;
            14'h2a: rd_data_d = host_in_bytes_i[31:0];
            14'h2b: rd_data_d = host_in_bytes_hi_q;
            14'h2c: rd_data_d = host_out_packets_i[31:0];
            14'h2d: rd_data_d = host_out_packets_hi_q;
            14'h2e: rd_data_d = host_out_bytes_i[31:0];
            14'h2f: rd_data_d = host_out_bytes_hi_q;
            14'h30: rd_data_d = slow_in_packets_i[31:0];
            14'h31: rd_data_d = slow_in_packets_hi_q;
            14'h32: rd_data_d = slow_in_bytes_i[31:0];
            14'h33: rd_data_d = slow_in_bytes_hi_q;
            14'h34: rd_data_d = slow_out_packets_i[31:0];
            14'h35: rd_data_d = slow_out_packets_hi_q;
            14'h36: rd_data_d = slow_out_bytes_i[31:0];
            14'h37: rd_data_d = slow_out_bytes_hi_q;
            14'h38: rd_data_d = wire_copies_i[31:0];
            14'h39: rd_data_d = wire_copies_hi_q;
            14'h3a: rd_data_d = wire_copies_lost_i[31:0];
            14'h3b: rd_data_d = wire_copies_lost_hi_q;
            14'h3c: rd_data_d = host_copies_i[31:0];
            14'h3d: rd_data_d = host_copies_hi_q;
            14'h3e: rd_data_d = host_copies_lost_i[31:0];
            14'h3f: rd_data_d = host_copies_lost_hi_q;
            14'h40: rd_data_d = slow_copies_i[31:0];
            14'h41: rd_data_d = slow_copies_hi_q;
            14'h42: rd_data_d = slow_copies_lost_i[31:0];
            14'h43: rd_data_d = slow_copies_lost_hi_q;
            14'h100: rd_data_d = table_data_o[0 +: 32];
            14'h101: rd_data_d = table_data_o[32 +: 32];
            14'h102: rd_data_d = table_data_o[64 +: 32];
            14'h103: rd_data_d = table_data_o[96 +: 32];
            14'h104: rd_data_d = table_data_o[128 +: 32];
            14'h105: rd_data_d = table_data_o[160 +: 32];
            14'h106: rd_data_d = table_data_o[192 +: 32];
            14'h107: rd_data_d = table_data_o[224 +: 32];
            14'h108: rd_data_d = table_data_o[256 +: 32];
            14'h109: rd_data_d = table_data_o[288 +: 32];
            14'h10a: rd_data_d = table_data_o[320 +: 32];
            14'h10b: rd_data_d = table_data_o[352 +: 32];
            14'h10c: rd_data_d = table_data_o[384 +: 32];
            14'h10d: rd_data_d = table_data_o[416 +: 32];
            14'h10e: rd_data_d = table_data_o[448 +: 32];
            14'h10f: rd_data_d = table_data_o[480 +: 32];
            14'h110: rd_data_d = table_data_o[512 +: 32];
            14'h111: rd_data_d = table_data_o[544 +: 32];
            14'h112: rd_data_d = table_data_o[576 +: 32];
            14'h113: rd_data_d = table_data_o[608 +: 32];
            14'h114: rd_data_d = table_data_o[640 +: 32];
            14'h115: rd_data_d = table_data_o[672 +: 32];
            14'h116: rd_data_d = table_data_o[704 +: 32];
            14'h117: rd_data_d = table_data_o[736 +: 32];
            14'h118: rd_data_d = table_data_o[768 +: 32];
            14'h119: rd_data_d = table_data_o[800 +: 32];
            14'h11a: rd_data_d = table_data_o[832 +: 32];
            14'h11b: rd_data_d = table_data_o[864 +: 32];
            14'h11c: rd_data_d = table_data_o[896 +: 32];
            14'h11d: rd_data_d = table_data_o[928 +: 32];
            14'h11e: rd_data_d = table_data_o[960 +: 32];
            14'h11f: rd_data_d = table_data_o[992 +: 32];
            14'h120: rd_data_d = table_data_o[1024 +: 32];
            14'h121: rd_data_d = table_data_o[1056 +: 32];
            14'h122: rd_data_d = table_data_o[1088 +: 32];
            14'h123: rd_data_d = table_data_o[1120 +: 32];
            14'h124: rd_data_d = table_data_o[1152 +: 32];
            14'h125: rd_data_d = table_data_o[1184 +: 32];
            14'h126: rd_data_d = table_data_o[1216 +: 32];
            14'h127: rd_data_d = table_data_o[1248 +: 32];
            14'h128: rd_data_d = table_data_o[1280 +: 32];
            14'h129: rd_data_d = table_data_o[1312 +: 32];
            14'h12a: rd_data_d = table_data_o[1344 +: 32];
            14'h12b: rd_data_d = table_data_o[1376 +: 32];
            14'h12c: rd_data_d = table_data_o[1408 +: 32];
            14'h12d: rd_data_d = table_data_o[1440 +: 32];
            14'h12e: rd_data_d = table_data_o[1472 +: 32];
            14'h12f: rd_data_d = table_data_o[1504 +: 32];
            14'h130: rd_data_d = table_data_o[1536 +: 32];
            14'h131: rd_data_d = table_data_o[1568 +: 32];
            14'h132: rd_data_d = table_data_o[1600 +: 32];
            14'h133: rd_data_d = table_data_o[1632 +: 32];
            14'h134: rd_data_d = table_data_o[1664 +: 32];
            14'h135: rd_data_d = table_data_o[1696 +: 32];
            14'h136: rd_data_d = table_data_o[1728 +: 32];
            14'h137: rd_data_d = table_data_o[1760 +: 32];
            14'h138: rd_data_d = table_data_o[1792 +: 32];
            14'h139: rd_data_d = table_data_o[1824 +: 32];
            14'h13a: rd_data_d = table_data_o[1856 +: 32];
            14'h13b: rd_data_d = table_data_o[1888 +: 32];
            14'h13c: rd_data_d = table_data_o[1920 +: 32];
            14'h13d: rd_data_d = table_data_o[1952 +: 32];
            14'h13e: rd_data_d = table_data_o[1984 +: 32];
            14'h13f: rd_data_d = table_data_o[2016 +: 32];
            14'h140: rd_data_d = table_data_o[2048 +: 32];
            14'h141: rd_data_d = table_data_o[2080 +: 32];
            14'h142: rd_data_d = table_data_o[2112 +: 32];
            default: rd_data_d = '0;
        endcase
    end

    always_ff @(posedge clk) rd_data_o <= rd_valid_i ? rd_data_d : '0;

endmodule

`default_nettype wire
