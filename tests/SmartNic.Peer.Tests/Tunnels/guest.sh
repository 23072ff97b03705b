# What the peer does in its guest. A tunnel ends in a network namespace of its own, so that the far
# hosts of all tenants have the same addresses.
mkdir -p /run/netns

# The shell would take its own of that name.
ip() { /bin/ip "$@"; }
tc() { /bin/tc "$@"; }

ip link set lo up
ip link set eth0 mtu 1600 up
ip addr add 192.0.2.2/24 dev eth0
ip addr add 2001:db8::2/64 dev eth0 nodad

# NAME TYPE...: a tunnel device and its far host.
tunnel() {
  local name=$1 address=""
  shift
  case $1 in
    gre | ip6gre | sit | ip6tnl) ;; # IP without Ethernet
    *) address="address 02:00:00:00:02:02" ;;
  esac
  ip -batch - <<. &&
link add $name type $@
netns add $name
link set $name netns $name
.
    ip -n "$name" -batch - <<. &&
link set $name $address mtu 1450 up
addr add 10.0.0.2/24 dev $name
addr add fd00:1::2/64 dev $name nodad
.
    tc -n "$name" qdisc add dev "$name" clsact
}

# NAME KEY LOCAL REMOTE: where a device without a key of its own sends to.
steer() {
  tc -n "$1" filter add dev "$1" egress pref 9 matchall \
    action tunnel_key set id "$2" src_ip "$3" dst_ip "$4" ttl 64 nocsum
}

# NAME...: removes both.
untunnel() {
  local name
  for name; do
    ip netns del "$name"
  done
}

# ADDRESS NAME...: pings from far hosts, all at once; says how many were answered.
ping_all() {
  (
    address=$1
    shift
    for name; do
      ip netns exec "$name" ping -q -c 1 -W 1 "$address" >/dev/null && echo answered &
    done
    wait
  ) | wc -l
}

# NAME ADDRESS BYTES: a datagram or a connection of random bytes from the far host, by socat; says
# what was sent.
send() {
  head -c "$3" /dev/urandom >/tmp/sent
  ip netns exec "$1" socat -u -b 65536 OPEN:/tmp/sent "$2" && sha256sum </tmp/sent
}

# NAME ADDRESS: the far host waits for one on port 5001 (0x1389), and `received` says what came.
# Not a job of this shell: at a job's end the shell forgets what it has read of a line.
receive() {
  rm -f /tmp/received /tmp/whole
  (ip netns exec "$1" socat -T 20 -u -b 65536 "$2" CREATE:/tmp/received && : >/tmp/whole &)
  retry ip netns exec "$1" \
    sh -c 'grep -q ":1389 [0-9A-F]*:0000" /proc/net/tcp* /proc/net/udp*'
}

received() {
  retry test -f /tmp/whole && sha256sum </tmp/received
}

# COMMAND...: until it succeeds, for half a minute at most.
retry() {
  local tries=0
  until "$@"; do
    [ $((tries += 1)) -lt 600 ] || return 1
    sleep 0.05
  done
}

# NAME MORE: marks what leaves by its ECN field (RFC 6040), inner headers on the tunnel, outer ones
# on the wire. A packet says in its length, from 1024 to 1039, which it is: the inner field in bits
# 3 and 2, the outer one in bits 1 and 0. Every tunnel here adds a multiple of 4, and MORE: 2 with
# Ethernet, else 0.
mark() {
  local n inner="" outer="" add="filter add dev"
  for n in 0 1 2 3; do
    local i="match u16 $((1024 + 4 * n)) 0xfffc" o="match u16 $(((n + $2) % 4)) 0x0003"
    local ip4="action pedit ex munge ip tos set $n retain 0x3 pipe csum ip4h continue"
    local ip6="action pedit ex munge ip6 traffic_class set $n retain 0x3 continue"
    inner="$inner
      $add $1 egress pref 1 protocol ip u32 $i at 2 $ip4
      $add $1 egress pref 2 protocol ipv6 u32 $i at 4 $ip6"
    outer="$outer
      $add eth0 egress pref 1 protocol ip u32 $o at 2 $ip4
      $add eth0 egress pref 2 protocol ipv6 u32 $o at 4 $ip6"
  done
  echo "$inner" | tc -n "$1" -batch - && echo "qdisc add dev eth0 clsact$outer" | tc -batch -
}

unmark() {
  tc -n "$1" filter del dev "$1" egress pref 1
  tc -n "$1" filter del dev "$1" egress pref 2
  tc qdisc del dev eth0 clsact
}

# NAME: a ping of each length over IPv4 and IPv6, all at once: some are not answered.
ping_marked() {
  ip netns exec "$1" sh -c 'for n in $(seq 1024 1039); do
    ping -q -c 1 -W 1 -s $((n - 28)) 10.0.0.1 >/dev/null &
    ping -q -c 1 -W 1 -s $((n - 8)) fd00:1::1 >/dev/null &
  done; wait'
}
