using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// What the end of a tunnel does to congestion marks, DSCP, tags and sources, on the kernels alone.
/// </summary>
public sealed class TunnelEndTests
{
    private const string NotEct = "not-ECT";
    private const string Ect0 = "ECT(0)";
    private const string Ect1 = "ECT(1)";
    private const string Ce = "CE";
    private const string Drop = "drop";

    private static readonly Dictionary<string, byte> Codepoints =
        new() { [NotEct] = 0b00, [Ect1] = 0b01, [Ect0] = 0b10, [Ce] = 0b11 };

    private static readonly string[] OuterFields = [NotEct, Ect0, Ect1, Ce];

    // RFC 6040 section 4.2, figure 4: rows are the inner, columns the outer fields.
    private static readonly (string Inner, string[] Out)[] Figure4 =
    [
        (NotEct, [NotEct, NotEct, NotEct, Drop]),
        (Ect0, [Ect0, Ect0, Ect1, Ce]),
        (Ect1, [Ect1, Ect1, Ect1, Ce]),
        (Ce, [Ce, Ce, Ce, Ce]),
    ];

    private static IEnumerable<TestCaseData> Figure() =>
        from row in Figure4
        from column in Enumerable.Range(0, 4)
        from tags in Enumerable.Range(0, 3)
        from version in (int[])[4, 6]
        select new TestCaseData(row.Inner, OuterFields[column], row.Out[column], tags, version);

    [TestCaseSource(nameof(Figure))]
    public void CongestionIsToldAsRfc6040Says(
        string inner, string outer, string expected, int tags, int version)
    {
        const byte Dscp = 0b101110 << 2;
        byte[] sent = Frames.Tagged(Packet(version, (byte)(Dscp | Codepoints[inner])), tags);
        byte[]? delivered = Deliver(World(), sent, (byte)(0b001010 << 2 | Codepoints[outer]));
        byte[]? wanted = expected == Drop ? null
            : Frames.Tagged(Packet(version, (byte)(Dscp | Codepoints[expected])), tags);
        Assert.That(delivered, Is.EqualTo(wanted), "but the ECN field nothing changes");
    }

    /// <summary>What is not IP has no field: nothing to mark, no reason to drop.</summary>
    [Test]
    public void FramesWithoutIpPassCongestion()
    {
        byte[] arp = Frames.Ethernet(2, 4, 0x0806, Frames.Arp(1, 4, "10.0.0.1", 0, "10.0.0.2"));
        byte[] cut = Packet(4, 2)[..33];
        Assert.That(Deliver(World(), arp, 3), Is.EqualTo(arp));
        Assert.That(Deliver(World(), cut, 3), Is.EqualTo(cut), "less than an IP header");
    }

    /// <summary>RFC 1624: an updated checksum is right, for every header and mark.</summary>
    [Test]
    public void ChecksumsStayRight()
    {
        Random random = new(1);
        for (int n = 0; n < 3000; n++)
        {
            byte[] packet = Frames.Ipv4(
                $"{random.Next(1, 224)}.{random.Next(256)}.0.1", "10.0.0.2", 17,
                new byte[random.Next(20)], fragment: (ushort)random.Next(65536));
            byte[] sent = Frames.Ethernet(2, 4, 0x0800,
                Frames.Traffic(packet, (byte)(random.Next(256) | 2)));
            byte[] delivered = Deliver(World(), sent, 3)!;
            Assert.That(Frames.Checksum(delivered.AsSpan(14, 20)), Is.Zero);
            Assert.That(delivered[15] & 3, Is.EqualTo(3));
        }
    }

