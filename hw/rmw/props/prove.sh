#!/bin/bash
# Proves snic_rmw, for each memory latency 1..4, equal to its sequential model (unbounded, small
# memory, any step), and the bound of a host access; then checks that the proofs notice a missing
# forwarding path and a bound that is a clock too short. Then snic_register likewise. Exit code 0:
# all as it should be.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rtl=../rtl/snic_rmw.sv
ram=../../lib/rtl/snic_ram_sdp.sv

aiger() { # RTL PROPS LATENCY OUT; no latency for the register
  local top
  top=$(basename "$2" .sv)
  yosys -q -p "
    read_verilog -formal -sv $1 $ram $2
    hierarchy -top $top ${3:+-chparam RAM_LATENCY $3}
    proc; flatten; opt; memory -nordff; opt; techmap; opt; dffunmap; setundef -zero
    aigmap; opt_clean
    write_aiger -zinit $4" > "$work/yosys.log" 2>&1 || { cat "$work/yosys.log"; exit 1; }
}

prove() { # WHAT AIG
  yosys-abc -q "read_aiger $2; scorr; pdr" > "$work/good.log" 2>&1
  if ! grep -q "Property proved" "$work/good.log"; then
    cat "$work/good.log"
    echo "FAILED: $1 does not hold, or was not proved"
    exit 1
  fi
  echo "proved: $1"
}

find_bug() { # WHAT AIG
  yosys-abc -q "read_aiger $2; bmc3 -F 40" > "$work/bug.log" 2>&1
  if ! grep -q "was asserted in frame" "$work/bug.log"; then
    cat "$work/bug.log"
    echo "FAILED: the proof does not notice $1"
    exit 1
  fi
  echo "found: $1"
}

plant() { # FILE SED
  sed "$2" "$1" > "$work/$(basename "$1")"
  if cmp -s "$1" "$work/$(basename "$1")"; then
    echo "FAILED: could not plant a bug with $2"
    exit 1
  fi
}

for latency in 1 2 3 4; do
  aiger $rtl snic_rmw_props.sv $latency "$work/good.aig"
  prove "latency $latency: snic_rmw equals its sequential model" "$work/good.aig"
  aiger $rtl snic_rmw_bound_props.sv $latency "$work/good.aig"
  prove "latency $latency: a host access is done within its bound" "$work/good.aig"

  # The shell is one text for all latencies: mistakes are planted in the shortest and the longest.
  [ "$latency" = 1 ] || [ "$latency" = 4 ] || continue

  # One path a time: the oldest, the youngest, and the one of each stage.
  paths="oldest_q youngest_q"
  for ((n = 1; n <= latency; n++)); do paths="$paths $n"; done
  for path in $paths; do
    case $path in
      *_q) plant $rtl "s/ $path *<= wr/ $path <= 1'b0 \&\& wr/" ;;
      *) plant $rtl "s/ hit_q <= wr/ hit_q <= n != $path \&\& wr/" ;;
    esac
    aiger "$work/snic_rmw.sv" snic_rmw_props.sv $latency "$work/bug.aig"
    find_bug "latency $latency: no forwarding in $path" "$work/bug.aig"
  done
  plant snic_rmw_bound_props.sv "s/RAM_LATENCY + 2;/RAM_LATENCY + 1;/"
  aiger $rtl "$work/snic_rmw_bound_props.sv" $latency "$work/bug.aig"
  find_bug "latency $latency: a bound that is a clock too short" "$work/bug.aig"
done

register=../rtl/snic_register.sv
aiger $register snic_register_props.sv "" "$work/good.aig"
prove "snic_register equals its sequential model" "$work/good.aig"
plant $register "s/take_host  = host_valid_i \&\& !valid_i/take_host  = host_valid_i/"
aiger "$work/snic_register.sv" snic_register_props.sv "" "$work/bug.aig"
find_bug "a host access of the register beside an operation" "$work/bug.aig"
