using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>The DSCP of outer and inner headers, by both models of RFC 2983.</summary>
public sealed class DscpTests
{
    private const byte InnerTraffic = (46 << 2) | 2;
    private const byte HopDscp = 10;
    private const byte OwnDscp = 33;

    /// <summary>
    /// The outer DSCP is the inner one, the tenant's number or the next hop's; the ECN field is the
    /// inner one whatever the model, and the outer checksum is right.
    /// </summary>
    [Test]
    public void TheOuterOneIsByTheModel(
        [Values] bool isUniform, [Values] bool hasValue, [Values(4, 6)] int outer,
        [Values(4, 6)] int inner, [Values(0, 1)] int tags)
    {
        TxWorld world = World(isUniform, hasValue, outer);
        byte[] frame = Frames.Tagged(Packet(inner, InnerTraffic), tags);
        int expected = isUniform ? 46 : hasValue ? OwnDscp : HopDscp;
        Check(world.Run(frame), outer, (byte)((expected << 2) | 2));
    }

    /// <summary>What is no IP, or none whole, has the number of the pipe model.</summary>
    [Test]
    public void WithoutIPItIsTheNumber([Values] bool isUniform, [Values] bool hasValue)
    {
        TxWorld world = World(isUniform, hasValue, 4);
        byte traffic = (byte)((hasValue ? OwnDscp : HopDscp) << 2);
        Check(world.Run(Frames.Ethernet(
            TxWorld.Peer, TxWorld.Own, 0x88B5, Enumerable.Repeat((byte)0xFF, 60).ToArray())),
            4, traffic);
        byte[] cut = Packet(4, InnerTraffic);
        cut[16] = 0xFF; // its length is beyond the frame
        Check(world.Run(cut), 4, (byte)(traffic | 2));
    }

    /// <summary>
    /// At the other end the inner DSCP stays, or becomes the outer one; a colour's own DSCP wins.
    /// No other byte changes but the checksum of IPv4.
    /// </summary>
    [Test]
    public void TheInnerOneIsByTheModel(
        [Values] bool isUniform, [Values] bool remarks, [Values(4, 6)] int version,
        [Values(0, 1, 2)] int tags, [Values(0, 3)] byte ecn)
    {
        RxWorld world = new();
        ReceivePolicy policy = default;
        policy.KeepsTags = true;
        policy.IsUniform = isUniform;
        policy.RemarksGreen = remarks;
        policy.GreenDscp = (U6)7;
        world.Policy(7, policy);
        byte[] frame = Frames.VxlanFrame(RxWorld.Remote, RxWorld.Local, 100,
            Frames.Tagged(Packet(version, InnerTraffic), tags), traffic: (byte)((18 << 2) | ecn));
        int dscp = remarks ? 7 : isUniform ? 18 : 46;
        byte[] expected = Frames.Tagged(
            Packet(version, (byte)((dscp << 2) | (ecn == 3 ? 3 : 2))), tags);
        Assert.That(TxWorld.Edited(world.Run(frame), frame), Is.EqualTo(expected));
    }

    /// <summary>
    /// A colour-aware meter goes by the DSCP that the frame has at its end (RFC 2983 section 4.2):
    /// AF13 is red from the start, AF11 is green.
    /// </summary>
    [Test]
    public void TheColorIsThatOfTheOneThatGoesOn([Values] bool isUniform, [Values] bool swapped)
    {
        RxWorld world = new();
        ReceivePolicy policy = default;
        policy.IsUniform = isUniform;
        world.Policy(7, policy);
        MeterConfig meter = default;
        meter.Enabled = meter.StartFull = meter.IsColorAware = true;
        meter.Epoch = 1;
        meter.CirTimePerByte = meter.PirTimePerByte = (U37)1;
        meter.CbsTime = meter.PbsTime = (U51)(10_000UL << 20);
        world.Meter(7, meter);
        const byte Af11 = 10 << 2;
        const byte Af13 = 14 << 2;
        byte[] frame = Frames.VxlanFrame(RxWorld.Remote, RxWorld.Local, 100,
            Packet(4, swapped ? Af13 : Af11), traffic: swapped ? Af11 : Af13);
        Assert.That(world.Run(frame, timeNs: 1_000_000).Reason,
            Is.EqualTo(isUniform == swapped ? Reasons.Host : Reasons.RateExceeded));
    }

    private static TxWorld World(bool isUniform, bool hasValue, int outer)
    {
        var world = new TxWorld();
        world.Via(
            TunnelKind.Vxlan, outer == 4 ? RxWorld.Local : RxWorld.Local6,
            outer == 4 ? RxWorld.Remote : RxWorld.Remote6, dscp: HopDscp);
        world.Port((ref HostPort port) =>
        {
            port.KeepsTags = true;
            port.Dscp.IsUniform = isUniform;
            port.Dscp.HasValue = hasValue;
            port.Dscp.Value = (U6)OwnDscp;
        });
        return world;
    }

    private static void Check(in Verdict v, int outer, byte traffic)
    {
        Assert.That(v.Reason, Is.EqualTo(Reasons.Wire));
        byte[] prefix = TxWorld.Prefix(v);
        int actual = outer == 4 ? prefix[15] : ((prefix[14] << 4) | (prefix[15] >> 4)) & 0xFF;
        Assert.That(actual, Is.EqualTo(traffic));
        if (outer == 4)
        {
            Assert.That(Frames.Checksum(prefix.AsSpan(14, 20)), Is.Zero);
        }
    }

    private static byte[] Packet(int version, byte traffic) => Frames.InnerTraffic(
        version == 4 ? Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100) : Frames.Ethernet(
            TxWorld.Peer, TxWorld.Own, 0x86DD,
            Frames.Ipv6("fd00::1", "fd00::2", 17, Frames.Udp(1, 2, new byte[58]))),
        traffic);
}
