using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What the receive kernel charges for a frame, and which colour it comes with.</summary>
public sealed class ReceiveMeterTests
{
    private const uint Tenant = 7;

    /// <summary>An inner frame of IPv4 or IPv6 behind some tags, of so many bytes.</summary>
    internal static byte[] Inner(int version, int tags, int dscp, int length)
    {
        byte[] packet = version == 4
            ? Frames.Ipv4("10.0.0.1", "10.0.0.2", 17, new byte[8])
            : Frames.Ipv6("fd00::1", "fd00::2", 17, new byte[8]);
        (packet[0], packet[1]) = version == 4
            ? (packet[0], (byte)(dscp << 2))
            : ((byte)(0x60 | (dscp >> 2)), (byte)((dscp << 6) & 0xFF));
        ushort type = (ushort)(version == 4 ? 0x0800 : 0x86DD);
        byte[] frame = Frames.Ethernet(0x02AA00000001, 0x02AA00000002, type, packet);
        byte[] tagged =
        [
            .. frame[..12],
            .. Enumerable.Repeat((byte[])[0x81, 0x00, 0x00, 0x05], tags).SelectMany(t => t),
            .. frame[12..],
        ];
        return [.. tagged, .. new byte[length - tagged.Length]];
    }

    private static RxWorld World(
        LengthBase lengthBase, int burst, MeterKind kind = MeterKind.TwoRate, bool isAware = false)
    {
        var world = new RxWorld();
        world.Meter(Tenant, Config(lengthBase, burst, kind, isAware));
        ReceivePolicy policy = default;
        policy.KeepsTags = true;
        world.Policy(Tenant, policy);
        return world;
    }

    /// <summary>A meter with two buckets of so many bytes, full at first.</summary>
    internal static MeterConfig Config(
        LengthBase lengthBase, int burst, MeterKind kind = MeterKind.TwoRate, bool isAware = false)
    {
        MeterConfig c = default;
        c.Enabled = true;
        c.StartFull = true;
        c.Epoch = 1;
        c.CirTimePerByte = c.PirTimePerByte = (U37)(1UL << 20);
        c.CbsTime = c.PbsTime = (U51)((ulong)burst << 20);
        c.LengthBase = (U2)(byte)lengthBase;
        c.Kind = (U2)(byte)kind;
        c.IsColorAware = isAware;
        return c;
    }

    private static Reason Run(RxWorld world, byte[] inner) => world.Run(
        Frames.VxlanFrame(RxWorld.Remote, RxWorld.Local, 100, inner), timeNs: 1_000_000).Reason;

    /// <summary>A burst of exactly the charge passes one frame, and one of a byte less none.
    /// </summary>
    [Test]
    public void TheBaseIsCharged(
        [Values] LengthBase lengthBase, [Values(4, 6)] int version, [Values(0, 1, 2)] int tags,
        [Values(90, 1500)] int length)
    {
        byte[] inner = Inner(version, tags, 0, length);
        int charge = lengthBase switch
        {
            LengthBase.Frame => length,
            LengthBase.Line => 8 + length + 4 + 12,
            LengthBase.Payload => length - 14 - (4 * tags),
            _ => 64,
        };
        RxWorld world = World(lengthBase, charge);
        Assert.That(Run(world, inner), Is.EqualTo(Reasons.Host));
        Assert.That(Run(world, inner), Is.EqualTo(Reasons.RateExceeded));
        Assert.That(Run(World(lengthBase, charge - 1), inner), Is.EqualTo(Reasons.RateExceeded));
    }

    /// <summary>The DSCP counts where the meter is aware of colours, and only there.</summary>
    [Test]
    public void TheIncomingColorCounts(
        [Values] MeterKind kind, [Values] bool isAware, [Values(4, 6)] int version,
        [Values(0, 10, 12, 14, 36, 38, 46)] int dscp)
    {
        Reason expected = !isAware ? Reasons.Host : dscp switch
        {
            12 or 36 => Reasons.Yellow,
            14 or 38 => Reasons.RateExceeded,
            _ => Reasons.Host,
        };
        RxWorld world = World(LengthBase.Frame, 9000, kind, isAware);
        Assert.That(Run(world, Inner(version, 1, dscp, 100)), Is.EqualTo(expected));
    }
}
