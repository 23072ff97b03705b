#!/bin/sh
# Proves the assertions of one wrapper for all time: Yosys writes AIGER, ABC's property-directed
# reachability decides. Usage: prove_one.sh TOP FILE...; exits 0 when proved, 1 when not.
set -eu
top=$1
shift
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
yosys -q -p "read_verilog -sv -formal $*; prep -flatten -top $top; memory_map; opt -full;
  techmap; opt; async2sync; dffunmap; setundef -undriven -anyseq; opt_clean; aigmap; opt_clean;
  write_aiger -zinit $out/p.aig" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
timeout 60 yosys-abc -c "read_aiger $out/p.aig; fold; print_stats; pdr" >"$out/abc" 2>&1 || true
if grep -q "Property proved" "$out/abc"; then
  echo "proved $top"
else
  echo "NOT proved $top"
  tail -n 5 "$out/abc"
  exit 1
fi
