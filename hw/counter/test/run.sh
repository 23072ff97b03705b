#!/bin/sh
# Unit test of the counters with Verilator, with different numbers of tenants. Usage:
# run.sh [seed [tenants...]]. Exits non-zero on failure.
set -eu
cd "$(dirname "$0")/../../.."
seed=${1:-1}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 64 512
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
echo "seed $seed"
for tenants in "$@"; do
  verilator --binary --timing -O3 -CFLAGS -O1 -Wno-lint -Wno-style -GTENANTS="$tenants" \
    --Mdir "$out/$tenants" --top-module counter_tb -f hw/lib/lib.f -f hw/rmw/rmw.f \
    -f hw/counter/counter.f hw/counter/test/counter_tb.sv >"$out/log" 2>&1 ||
    { cat "$out/log"; exit 1; }
  for mode in 0 1 2; do
    "$out/$tenants/Vcounter_tb" "+MODE=$mode" "+SEED=$seed"
  done
done
