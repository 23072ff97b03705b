"""Tunnel frames as scapy builds them, then mutated: mutate.py SEED COUNT FILE VNI...

A VNI is a tenant's; the first is carried by VXLAN over IPv4, then VXLAN over IPv6, Geneve and
NVGRE likewise.
"""
import random
import sys

from scapy.contrib.geneve import GENEVE, GeneveOptions
from scapy.layers.inet import GRE, ICMP, IP, TCP, UDP
from scapy.layers.inet6 import IPv6, IPv6ExtHdrDestOpt
from scapy.layers.l2 import Dot1Q, Ether
from scapy.layers.vxlan import VXLAN
from scapy.packet import Raw, fuzz
from scapy.utils import PcapWriter

BRIDGED = 0x6558
LONGEST = 1514  # what the wire's device sends


def outer(six):
    ether = Ether(src="02:00:00:00:00:02", dst="02:00:00:00:00:01")
    if six:
        return ether / IPv6(src="2001:db8::2", dst="2001:db8::1")
    return ether / IP(src="192.0.2.2", dst="192.0.2.1")


def inner(rng):
    ether = Ether(src="02:00:00:00:02:02", dst="02:00:00:00:02:01")
    if rng.random() < 0.1:
        ether = ether / Dot1Q(vlan=rng.randrange(4096))
    net = rng.choice([IP(src="10.0.0.2", dst="10.0.0.1", tos=rng.randrange(256)),
                      IPv6(src="fd00:1::2", dst="fd00:1::1", tc=rng.randrange(256))])
    upper = rng.choice([TCP(dport=9, flags="S"), UDP(dport=9), ICMP(), Raw()])
    return ether / net / upper / Raw(rng.randbytes(rng.randrange(60)))


def tunnel(rng, kind, vni):
    """The headers between the outer IP header and the inner frame."""
    if kind == "vxlan":
        return UDP(sport=rng.randrange(49152, 65536), dport=4789), VXLAN(vni=vni, flags=8)
    if kind == "nvgre":
        return GRE(key_present=1, key=(vni << 8) | rng.randrange(256), proto=BRIDGED), None
    options = [GeneveOptions(classid=rng.randrange(65536), type=rng.randrange(256),
                             data=rng.randbytes(4 * rng.randrange(8)))
               for _ in range(rng.choice([0, 0, 1, 2]))]
    head = GENEVE(vni=vni, proto=BRIDGED, options=options)
    return UDP(sport=rng.randrange(49152, 65536), dport=6081), head


def build(rng, vnis):
    """A frame of layers, one of them perhaps with fields at random."""
    which = rng.randrange(6)
    front, head = tunnel(rng, ("vxlan", "geneve", "nvgre")[which // 2], vnis[which])
    net = outer(which % 2)
    if which % 2 and rng.random() < 0.05:
        net = net / IPv6ExtHdrDestOpt()
    layers = [net, front] + ([head] if head else []) + [inner(rng)]
    if rng.random() < 0.5:
        n = rng.randrange(1, len(layers))
        layers[n] = fuzz(layers[n].copy())
    frame = layers[0]
    for layer in layers[1:]:
        frame = frame / layer
    return bytearray(bytes(frame))


def damage(rng, frame):
    """Bits turned, bytes and 16-bit words changed, the end cut or bytes added."""
    for _ in range(rng.choice([0, 1, 1, 2, 4])):
        at = rng.randrange(len(frame))
        kind = rng.randrange(5)
        if kind == 0:
            frame[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            frame[at] = rng.choice([0, 1, 0x7F, 0x80, 0xFF])
        elif kind == 2:
            at = rng.randrange(12, min(len(frame), 90))
            frame[at] ^= 1 << rng.randrange(8)
        elif kind == 3:
            del frame[max(14, at):]
        else:
            frame += rng.randbytes(rng.randrange(64))
    return bytes(frame[:LONGEST])


def main():
    seed, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    vnis = [int(word) for word in sys.argv[4:]]
    rng = random.Random(seed)
    random.seed(seed)  # scapy's own
    with PcapWriter(path, linktype=1) as writer:
        writer.write_header(None)
        done = 0
        while done < count:
            frame = build(rng, vnis)
            for _ in range(10):
                writer.write_packet(damage(rng, bytearray(frame)), sec=0, usec=0)
                done += 1


main()
