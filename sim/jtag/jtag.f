../flash/rtl/flash_spi_nor.sv
rtl/jtag_tap.sv
rtl/config_slr.sv
rtl/spi_bridge.sv
rtl/xilinx_device.sv
rtl/other_part.sv
rtl/jtag_board.sv
