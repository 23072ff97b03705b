hw/lib/rtl/snic_axis_merge.sv
hw/lib/rtl/snic_axis_reg.sv
hw/lib/rtl/snic_fifo.sv
hw/lib/rtl/snic_ram_sdp.sv
hw/lib/rtl/snic_ram_tdp.sv
hw/lib/rtl/snic_ternary.sv
