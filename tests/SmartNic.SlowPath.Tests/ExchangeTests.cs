namespace SmartNic.SlowPath.Tests;

/// <summary>Nothing that an old world made leaves in a new one but in the same tenant's name.
/// </summary>
public sealed class ExchangeTests
{
    private static readonly SlowPathTenant Red = Tenants.Tenant(1, 10, name: "red");

    private static IEnumerable<TestCaseData> Successors()
    {
        TestCaseData Case(string name, SlowPathTenant? next, int answers, int copies) =>
            new TestCaseData(next, answers, copies).SetArgDisplayNames(name);

        yield return Case("the same", Red with { }, 1, 8);
        yield return Case("another limit", Red with { CopiesPerSecond = 5 }, 1, 8);
        yield return Case("gone", null, 0, 0);
        yield return Case("another name, same index and VNI", Red with { Name = "blue" }, 0, 0);
        yield return Case("another VNI", Red with { Vni = 7 }, 0, 0);
        yield return Case("another queue", Red with { Queue = 7 }, 0, 0);
        yield return Case("other remotes", Red with { Flood = [1, 2, 3, 20] }, 1, 0);
        yield return Case("no remotes", Red with { Flood = [] }, 1, 0);
    }

    [TestCaseSource(nameof(Successors))]
    public void WhatWaitsLeavesOnlyForTheSameTenant(
        SlowPathTenant? next, int answers, int copies)
    {
        var engine = new SlowPathEngine(Tenants.World(Red));
        engine.Handle(Red.Punt(Reasons.Broadcast, Tenants.Broadcast), 1);
        var port = new Port { KeepsBytes = true };
        Assert.That(port.Take(engine, 2), Is.EqualTo(2));
        engine.Handle(Red.Punt(Reasons.Arp, Frames.TenantArp), 1);
        engine.World = next is null ? SlowPathWorld.Empty : Tenants.World(next);
        port.Frames.Clear();
        port.Take(engine, 1000);
        Assert.That(port.Frames.Count(f => f.Action == 3), Is.EqualTo(answers));
        Assert.That(port.Frames.Count(f => f.Action == 1), Is.EqualTo(copies));
        IReadOnlyDictionary<string, long> all = engine.Counters.All;
        Assert.That(all["stale"], Is.EqualTo(1 + 8 - answers - copies));
        Assert.That(all["waiting"], Is.Zero);
        Ledger.Check(engine.Counters);

        // The successor is served as if nothing had been.
        if (next is { Flood.Count: > 0 })
        {
            port.Frames.Clear();
            engine.Handle(next.Punt(Reasons.Broadcast, Tenants.Broadcast), 1_000_000_000);
            port.Take(engine, 1000);
            Assert.That(port.Frames.Select(f => f.NextHop), Is.EqualTo(next.Flood));
        }
    }

    /// <summary>A removed tenant's punts still wait at the board when another has its index and its
    /// VNI: the time in the punt tells them apart.</summary>
    [Test]
    public void PuntsOfAPredecessorAreNobodys()
    {
        SlowPathTenant blue = Red with { Name = "blue" };
        SlowPathWorld first = Tenants.World(Red).After(SlowPathWorld.Empty, 0x10);
        SlowPathWorld second =
            Tenants.World(blue).After(SlowPathWorld.Empty.After(first, 0x90), 0x9A);
        var engine = new SlowPathEngine(first);
        byte[] punt = Red.Punt(Reasons.Arp, Frames.TenantArp); // at 0x99
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.ArpAnswered));
        engine.World = second;
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.TenantUnknown));
        punt[23] = 0x9A;
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.ArpAnswered));

        // A tenant that stays keeps its time.
        engine.World = Tenants.World(blue).After(second, 0xFF);
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.ArpAnswered));
        Ledger.Check(engine.Counters);
    }

    [Test]
    public void AForwardedFrameDoesNotFollowAnOldAddress()
    {
        Bench bench = Bench.Create();
        byte[] frame = Hex.Bytes("020000000103 020000000101 88b5 0102030405");
        bench.Engine.Handle(Bench.Punted(Reasons.UnknownUnicast, frame, Bench.Red), 1);
        bench.Engine.World = Tenants.World(Bench.RedTenant);
        Assert.That(new Port().Take(bench.Engine, 10), Is.Zero);
        Assert.That(bench.Engine.Counters.All["stale"], Is.EqualTo(1));
        Ledger.Check(bench.Engine.Counters);
    }

    /// <summary>The world follows a change of where addresses are; the rest of it stays.</summary>
    [TestCase((ushort)5, 1)]
    [TestCase((ushort)6, 0)]
    public void AWorldFollowsAChangedAddress(ushort nextHop, int sent)
    {
        Bench bench = Bench.Create();
        byte[] frame = Hex.Bytes("020000000103 020000000101 88b5 0102030405");
        bench.Engine.Handle(Bench.Punted(Reasons.UnknownUnicast, frame, Bench.Red), 1);
        bench.Engine.World = bench.Engine.World.With(FdbImage.Of(
            [(Bench.Red, Bench.FarMac, nextHop), (Bench.Lonely, Bench.FarMac, 9)]));
        Assert.That(new Port().Take(bench.Engine, 10), Is.EqualTo(sent));

        var port = new Port { KeepsBytes = true };
        bench.Engine.Handle(Bench.Punted(Reasons.UnknownUnicast, frame, Bench.Red), 2);
        port.Take(bench.Engine, 10);
        Assert.That(port.Frames.Single().NextHop, Is.EqualTo(nextHop));
        Ledger.Check(bench.Engine.Counters);
    }

    [Test]
    public void WhatWaitsForALostBoardIsCounted()
    {
        var engine = new SlowPathEngine(Tenants.World(Red));
        engine.Handle(Red.Punt(Reasons.Broadcast, Tenants.Broadcast), 1);
        engine.Handle(Red.Punt(Reasons.Arp, Frames.TenantArp), 1);
        engine.Handle(Bench.Punted(Reasons.WireArp, Frames.WireArp), 1);
        new Port().Take(engine, 3);
        Assert.That(engine.Counters.All["injected"], Is.EqualTo(3));
        engine.Abandon();
        Assert.That(engine.Counters.All["board_lost"], Is.EqualTo(9));
        Assert.That(engine.Waiting, Is.Zero);
        Ledger.Check(engine.Counters);
    }
}
