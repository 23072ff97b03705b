#!/bin/bash
# Runs every proof: hw/*/props/prove.sh, and the gateway's kernels against the IL of their C#; of
# the kernels only what has changed since the last run (build/proofs).
# Two at a time, one line each with its seconds. Exit code 0: all proved.
#
#   hw/prove.sh [SNIC_HLS]        default build/bin/snic-hls
set -uo pipefail
cd "$(dirname "$0")/.."
hls=${1:-build/bin/snic-hls}
for tool in yosys yosys-abc z3; do
  command -v $tool > /dev/null || { echo "prove: no $tool; run: make -f fpga.mk setup"; exit 2; }
done
[ -x "$hls" ] || { echo "prove: no $hls; run: make -f fpga.mk build"; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work

one() { # COMMAND...
  local log start seconds
  log=$(mktemp -p "$work")
  start=$EPOCHREALTIME
  if "$@" > "$log" 2>&1; then
    seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $start }")
    echo "proved  ${seconds} s  $*"
  else
    touch "$work/failed"
    echo "FAILED  $*"
    sed 's/^/    /' "$log"
  fi
}
export -f one

{
  echo "timeout 1800 $hls prove hls/kernels --proofs build/proofs"
  echo "timeout 1800 $hls prove tests/SmartNic.Hls.Tests/ShouldCompile/Edit.cs"
  ls hw/*/props/prove.sh
} | xargs -P 2 -I{} bash -c 'one {}'
[ ! -e "$work/failed" ]
