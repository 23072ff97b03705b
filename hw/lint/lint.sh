#!/bin/bash
# Verilator -Wall over every module of hw/, at every stream width where it has one, and the top
# with two interfaces as well; Corundum's application block also as each of its cores sets it
# (hw/corundum/test/cores.txt). Also: every file list names exactly its block's sources.
# Waivers live in waivers.vlt only. Exit code 0: no warning anywhere.
#
#   hw/lint/lint.sh [WIDTH...]        default 64 128 256 512
set -euo pipefail
cd "$(dirname "$0")/../.."
widths=("$@")
[ ${#widths[@]} -gt 0 ] || widths=(64 128 256 512)
command -v verilator > /dev/null || {
  echo "lint: no verilator; run: make -f fpga.mk setup"
  exit 2
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mapfile -t packages < <(find hw -path '*/rtl/*' -name '*_pkg.sv' | sort)
flags=(--lint-only -Wall +libext+.sv+.v hw/lint/waivers.vlt)
for folder in hw/*/rtl hw/*/rtl/gen; do
  [ -d "$folder" ] && flags+=(-y "$folder" "-I$folder")
done

for list in hw/*/*.f; do
  block=$(dirname "$list")
  own=$(sed 's/#.*//; s/ *$//; /^$/d; /^-f/d' "$list" | grep -v /gen/ | sort || true)
  there=$(find "$block/rtl" -maxdepth 1 -name '*.sv' | sort)
  if [ "$own" != "$there" ]; then
    echo "lint: $list does not name what is in $block/rtl:"
    diff <(echo "$own") <(echo "$there") || true
    touch "$work/failed"
  fi
done

# One line a run: MODULE FILE OPTIONS...
find hw -path '*/rtl/*' \( -name '*.sv' -o -name '*.v' \) ! -name '*_pkg.sv' | sort |
while read -r file; do
  module=$(basename "${file%.*}")
  if grep -Eq 'parameter +int +DATA_W\b' "$file"; then
    for width in "${widths[@]}"; do echo "$module $file -GDATA_W=$width"; done
  else
    echo "$module $file"
  fi
  if [ "$module" = mqnic_app_block ]; then
    for width in "${widths[@]}"; do echo "$module $file -GAXIS_IF_DATA_WIDTH=$width"; done
    hw/corundum/test/core.sh --all | while read -r _ options; do echo "$module $file $options"; done
  fi
  [ "$module" != snic_top ] || echo "$module $file -GDATA_W=${widths[-1]} -GIF_COUNT=2"
done > "$work/runs"

one() { # MODULE FILE OPTIONS...
  local module=$1 file=$2 log
  shift 2
  log=$(mktemp -p "$work")
  verilator "${flags[@]}" "$@" "${packages[@]}" --top-module "$module" "$file" \
    > "$log" 2>&1 || touch "$work/failed"
  if [ -s "$log" ]; then
    { echo "lint: $module $*"; cat "$log"; }
    touch "$work/failed"
  fi
}
export -f one
export work
declare -p flags packages > "$work/env"

xargs -P 2 -a "$work/runs" -I{} bash -c 'source "$work/env"; one {}' || touch "$work/failed"
runs=$(wc -l < "$work/runs")
if [ -e "$work/failed" ]; then
  echo "lint: FAILED ($runs runs)"
  exit 1
fi
echo "lint: $runs runs of verilator -Wall, no warning"
