hw/top/rtl/snic_core_rx.sv
hw/top/rtl/snic_core_tx.sv
hw/top/rtl/snic_core.sv
hw/top/rtl/snic_top.sv
