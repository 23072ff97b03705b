hw/egress/rtl/gen/snic_verdict_pkg.sv
hw/egress/rtl/snic_egress_front.sv
hw/egress/rtl/snic_egress_plan.sv
hw/egress/rtl/snic_byte_mover.sv
hw/egress/rtl/snic_egress_queue.sv
hw/egress/rtl/snic_egress.sv
