using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What the receive kernel decides, case by case.</summary>
public sealed class RxPipelineTests
{
    private static readonly byte[] Inner = Frames.UdpFrame(0x02AA00000001, 0x02AA00000002, 100);

    private static byte[] Good =>
        Frames.VxlanFrame(RxWorld.Remote, RxWorld.Local, 100, Inner);

    private static byte[] Outer(byte protocol, byte[] payload) => Frames.Ethernet(
        2, 4, 0x0800, Frames.Ipv4(RxWorld.Remote, RxWorld.Local, protocol, payload));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void DecapsulatesWithTags(int tags)
    {
        byte[] frame = Good;
        for (int i = 0; i < tags; i++)
        {
            frame = Frames.Tag(frame, i == 1 ? (ushort)0x88A8 : (ushort)0x8100, 5);
        }

        Verdict v = new RxWorld().Run([.. frame, 0xEE, 0xEE]);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Host));
        Assert.That((Destination)(byte)v.Dest, Is.EqualTo(Destination.Host));
        Assert.That((uint)v.Tenant, Is.EqualTo(7));
        Assert.That((uint)v.Queue, Is.EqualTo(9));
        Assert.That(v.Resume, Is.EqualTo(50 + (4 * tags)));
        Assert.That((uint)v.Length, Is.EqualTo(Inner.Length), "outer padding is trimmed");
        Assert.That((uint)v.CountBytes, Is.EqualTo(Inner.Length));
    }

    [Test]
    public void DecapsulatesWithOptions([Range(0, 10)] int words)
    {
        byte[] packet = Frames.Ipv4(RxWorld.Remote, RxWorld.Local, 17,
            Frames.Udp(9, 4789, Frames.Vxlan(100, Inner)), new byte[4 * words]);
        Verdict v = new RxWorld().Run(Frames.Ethernet(2, 4, 0x0800, packet));
        Assert.That(v.Reason, Is.EqualTo(Reasons.Host));
        Assert.That(v.Resume, Is.EqualTo(50 + (4 * words)));
    }

    [Test]
    public void APacketSeesOneGeneration([Values] bool gen)
    {
        var world = new RxWorld((U2)2);
        Reason reason = gen ? Reasons.Host : Reasons.ForeignAddress;
        Assert.That(world.Run(Good, gen).Reason, Is.EqualTo(reason));
    }

    [TestCase(false, 7u, 9u)]
    [TestCase(true, 8u, 10u)]
    public void APacketFindsTheValueOfItsGeneration(bool gen, uint tenant, uint queue)
    {
        Verdict v = new RxWorld().Run(Good, gen);
        Assert.That(((uint)v.Tenant, (uint)v.Queue), Is.EqualTo((tenant, queue)));
    }

    [Test]
    public void APacketIsLookedUpWithTheHashKeyThatItCarries()
    {
        Verdict v = new RxWorld().Run(Good, hashKey: RxWorld.HashKey ^ 1);
        Assert.That(v.Reason, Is.EqualTo(Reasons.ForeignAddress));
    }

    [Test]
    public void PuntsWhatTheSlowPathAnswers()
    {
        var world = new RxWorld();
        byte[] arp = Frames.Ethernet(0xFFFFFFFFFFFF, 4, 0x0806,
            Frames.Arp(1, 4, RxWorld.Remote, 0, RxWorld.Local));
        byte[] ns = Frames.Ethernet(0x3333FF000001, 4, 0x86DD,
            Frames.Ipv6("fe80::1", "ff02::1:ff00:1", 58, Frames.Solicitation(RxWorld.Local6)));
        foreach (var (frame, reason) in new[]
        {
            (arp, PuntReason.WireArp),
            (ns, PuntReason.WireNeighbour),
            (Outer(1, Frames.Echo(8, 56)), PuntReason.WirePing),
        })
        {
            Verdict v = world.Run(frame, timeNs: 0x1122334455667788);
            Assert.That(v.Reason, Is.EqualTo(Reasons.Slow));
            Assert.That((Destination)(byte)v.Dest, Is.EqualTo(Destination.Slow));
            Assert.That((uint)v.PrefixBytes, Is.EqualTo(32));
            Assert.That(v.Prefix[0], Is.EqualTo(
                0x0100_0003_0000_0000 | ((ulong)reason << 40) | (uint)frame.Length));
            Assert.That(v.Prefix[2], Is.EqualTo(0x1122334455667788));
            Assert.That((uint)v.Length, Is.EqualTo(frame.Length));
        }
    }

    [Test]
    public void TheWireIsHeldToItsSlowPathLimit()
    {
        var world = new RxWorld();
        MeterConfig limit = default;
        limit.Enabled = true;
        limit.StartFull = true;
        limit.Epoch = 1;
        limit.CirTimePerByte = limit.PirTimePerByte = (U37)(1UL << 20);
        limit.CbsTime = limit.PbsTime = (U51)(128UL << 20);
        world.Meter(0, limit);
        byte[] ping = Outer(1, Frames.Echo(8, 1000));
        var reasons = Enumerable.Range(0, 3).Select(_ => world.Run(ping).Reason);
        Assert.That(reasons,
            Is.EqualTo(new[] { Reasons.Slow, Reasons.Slow, Reasons.SlowPathLimit }));
        Assert.That(world.Run(Good).Reason, Is.EqualTo(Reasons.Host));
    }
}
