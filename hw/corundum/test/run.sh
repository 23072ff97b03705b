#!/bin/sh
# The liveness bench: Corundum's side around mqnic_app_block, in Verilator with clang.
#   run.sh CORE [liveness options: --frames N --seed S --lose N]      CORE: a line of cores.txt
# Exits non-zero on failure. The program is kept in build/corundum/ and rebuilt when RTL changes.
set -eu
cd "$(dirname "$0")/../../.."
core=$1
shift
options=$(hw/corundum/test/core.sh "$core")
defines=$(echo "$options" | sed 's/-G/-DCORE_/g')
test=hw/corundum/test
out=build/corundum/$core
mkdir -p "$out"
packages=$(find hw -path '*/rtl/gen/*_pkg.sv' | sort)
sources=$(find hw -path '*/rtl/*' \( -name '*.sv' -o -name '*.v' \) ! -name '*_pkg.sv' | sort)
includes=$(find hw -path '*/rtl/gen' | sed 's/^/-I/')
export out
(
  flock 9
  stamp=$(cat $packages $sources $test/*.hpp $test/gen/*.hpp $test/*.cpp $test/run.sh $test/core* \
    sim/corundum/dma* hw/ring/test/*.hpp hw/control/test/gen/*.hpp | sha256sum)
  if [ ! -x "$out/liveness" ] || [ "$stamp" != "$(cat "$out/stamp" 2>/dev/null)" ]; then
    rm -rf "$out/obj"
    verilator --cc --exe --build -j 2 -O3 --x-assign fast --x-initial fast --noassert \
      --unroll-count 16 \
      -Wno-lint -Wno-style --top-module mqnic_app_block --Mdir "$out/obj" -o ../liveness \
      $options --output-split 20000 \
      -MAKEFLAGS "CXX=clang++ LINK=clang++ OPT_FAST=-O2 OPT_SLOW=-O0 OPT_GLOBAL=-O2" \
      -CFLAGS "-std=c++17 -O2 $defines -I$PWD/sim/corundum" \
      $includes $packages $sources "$PWD/$test/liveness.cpp" "$PWD/sim/corundum/dma.cpp" \
      >"$out/log" 2>&1 \
      || { cat "$out/log"; exit 1; }
    echo "$stamp" >"$out/stamp"
  fi
) 9>"$out/lock"
exec "$out/liveness" "$@"
