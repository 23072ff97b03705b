#!/bin/sh
# Proves that a delay line of each style is so many registers, from any state of both: Yosys unrolls
# DEPTH clocks from a state that is not given, and asks a SAT solver. Run from the repository's
# root.
#
#   prove_delay.sh STYLE DEPTH...           exits 0 when proved for each
#   prove_delay.sh -m SED STYLE DEPTH...    plants a mistake with the sed script; exits 0 when none
#                                           of these is proved then
set -eu
mistake=
if [ "$1" = -m ]; then
  mistake=$2
  shift 2
fi
style=$1
shift
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

line=hw/lib/rtl/snic_delay.sv
sed "$mistake" $line >"$out/line.sv"
if [ -n "$mistake" ] && cmp -s $line "$out/line.sv"; then
  echo "the mistake '$mistake' does not change $line"
  exit 1
fi

# A first value in the text is taken away, before anything is simplified: any state is one to begin
# with.
{
  echo "read_verilog -sv $out/line.sv hw/lib/props/delay_props.sv; design -save all"
  for depth in "$@"; do
    echo "design -load all; chparam -set STYLE \"$style\" -set DEPTH $depth delay_props"
    echo "hierarchy -top delay_props; proc; flatten; setattr -unset init w:*"
    echo "memory_collect; memory_map; dffunmap; opt_clean"
    echo "tee -q -o $out/$depth.log sat -seq $((depth + 1)) -prove-skip $depth -prove equal_o 1"
  done
} >"$out/script.ys"
yosys -q -s "$out/script.ys" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }

for depth in "$@"; do
  proved=no
  grep -q 'no model found: SUCCESS' "$out/$depth.log" && proved=yes
  if [ -z "$mistake" ] && [ $proved = no ]; then
    echo "NOT proved: $style of $depth clocks"
    exit 1
  fi
  if [ -n "$mistake" ] && [ $proved = yes ]; then
    echo "NOT found in $style of $depth clocks: $mistake"
    exit 1
  fi
done
[ -z "$mistake" ] && echo "proved $style of $* clocks" || echo "found the mistake in $style of $*"
