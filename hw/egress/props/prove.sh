#!/bin/sh
# Proofs of the egress block, each also on RTL with a planted mistake. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
prove=hw/lib/props/prove_one.sh
rtl=hw/egress/rtl
props=hw/egress/props

queue="$rtl/snic_egress_queue.sv hw/lib/props/fifo_model.sv $props/queue_props.sv"
$prove queue_props $queue
$prove -m "s/ + LEVEL_W'(pop)/ + LEVEL_W'(m_axis_tready)/" queue_props $queue

lib=hw/lib/rtl
mover="$rtl/snic_byte_mover.sv $lib/snic_byte_mask.sv
  $props/mover_props.sv"
$prove mover_props $mover
$prove -m 's/(p_slot_last_q || s2_valid_q)/s2_valid_q/' mover_props $mover
$prove -m 's/slot_q < cmd_in_beats_i/slot_q <= cmd_in_beats_i/' mover_props $mover
