hw/meter/rtl/snic_register.sv
hw/meter/rtl/snic_rmw.sv