    [TestCase(false, Reasons.InnerVlan, Reasons.InnerVlan)]
    [TestCase(true, Reasons.Host, Reasons.Wire)]
    public void InnerTagsAreKeptOnRequest(bool keeps, Reason rx, Reason tx)
    {
        RxWorld world = World(keeps);
        TxWorld sender = new();
        sender.KeepTags(keeps);
        foreach (ushort type in (ushort[])[0x8100, 0x88A8])
        {
            byte[] frame = Frames.Tag(Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 80), type, 5);
            Assert.That(world.Run(Wire(frame)).Reason, Is.EqualTo(rx));
            Assert.That(sender.Run(frame).Reason, Is.EqualTo(tx));
        }
    }

    /// <summary>RFC 6040 section 4.1, normal mode: the outer field is the inner one.</summary>
    [Test]
    public void TheOuterFieldIsACopy([Values(0, 1, 2, 3)] int ecn, [Values(4, 6)] int version)
    {
        byte[] frame = Packet(version, (byte)(0xB8 | ecn));
        Frames.Mac(TxWorld.Peer).CopyTo(frame, 0);
        byte[] prefix = TxWorld.Prefix(new TxWorld().Run(frame));
        Assert.That(prefix[15], Is.EqualTo(ecn));
        Assert.That(Frames.Checksum(prefix.AsSpan(14, 20)), Is.Zero);
    }

    [TestCase("192.0.2.2", Reasons.Host)]
    [TestCase("192.0.2.3", Reasons.ForeignSource)]
    [TestCase("192.0.2.1", Reasons.ForeignSource)]
    [TestCase("0.0.0.0", Reasons.InvalidSource)]
    [TestCase("0.1.2.3", Reasons.InvalidSource)]
    [TestCase("127.0.0.1", Reasons.InvalidSource)]
    [TestCase("224.0.0.1", Reasons.InvalidSource)]
    [TestCase("239.255.255.255", Reasons.InvalidSource)]
    [TestCase("255.255.255.255", Reasons.InvalidSource)]
    public void OuterSourcesAreChecked(string source, Reason reason)
    {
        RxWorld world = World();
        byte[] frame = Frames.VxlanFrame(source, RxWorld.Local, 100, Packet(4, 0));
        Assert.That(world.Run(frame).Reason, Is.EqualTo(reason));
        ReceivePolicy any = default;
        any.AnySource = true;
        world.Policy(7, any);
        Reason open = source == "192.0.2.3" ? Reasons.Host : reason;
        Assert.That(world.Run(frame).Reason, Is.EqualTo(open), "any source but our own");
    }

    [Test]
    public void UdpPortAndInterfaceAreTheEndpoints()
    {
        RxWorld world = World();
        byte[] frame = Frames.VxlanFrame(RxWorld.Remote, RxWorld.Local, 100, Packet(4, 0), 8472);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.NotTunnel));
        world.Endpoint(8472, 3);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.Host));
        Assert.That(world.Run(Wire(Packet(4, 0))).Reason, Is.EqualTo(Reasons.NotTunnel));
        world.Endpoint(8472, 2);
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.ForeignAddress));
        TxWorld sender = new();
        sender.Via(TunnelKind.Vxlan, RxWorld.Local, RxWorld.Remote, udpPort: 8472);
        byte[] prefix = TxWorld.Prefix(
            sender.Run(Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 80)));
        Assert.That(BinaryPrimitives.ReadUInt16BigEndian(prefix.AsSpan(36)), Is.EqualTo(8472));
    }

    [TestCase(ColorAction.Pass)]
    [TestCase(ColorAction.Remark)]
    [TestCase(ColorAction.Drop)]
    public void YellowIsTreatedAsTold(ColorAction action)
    {
        RxWorld world = World();
        ReceivePolicy policy = default;
        policy.OnYellow = (U2)(byte)action;
        policy.Dscp = (U6)10;
        world.Policy(7, policy);
        MeterConfig meter = default;
        meter.Enabled = meter.StartFull = true;
        meter.Epoch = 1;
        meter.CirTimePerByte = meter.PirTimePerByte = (U37)(1UL << 20);
        meter.CbsTime = (U51)(100UL << 20);
        meter.PbsTime = (U51)(200UL << 20);
        world.Meter(7, meter);
        byte[] sent = Packet(4, 0xBA);
        Assert.That(sent, Has.Length.EqualTo(100));
        byte[]? remarked = action switch
        {
            ColorAction.Pass => sent,
            ColorAction.Remark => Packet(4, (10 << 2) | 3),
            _ => null,
        };
        Assert.That(Deliver(world, sent, 0, Reasons.Host), Is.EqualTo(sent), "green");
        Reason yellow = action == ColorAction.Drop ? Reasons.YellowDropped : Reasons.Yellow;
        byte outer = action == ColorAction.Remark ? (byte)3 : (byte)0;
        Assert.That(Deliver(world, sent, outer, yellow), Is.EqualTo(remarked), "yellow");
        Assert.That(Deliver(world, sent, 0, Reasons.RateExceeded), Is.Null, "red");
    }

    /// <summary>
    /// Each colour has a DSCP of its own, behind any tags: no other byte of the frame changes but
    /// the checksum of IPv4, which stays right.
    /// </summary>
    [Test]
    public void EachColorIsTreatedAsTold(
        [Values(4, 6)] int version, [Values(0, 1, 2)] int tags, [Values] bool remarksGreen,
        [Values(ColorAction.Pass, ColorAction.Remark, ColorAction.Drop)] ColorAction onYellow,
        [Values(ColorAction.Pass, ColorAction.Remark, ColorAction.Drop)] ColorAction onRed,
        [Values(0, 3)] byte outerEcn)
    {
        const byte Before = 0xBA;
        byte[] dscp = [18, 20, 22];
        RxWorld world = new();
        ReceivePolicy policy = default;
        policy.KeepsTags = true;
        policy.RemarksGreen = remarksGreen;
        policy.GreenDscp = (U6)dscp[0];
        policy.OnYellow = (U2)(byte)onYellow;
        policy.Dscp = (U6)dscp[1];
        policy.PassesRed = onRed != ColorAction.Drop;
        policy.RemarksRed = onRed == ColorAction.Remark;
        policy.RedDscp = (U6)dscp[2];
        world.Policy(7, policy);
        byte[] sent = Tagged(Packet(version, Before), tags);
        MeterConfig meter = default;
        meter.Enabled = meter.StartFull = true;
        meter.Epoch = 1;
        meter.Kind = (U2)(byte)MeterKind.ExcessRate;
        meter.CirTimePerByte = meter.PirTimePerByte = (U37)(1UL << 20);
        meter.CbsTime = meter.PbsTime = (U51)((ulong)sent.Length << 20);
        world.Meter(7, meter);
        (ColorAction Action, Reason Passed, Reason Dropped)[] colors =
        [
            (remarksGreen ? ColorAction.Remark : ColorAction.Pass, Reasons.Host, Reasons.Host),
            (onYellow, Reasons.Yellow, Reasons.YellowDropped),
            (onRed, Reasons.Red, Reasons.RateExceeded),
        ];
        for (int color = 0; color < 3; color++)
        {
            var (action, passed, dropped) = colors[color];
            byte ecn = outerEcn == 3 ? (byte)3 : (byte)(Before & 3);
            byte after = (byte)(((action == ColorAction.Remark ? dscp[color] : Before >> 2) << 2)
                | ecn);
            byte[]? expected = action == ColorAction.Drop ? null
                : Tagged(Packet(version, after), tags);
            Assert.That(
                Deliver(world, sent, outerEcn, expected is null ? dropped : passed),
                Is.EqualTo(expected), $"color {color}");
        }
    }

    private static byte[] Tagged(byte[] frame, int tags) =>
    [
        .. frame[..12],
        .. Enumerable.Repeat((byte[])[0x81, 0x00, 0x00, 0x05], tags).SelectMany(t => t),
        .. frame[12..],
    ];

    private static RxWorld World(bool keepsTags = true)
    {
        ReceivePolicy policy = default;
        policy.KeepsTags = keepsTags;
        RxWorld world = new();
        world.Policy(7, policy);
        return world;
    }

    private static byte[] Wire(byte[] inner, byte traffic = 0) => Frames.VxlanFrame(
        RxWorld.Remote, RxWorld.Local, 100, inner, traffic: traffic);

    /// <summary>An inner frame of 100 bytes or, over IPv6, 120.</summary>
    private static byte[] Packet(int version, byte traffic) => Frames.InnerTraffic(
        version == 4 ? Frames.UdpFrame(2, 4, 100) : Frames.Ethernet(
            2, 4, 0x86DD, Frames.Ipv6("fd00::1", "fd00::2", 17, Frames.Udp(1, 2, new byte[58]))),
        traffic);

    /// <summary>The bytes that egress makes of the verdict; null for a drop.</summary>
    private static byte[]? Deliver(
        RxWorld world, byte[] inner, byte traffic, Reason? reason = null)
    {
        byte[] frame = Wire(inner, traffic);
        Verdict v = world.Run(frame);
        if (reason is not null)
        {
            Assert.That(v.Reason, Is.EqualTo(reason));
        }

        return (byte)v.Dest == (byte)Destination.Drop ? null : TxWorld.Edited(v, frame);
    }
}
