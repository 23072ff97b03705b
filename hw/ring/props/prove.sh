#!/bin/sh
# Proofs of the rings, each also on RTL with a planted mistake. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
prove=hw/lib/props/prove_one.sh
engine="hw/ring/rtl/snic_ring_engine.sv hw/ring/rtl/snic_ring_pointers.sv
  hw/ring/props/ring_props.sv"
pointers="hw/ring/rtl/snic_ring_pointers.sv hw/ring/rtl/snic_ring_engine.sv
  hw/ring/props/ring_props.sv"
buffer="hw/ring/rtl/snic_ring_buffer.sv hw/ring/props/list_model.sv hw/ring/props/buffer_props.sv"

$prove ring_props $engine
$prove -m "s/ && waiting) state_q/) state_q/" ring_props $engine
$prove -m "s/drop_o || (!TX \&\& finish_entry)/finish_entry/" ring_props $engine
$prove -m "s/head_o + 1'b1/head_o + 2'd2/" ring_props $pointers
$prove buffer_props $buffer
$prove -m "s/ || !room$//" buffer_props $buffer
$prove -m "s/start_q <= next_start/start_q <= at/" buffer_props $buffer
