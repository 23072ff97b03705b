#!/bin/sh
# The liveness bench: Corundum's side around mqnic_app_block, in Verilator with clang.
#   run.sh WIDTH INTERFACES [liveness options: --frames N --seed S --lose N]
# Exits non-zero on failure. The program is kept in build/corundum/ and rebuilt when RTL changes.
set -eu
cd "$(dirname "$0")/../../.."
width=$1 interfaces=$2
shift 2
# RAM segments as on boards whose PCIe side is as wide as the stream; unequal for 64 bits.
case $width in
  512) segments=2 bits=512 ;;
  256) segments=2 bits=256 ;;
  128) segments=4 bits=64 ;;
  *) segments=2 bits=64 ;;
esac
test=hw/corundum/test
out=build/corundum/w$width-if$interfaces
mkdir -p "$out"
packages=$(find hw -path '*/rtl/gen/*_pkg.sv' | sort)
sources=$(find hw -path '*/rtl/*' \( -name '*.sv' -o -name '*.v' \) ! -name '*_pkg.sv' | sort)
includes=$(find hw -path '*/rtl/gen' | sed 's/^/-I/')
export out
(
  flock 9
  stamp=$(cat $packages $sources $test/*.hpp $test/*.cpp $test/run.sh sim/corundum/dma* \
    hw/ring/test/*.hpp | sha256sum)
  if [ ! -x "$out/liveness" ] || [ "$stamp" != "$(cat "$out/stamp" 2>/dev/null)" ]; then
    rm -rf "$out/obj"
    verilator --cc --exe --build -j 2 -O3 --x-assign fast --x-initial fast --noassert \
      -Wno-lint -Wno-style --top-module mqnic_app_block --Mdir "$out/obj" -o ../liveness \
      -GIF_COUNT="$interfaces" -GAXIS_IF_DATA_WIDTH="$width" -GAXIL_APP_CTRL_ADDR_WIDTH=24 \
      -GAXIS_IF_TX_ID_WIDTH=13 -GAXIS_IF_RX_DEST_WIDTH=9 --output-split 20000 \
      -GRAM_SEG_COUNT=$segments -GRAM_SEG_DATA_WIDTH=$bits \
      -MAKEFLAGS "CXX=clang++ LINK=clang++ OPT_FAST=-O2 OPT_SLOW=-O1 OPT_GLOBAL=-O2" \
      -CFLAGS "-std=c++17 -O2 -DW=$width -DIF=$interfaces -DSEGS=$segments \
        -DSEG_BITS=$bits -I$PWD/sim/corundum" \
      $includes $packages $sources "$PWD/$test/liveness.cpp" "$PWD/sim/corundum/dma.cpp" \
      >"$out/log" 2>&1 \
      || { cat "$out/log"; exit 1; }
    echo "$stamp" >"$out/stamp"
  fi
) 9>"$out/lock"
exec "$out/liveness" "$@"
