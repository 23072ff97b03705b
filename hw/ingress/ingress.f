hw/ingress/rtl/snic_ingress.sv
