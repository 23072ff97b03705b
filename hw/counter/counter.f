hw/counter/rtl/snic_counter.sv
hw/counter/rtl/snic_port_counter.sv
hw/counter/rtl/snic_copy_counter.sv
hw/counter/rtl/snic_axis_watch.sv
