#!/bin/sh
# Parameters of mqnic_app_block as Corundum's cores set them, as options of Verilator.
#   core.sh NAME       those of one line of cores.txt
#   core.sh --all      a line a core: its name, then its options
set -eu
awk -v core="$1" '
  /^#/ { next }
  core == "--all" || $1 == core {
    found = 1
    if (core == "--all") printf "%s ", $1
    printf "-GAXIS_IF_DATA_WIDTH=%s -GIF_COUNT=%s -GRAM_SEG_COUNT=%s", $2, $3, $4
    printf " -GRAM_SEG_DATA_WIDTH=%s -GRAM_ADDR_WIDTH=%s -GRAM_SEL_WIDTH=1", $5, $6
    printf " -GDMA_TAG_WIDTH=%s -GTX_TAG_WIDTH=%s -GPTP_TS_ENABLE=%s", $7, $8, $9
    printf " -GAPP_STAT_ENABLE=%s -GDMA_ADDR_WIDTH=%s -GAXIS_IF_TX_ID_WIDTH=%s", $10, $11, $12
    printf " -GAXIS_IF_RX_DEST_WIDTH=%s -GAXIL_APP_CTRL_ADDR_WIDTH=24\n", $13
  }
  END {
    if (!found) print "core.sh: no core " core " in hw/corundum/test/cores.txt" > "/dev/stderr"
    exit !found
  }' "$(dirname "$0")/cores.txt"
