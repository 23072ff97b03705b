#!/bin/sh
# Proves the assertions of one wrapper for all time: Yosys writes AIGER, ABC's property-directed
# reachability decides. Run from the repository's root.
#
#   prove_one.sh [-f YOSYS_FLAGS] TOP FILE...          exits 0 when proved
#   prove_one.sh [-f YOSYS_FLAGS] -m SED TOP FILE...   plants a mistake in the first file with the
#                                                      sed script; exits 0 when the proof then fails
set -eu
flags=
mistake=
while getopts f:m: option; do
  case $option in
    f) flags=$OPTARG ;;
    m) mistake=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
top=$1
shift
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

if [ -n "$mistake" ]; then
  sed "$mistake" "$1" >"$out/mistake.sv"
  if cmp -s "$1" "$out/mistake.sv"; then
    echo "the mistake '$mistake' does not change $1"
    exit 1
  fi
  shift
  set -- "$out/mistake.sv" "$@"
fi

yosys -q -p "read_verilog -sv -formal $flags $*; prep -flatten -top $top; memory_map; opt -full;
  techmap; opt; async2sync; dffunmap; setundef -undriven -anyseq; opt_clean; aigmap; opt_clean;
  write_aiger -zinit $out/p.aig" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
timeout 120 yosys-abc -c "read_aiger $out/p.aig; fold; scleanup; pdr" >"$out/abc" 2>&1 || true

if [ -z "$mistake" ]; then
  if grep -q "Property proved" "$out/abc"; then
    echo "proved $top"
    exit 0
  fi
  echo "NOT proved: $top"
else
  if grep -q "was asserted in frame" "$out/abc"; then
    echo "found the mistake in $top"
    exit 0
  fi
  echo "NOT found in $top: $mistake"
fi
tail -n 3 "$out/abc"
exit 1
