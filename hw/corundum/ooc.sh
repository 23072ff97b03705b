#!/bin/bash
# Synthesis, placement and routing of the gateway out of context, by the Vivado in PATH.
#   ooc.sh BOARD DEST   a board of boards.txt; reports and the checkpoint are left in DEST
# What Vivado then says is read by `SmartNic.Synth vivado DEST`. W and PERIOD may be set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# = 2 ] && [ -n "$1" ] && [ -n "$2" ] || { echo "usage: ooc.sh BOARD DEST"; exit 2; }
part=$(awk -v board="$1" '$1 == board { print $2 }' "$here/boards.txt")
if [ -z "$part" ]; then
  echo "ooc: no board $1; there are: $(awk '!/^#/ { printf "%s ", $1 }' "$here/boards.txt")"
  exit 2
fi
if ! command -v vivado >/dev/null; then
  echo "ooc: vivado is not in PATH. Source settings64.sh of your Vivado, then run this again;"
  echo "ooc: without it, make -f fpga.mk synth maps the gateway with Yosys, without routing."
  exit 3
fi
rm -rf "$2/app" && mkdir -p "$2"
dest=$(cd "$2" && pwd)
"$here/export.sh" "$dest"
cd "$dest"
vivado -mode batch -nojournal -log vivado.log -source "$here/syn/vivado/ooc.tcl" \
  -tclargs "$dest/app/snic" "$part" "${W:-512}" "${PERIOD:-4.000}"
