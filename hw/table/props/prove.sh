#!/bin/bash
# Proves snic_table and snic_columns equal to an array (unbounded, 4 entries of 2 bits), and that
# planted bugs are found. Exit code 0: all as it should be.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
port=../rtl/snic_table_port.sv
lib=../../lib/rtl

aiger() { # TOP RTL OUT
  yosys -q -p "
    read_verilog -formal -sv $2 $lib/snic_ram_tdp.sv $lib/snic_ram_sdp.sv $port $1.sv
    hierarchy -top $1
    proc; flatten; opt; memory -nordff; opt; techmap; opt; dffunmap; setundef -zero
    aigmap; opt_clean
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

table=../rtl/snic_table.sv
prove snic_table_props "$table"
find_bug snic_table_props "$table" 's/(start && write && /(write \&\& /' "a write without request"
find_bug snic_table_props "$table" 's/mem_done_i (done_q)/mem_done_i (start)/' \
  "an answer that is a clock early"
columns=../rtl/snic_columns.sv
prove snic_columns_props "$columns"
find_bug snic_columns_props "$columns" 's/write_q && !rst/!rst/' "a column without enable"
find_bug snic_columns_props "$columns" 's/addr_q\[COLUMN_W-1:0\] ==/addr_q[COLUMN_W-1:0] !=/' \
  "a write to another column"
sed 's/assign outside .*/assign outside = 1'"'"'b0;/' "$port" > "$work/port.sv"
port="$work/port.sv"
find_bug snic_table_props "$table" '$a\\' "an index beyond the table that wraps"
