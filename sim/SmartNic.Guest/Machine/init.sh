#!/bin/busybox sh
# First process of the guest: one command a line from the second serial port, its output back,
# then a line with a mark and the exit code.
/bin/busybox mkdir -p /proc /sys /dev /tmp /run
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mount -t tmpfs tmpfs /tmp
mount -t tmpfs tmpfs /run
mkdir -p /dev/hugepages
mount -t hugetlbfs -o pagesize=2M hugetlbfs /dev/hugepages
stty -F /dev/ttyS1 raw -echo
exec 0</dev/ttyS1 1>/dev/ttyS1 2>&1
# Pages that are written and executed by turns cost an emulator its translations each time.
export HOME=/tmp DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
while read -r module; do
  insmod "/lib/modules/$module" || echo "$module is refused"
done </etc/modules
[ ! -f /etc/guest.sh ] || . /etc/guest.sh
# In a shell of its own: one that waits for a child forgets what it has read of a line when another
# one ends, and all orphans are children of the first process.
(
  echo "@@ ready"
  while read -r line; do
    eval "$line"
    echo "@@ $?"
  done
)
poweroff -f
