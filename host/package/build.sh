#!/usr/bin/env bash
# Builds build/snic_VERSION_amd64.deb around a self-contained snic.
# usage: host/package/build.sh SNIC, the program as `make -f fpga.mk publish` leaves it
set -euo pipefail
snic=$(realpath "$1")
cd "$(dirname "$0")/../.."
here=host/package
version=$("$snic" --version)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
# What a user's umask is must not show in the package.
umask 022
chmod 755 "$root"

install -D -m 755 "$snic" "$root/usr/bin/snic"
install -D -m 644 "$here/snic@.service" "$root/lib/systemd/system/snic@.service"
install -D -m 644 "$here/60-snic.rules" "$root/lib/udev/rules.d/60-snic.rules"
install -D -m 644 "$here/snic.sysusers" "$root/usr/lib/sysusers.d/snic.conf"
install -d "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions"
"$snic" completion bash >"$root/usr/share/bash-completion/completions/snic"
{ echo "#compdef snic"; "$snic" completion zsh; } >"$root/usr/share/zsh/vendor-completions/_snic"
install -d "$root/usr/share/man/man8" "$root/etc/snic"
"$snic" man | gzip -9n >"$root/usr/share/man/man8/snic.8.gz"
install -D -m 644 LICENSE "$root/usr/share/doc/snic/copyright"
install -D -m 644 sim/scenarios/two-tenants.yaml "$root/usr/share/doc/snic/gateway.yaml"
gzip -9nc CHANGELOG.md >"$root/usr/share/doc/snic/changelog.gz"

size=$(du -sk "$root" | cut -f1)
install -d "$root/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" "$here/control.in" >"$root/DEBIAN/control"
install -m 755 "$here/postinst" "$here/prerm" "$root/DEBIAN"
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z |
  xargs -0 md5sum >DEBIAN/md5sums)
deb=build/snic_${version}_amd64.deb
# Times of files come from the last commit, so that the same sources give the same package.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) \
  dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null
echo "$deb"
