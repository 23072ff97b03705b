#!/bin/sh
# Proofs of the adapter, each also on RTL with a planted mistake. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
prove=hw/lib/props/prove_one.sh
tx="hw/corundum/rtl/snic_corundum_tx.sv hw/lib/props/fifo_model.sv hw/lib/rtl/snic_axis_merge.sv
  hw/lib/rtl/snic_axis_reg.sv hw/corundum/props/tx_props.sv"

$prove tx_props $tx
$prove -m "s/free_q != '0/1'b1/" tx_props $tx
$prove -m 's/ && end_dest_i != WIRE;/;/' tx_props $tx
$prove -m 's/end_valid_i && end_tag_i.TAG_W-1.;/end_valid_i;/' tx_props $tx
$prove -m 's/ && !below_own, own_valid/, own_valid/' tx_props $tx
