hw/table/rtl/gen/snic_tables_pkg.sv
hw/table/rtl/snic_table_port.sv
hw/table/rtl/snic_table.sv
hw/table/rtl/snic_columns.sv
