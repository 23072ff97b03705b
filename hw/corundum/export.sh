#!/bin/bash
# Lays out the gateway as an application of Corundum: our files only. See INSTALL.md.
#   export.sh DEST      makes DEST/app/snic; refuses to write over one that is there
set -euo pipefail
[ $# = 1 ] && [ -n "$1" ] || { echo "usage: export.sh DEST"; exit 2; }
mkdir -p "$1"
app=$(cd "$1" && pwd)/app/snic
cd "$(dirname "$0")/../.."
[ ! -e "$app" ] || { echo "export: $app is there already"; exit 1; }
mkdir -p "$app/rtl" "$app/syn/vivado"

packages=$(find hw -path '*/rtl/gen/*_pkg.sv' | sort)
lists=$(sed 's/#.*//; s/ *$//; /^$/d; /^-f/d' hw/*/*.f | sort -u)
kernels=$(find hw/rx/rtl/gen hw/tx/rtl/gen -name '*.v' -o -name '*.sv' | sort)
sources=$(printf '%s\n' $packages $lists $kernels | awk '!seen[$0]++')
cp $sources "$app/rtl/"
cp hw/corundum/syn/vivado/snic.tcl "$app/syn/vivado/"
cp hw/corundum/INSTALL.md LICENSE "$app/"

for source in $sources; do echo "rtl/$(basename "$source")"; done >"$app/snic.f"
{
  echo "# The gateway's files, for the makefile of a Corundum project (paths as its SYN_FILES)."
  sed 's/^/SYN_FILES += app\/snic\//' "$app/snic.f"
  echo "XDC_FILES += app/snic/syn/vivado/snic.tcl"
} >"$app/snic.mk"

while read -r board _ project _; do
  mkdir -p "$app/boards/$board"
  sed "s|@BOARD@|$board|; s|@PROJECT@|$project|" hw/corundum/board.tcl \
    >"$app/boards/$board/config.tcl"
done < <(grep -v '^#' hw/corundum/boards.txt)
echo "export: $(wc -l <"$app/snic.f") RTL files, $(ls "$app/boards" | wc -l) boards in $app"
