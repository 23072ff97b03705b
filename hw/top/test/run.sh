#!/bin/sh
# Test of a core with directed kernels, with Verilator. Usage: run.sh [seed [width...]].
# Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
seed=${1:-1}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 64 512
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
folders=
for folder in hw/*/rtl hw/*/rtl/gen; do
  [ ! -d "$folder" ] || folders="$folders -y $folder"
done
echo "seed $seed"
for width in "$@"; do
  verilator --binary --timing -O3 -CFLAGS -O1 -Wno-lint -Wno-style -GW="$width" \
    --Mdir "$out/$width" --top-module core_tb +libext+.sv $folders \
    hw/table/rtl/gen/snic_tables_pkg.sv hw/egress/rtl/gen/snic_verdict_pkg.sv \
    hw/top/test/directed_pkg.sv hw/top/test/directed_kernels.sv hw/top/test/core_tb.sv \
    >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
  for mode in 0 1 2; do
    "$out/$width/Vcore_tb" "+MODE=$mode" "+SEED=$seed"
  done
done
