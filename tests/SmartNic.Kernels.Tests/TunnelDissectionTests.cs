using NUnit.Framework;
using SmartNic.Packets;

namespace SmartNic.Kernels.Tests;

/// <summary>Wireshark's own dissectors read every tunnel that starts here.</summary>
public sealed class TunnelDissectionTests
{
    private const ushort EthernetLink = 1;

    private static readonly byte[] Options =
        [1, 2, 0x03, 2, 1, 2, 3, 4, 5, 6, 7, 8, 0xFF, 0xFF, 0x01, 0];

    private static readonly string[] Fields =
    [
        "frame.protocols", "vxlan.vni", "geneve.vni", "geneve.option.length", "gre.key",
        "ip.checksum.status", "ip.dsfield.ecn", "ipv6.tclass.ecn", "eth.dst", "udp.dstport",
        "_ws.expert.message",
    ];

    private const string Macs = "02:00:00:00:00:02,02:aa:00:00:00:01";

    [TestCase(TunnelKind.Vxlan, 4, "ip:udp:vxlan", "11259375|||", "1,1|3,3|", "4789,2000")]
    [TestCase(TunnelKind.Vxlan, 6, "ipv6:udp:vxlan", "11259375|||", "1|3|3", "4789,2000")]
    [TestCase(TunnelKind.Geneve, 4,
        "ip:udp:geneve", "|0xabcdef|16,12,4|", "1,1|3,3|", "6081,2000")]
    [TestCase(TunnelKind.Geneve, 6,
        "ipv6:udp:geneve", "|0xabcdef|16,12,4|", "1|3|3", "6081,2000")]
    [TestCase(TunnelKind.Nvgre, 4, "ip:gre", "|||0xabcdefFLOW", "1,1|3,3|", "2000")]
    [TestCase(TunnelKind.Nvgre, 6, "ipv6:gre", "|||0xabcdefFLOW", "1|3|3", "2000")]
    public void ATunnelIsReadAsSuch(
        TunnelKind kind, int version, string protocols, string id, string outer, string ports)
    {
        Tool.Needs("tshark");
        var (local, remote) = version == 4 ? (RxWorld.Local, RxWorld.Remote)
            : (RxWorld.Local6, RxWorld.Remote6);
        TxWorld world = new();
        world.Via(kind, local, remote, options: kind == TunnelKind.Geneve ? Options : null);
        byte[] inner = Frames.InnerTraffic(
            Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100), 3);
        byte[] frame = TxWorld.Edited(world.Run(inner), inner);
        string path = Path.Combine(
            TestContext.CurrentContext.WorkDirectory, $"tunnel-{kind}-{version}.pcap");
        using (PcapWriter pcap = PcapWriter.Create(path, EthernetLink))
        {
            pcap.Write(0, frame);
        }

        var (code, output) = Tool.Run(TimeSpan.FromSeconds(60), "tshark",
        [
            "-r", path, "-o", "ip.check_checksum:TRUE", "-T", "fields", "-E", "separator=|",
            .. Fields.SelectMany(f => new[] { "-e", f }),
        ]);
        Assert.That(code, Is.Zero, output);
        string flow = $"{frame[(version == 4 ? 34 : 54) + 7]:x2}";

        // RFC 6935 permits it for tunnels; Wireshark says it of all UDP over IPv6.
        string notice = version == 6 & kind != TunnelKind.Nvgre
            ? "Illegal checksum value (0)"
            : "";
        id = id.Replace("FLOW", flow, StringComparison.Ordinal);
        Assert.That(
            output.Split('\n').Single(line => line.Contains('|', StringComparison.Ordinal)),
            Is.EqualTo($"eth:ethertype:{protocols}:eth:ethertype:ip:udp:data|{id}|{outer}|{Macs}|"
                + $"{ports}|{notice}"));
    }
}
