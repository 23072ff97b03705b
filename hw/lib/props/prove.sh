#!/bin/sh
# Proofs of the stream library, each also on RTL with a planted mistake. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
prove=hw/lib/props/prove_one.sh
rtl=hw/lib/rtl
props=hw/lib/props

fifo="$rtl/snic_fifo.sv $rtl/snic_ram_sdp.sv"
order="-DSNIC_PROVE_ORDER -I$props"
$prove fifo_count_props $fifo $props/fifo_count_props.sv
$prove -m 's/!held_q\[2\]/held_q == 0/' \
  fifo_count_props $fifo $props/fifo_count_props.sv
$prove -f "$order" fifo_order_props $fifo $props/fifo_order_props.sv
$prove -f "$order" -m 's/direct = push \&\& stored_q == .0 \&\&/direct = push \&\&/' \
  fifo_order_props $fifo $props/fifo_order_props.sv

merge="$rtl/snic_axis_merge.sv $rtl/snic_axis_reg.sv"
$prove merge_props $merge $props/merge_props.sv
plain=-DSNIC_PROVE_PLAIN
$prove -f $plain merge_props $merge $props/merge_props.sv
$prove -f $plain -m 's/REGISTERED ? fire : valid/fire/' \
  merge_props $merge $props/merge_props.sv
$prove -m 's/busy_q ? sel_q : next/next/' merge_props $merge $props/merge_props.sv
$prove -m "s/SEL_W'(i) > sel_q/SEL_W'(i) >= sel_q/" merge_props $merge $props/merge_props.sv

ternary="$rtl/snic_ternary.sv"
$prove ternary_props $ternary $props/ternary_props.sv
$prove -m 's/i = DEPTH - 1; i >= 0; i--/i = 0; i < DEPTH; i++/' \
  ternary_props $ternary $props/ternary_props.sv
$prove -m 's/if (we_q) entry_q\[index_q/if (we_i) entry_q[index_i/' \
  ternary_props $ternary $props/ternary_props.sv

delay=hw/lib/props/prove_delay.sh
short=$(seq 3 35)
$delay reg 1 2 $short
$delay srl 1 2 $short
$delay lut $short 64 65
$delay ram $short 64 65
$delay -m 's/g_rank.DEPTH-1/g_rank[DEPTH-2/' srl 2 3 17
$delay -m "s/(BEHIND - 1)/(BEHIND)/" lut 3 8 19 32
$delay -m "s/DEPTH - READ_CLOCKS/DEPTH - 1/" ram 3 8 19 32
$delay -m "s/write_q + 1'b1/write_q + 2'd2/" lut 3 8 19 32
