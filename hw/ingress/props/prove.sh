#!/bin/sh
# Proofs of the ingress block, each also on RTL with a planted mistake. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
prove=hw/lib/props/prove_one.sh
lib=hw/lib/rtl
files="hw/ingress/rtl/snic_ingress.sv $lib/snic_axis_reg.sv $lib/snic_keep_count.sv
  $lib/snic_byte_mask.sv $lib/snic_byte_swap.sv $lib/snic_word_sums.sv hw/lib/props/fifo_model.sv
  hw/ingress/props/ingress_props.sv"

$prove ingress_props $files
$prove -m 's/!(first_q \&\& credits_q\[CREDIT_W-1\])/1/' ingress_props $files
$prove -m 's/!(bubble_i \&\& beat_last)/1/' ingress_props $files
$prove -m 's/store ? index + 1.b1 : index;/index + 1;/' ingress_props $files
