hw/corundum/rtl/snic_corundum_checks.sv
hw/corundum/rtl/snic_corundum_clock.sv
hw/corundum/rtl/snic_corundum_stamps.sv
hw/corundum/rtl/snic_corundum_stats.sv
hw/corundum/rtl/snic_corundum_rx.sv
hw/corundum/rtl/snic_corundum_tx.sv
hw/corundum/rtl/snic_corundum.sv
hw/corundum/rtl/mqnic_app_block.sv
