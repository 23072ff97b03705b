using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What the send kernel charges for a frame, and what not.</summary>
public sealed class SendMeterTests
{
    private static byte[] Inner(int version, int tags, int dscp, int length)
    {
        byte[] frame = ReceiveMeterTests.Inner(version, tags, dscp, length);
        Frames.Mac(TxWorld.Peer).CopyTo(frame, 0);
        return frame;
    }

    private static TxWorld World(in MeterConfig config)
    {
        TxWorld world = new();
        world.KeepTags(true);
        world.Meter(config);
        return world;
    }

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
        TxWorld world = World(ReceiveMeterTests.Config(lengthBase, charge));
        Assert.That(world.Run(inner).Reason, Is.EqualTo(Reasons.Wire));
        Assert.That(world.Run(inner).Reason, Is.EqualTo(Reasons.RateExceeded));
        Assert.That(World(ReceiveMeterTests.Config(lengthBase, charge - 1)).Run(inner).Reason,
            Is.EqualTo(Reasons.RateExceeded));
    }

    [Test]
    public void TheIncomingColorCounts(
        [Values] MeterKind kind, [Values] bool isAware, [Values(4, 6)] int version,
        [Values(0, 10, 12, 14, 36, 38, 46)] int dscp)
    {
        Reason expected = !isAware ? Reasons.Wire : dscp switch
        {
            12 or 36 => Reasons.Yellow,
            14 or 38 => Reasons.RateExceeded,
            _ => Reasons.Wire,
        };
        TxWorld world = World(ReceiveMeterTests.Config(LengthBase.Frame, 9000, kind, isAware));
        Assert.That(world.Run(Inner(version, 1, dscp, 100)).Reason, Is.EqualTo(expected));
    }

    /// <summary>What goes elsewhere, or is dropped before, leaves the bucket as it is.</summary>
    [Test]
    public void OnlyWhatGoesToTheWireIsCharged()
    {
        byte[] good = Inner(4, 0, 0, 100);
        TxWorld world = World(ReceiveMeterTests.Config(LengthBase.Frame, 100));
        world.KeepTags(false);
        byte[] header = new byte[32];
        (header[0], header[1], header[5], header[15]) = (1, (byte)InjectAction.Host, 7, 9);
        Assert.That(world.Run(Frames.UdpFrame(TxWorld.Peer + 1, TxWorld.Own, 100)).Reason,
            Is.EqualTo(Reasons.Slow));
        Assert.That(world.Run(Frames.Tagged(good, 1)).Reason, Is.EqualTo(Reasons.InnerVlan));
        Assert.That(world.Run([.. header, .. good], slow: true).Reason,
            Is.EqualTo(Reasons.Answer));
        Assert.That(world.Run(good).Reason, Is.EqualTo(Reasons.Wire));
    }

    /// <summary>What is dropped behind it has been charged, as it was on its way.</summary>
    [Test]
    public void WhatHasNoWayIsCharged()
    {
        TxWorld world = World(ReceiveMeterTests.Config(LengthBase.Frame, 9200));
        Assert.That(world.Run(Inner(4, 0, 0, 9180)).Reason, Is.EqualTo(Reasons.Oversize));
        Assert.That(world.Run(Inner(4, 0, 0, 100)).Reason, Is.EqualTo(Reasons.RateExceeded));
    }

    /// <summary>What the slow path sends in a tenant's name is the tenant's.</summary>
    [Test]
    public void InjectedFramesAreCharged()
    {
        byte[] good = Inner(4, 0, 0, 100);
        TxWorld world = World(ReceiveMeterTests.Config(LengthBase.Frame, 100));
        byte[] header = new byte[32];
        (header[0], header[1], header[5], header[13], header[15]) =
            (1, (byte)InjectAction.Encapsulate, 7, 21, 9);
        Assert.That(world.Run([.. header, .. good], slow: true).Reason, Is.EqualTo(Reasons.Wire));
        Assert.That(world.Run(good).Reason, Is.EqualTo(Reasons.RateExceeded));
    }

    /// <summary>Bytes that are counted are those of the frame, whatever its colour.</summary>
    [Test]
    public void ADropIsTheTenants()
    {
        Verdict v = World(ReceiveMeterTests.Config(LengthBase.Frame, 99))
            .Run(Inner(4, 0, 0, 100));
        Assert.That((v.Reason, (uint)v.Tenant, (uint)v.CountBytes, (byte)v.Dest),
            Is.EqualTo((Reasons.RateExceeded, 7u, 100u, (byte)Destination.Drop)));
    }
}
