hw/meter/rtl/snic_rmw.sv
