#!/bin/sh
# Unit test of the ingress block with Verilator, at every width. Usage: run.sh [seed [width...]].
# Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
seed=${1:-1}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 64 128 256 512
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
echo "seed $seed"
for width in "$@"; do
  verilator --binary --timing -O3 -CFLAGS -O1 -Wno-lint -Wno-style -GW="$width" \
    --Mdir "$out/$width" --top-module ingress_tb -f hw/lib/lib.f -f hw/ingress/ingress.f \
    hw/ingress/test/ingress_tb.sv >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
  for mode in 0 1 2; do
    "$out/$width/Vingress_tb" "+MODE=$mode" "+SEED=$seed"
  done
done
