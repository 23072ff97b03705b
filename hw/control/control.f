hw/control/rtl/gen/snic_regs_global.sv
hw/control/rtl/gen/snic_regs_interface.sv
hw/control/rtl/gen/snic_regs_ring.sv
hw/control/rtl/snic_axil.sv
hw/control/rtl/snic_drain.sv
hw/control/rtl/snic_control_interface.sv
hw/control/rtl/snic_control.sv
