hw/table/rtl/snic_table_port.sv
hw/table/rtl/snic_table.sv
