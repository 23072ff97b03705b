#!/bin/bash
# Proves the properties of snic_axil and snic_drain (unbounded), and that planted bugs are found.
# Exit code 0: all as it should be.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

aiger() { # TOP RTL OUT
  yosys -q -p "
    read_verilog -formal -sv $2 $1.sv
    hierarchy -top $1
    proc; flatten; opt; techmap; opt; dffunmap; setundef -zero; aigmap; opt_clean
    write_aiger -zinit $3" > "$work/yosys.log" 2>&1 || { cat "$work/yosys.log"; exit 1; }
}

prove() { # TOP RTL
  aiger "$1" "$2" "$work/good.aig"
  yosys-abc -q "read_aiger $work/good.aig; scorr; pdr" > "$work/good.log" 2>&1
  if ! grep -q "Property proved" "$work/good.log"; then
    cat "$work/good.log"
    echo "FAILED: $1"
    exit 1
  fi
  echo "proved: $1"
}

find_bug() { # TOP RTL SED WHAT
  sed "$3" "$2" > "$work/bug.sv"
  if cmp -s "$2" "$work/bug.sv"; then
    echo "FAILED: could not plant: $4"
    exit 1
  fi
  aiger "$1" "$work/bug.sv" "$work/bug.aig"
  yosys-abc -q "read_aiger $work/bug.aig; bmc3 -F 40" > "$work/bug.log" 2>&1
  if ! grep -q "was asserted in frame" "$work/bug.log"; then
    cat "$work/bug.log"
    echo "FAILED: not found: $4"
    exit 1
  fi
  echo "found: $4"
}

axil=../rtl/snic_axil.sv
drain=../rtl/snic_drain.sv
prove snic_axil_props "$axil"
prove snic_drain_props "$drain"
find_bug snic_axil_props "$axil" 's/ && (wr_ready_i || !whole_q);/;/' "a write that does not wait"
find_bug snic_axil_props "$axil" 's/(rd_2_q) s_axil_rdata/(rd_1_q) s_axil_rdata/' \
  "a read that is a clock early"
find_bug snic_axil_props "$axil" 's/&& !s_axil_bready);/\&\& 1'"'"'b0);/' \
  "a response that does not stay"
find_bug snic_drain_props "$drain" "s/COUNT_W'(CLOCKS);/COUNT_W'(CLOCKS - 1);/" \
  "a drain that ends a clock early"
find_bug snic_drain_props "$drain" 's/= epoch_i != epoch_q/= epoch_i[0] != epoch_q[0]/' \
  "a fence that does not start over"
