hw/rmw/rtl/snic_register.sv
hw/rmw/rtl/snic_rmw.sv
