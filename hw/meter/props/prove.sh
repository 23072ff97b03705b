#!/bin/bash
# Proves snic_rmw equal to its sequential model (unbounded, small memory, any step), then checks
# that the proof notices a missing forwarding path. Exit code 0: all as it should be.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rtl=../rtl/snic_rmw.sv
ram=../../lib/rtl/snic_ram_sdp.sv

aiger() { # RTL OUT
  yosys -q -p "
    read_verilog -formal -sv $1 $ram snic_rmw_props.sv
    hierarchy -top snic_rmw_props
    proc; flatten; opt; memory -nordff; opt; techmap; opt; dffunmap; setundef -zero
    aigmap; opt_clean
    write_aiger -zinit $2" > "$work/yosys.log" 2>&1 || { cat "$work/yosys.log"; exit 1; }
}

aiger "$rtl" "$work/good.aig"
yosys-abc -q "read_aiger $work/good.aig; scorr; pdr" > "$work/good.log" 2>&1
if ! grep -q "Property proved" "$work/good.log"; then
  cat "$work/good.log"
  echo "FAILED: snic_rmw differs from its sequential model, or was not proved"
  exit 1
fi
echo "proved: snic_rmw equals its sequential model"

for path in same_1_3_q same_1_4_q same_1_5_q same_2_3_q; do
  sed "s/ $path *<= wr_.*;/ $path <= 1'b0;/" "$rtl" > "$work/bug.sv"
  if cmp -s "$rtl" "$work/bug.sv"; then
    echo "FAILED: could not plant a bug in $path"
    exit 1
  fi
  aiger "$work/bug.sv" "$work/bug.aig"
  yosys-abc -q "read_aiger $work/bug.aig; bmc3 -F 30" > "$work/bug.log" 2>&1
  if ! grep -q "was asserted in frame" "$work/bug.log"; then
    cat "$work/bug.log"
    echo "FAILED: the proof does not notice that $path is missing"
    exit 1
  fi
  echo "found: planted bug in $path"
done
