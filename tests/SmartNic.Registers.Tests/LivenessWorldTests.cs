using NUnit.Framework;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Registers.Tests;

/// <summary>The world of the bench in C++ is what the typed packers read.</summary>
public sealed class LivenessWorldTests
{
    private static readonly IReadOnlyList<WorldEntry> World =
        LivenessWorld.Entries(GatewaySpec.Device);

    private delegate void Unpack<T>(ReadOnlySpan<uint> words, out T entry);

    [Test]
    public void EveryInterfaceHasItsEndpoint()
    {
        var endpoints = Entries<ExactBucket<EndpointKey, EndpointValue>>(
            L.RxEndpointA.Id, L.RxEndpointA.Unpack);
        Assert.That(endpoints.Select(e => (int)e.E0.Value0.Interface),
            Is.EqualTo(Enumerable.Range(0, LivenessWorld.Interfaces)));
        Assert.That(endpoints.Select(e => e.E0.Value1), Is.EqualTo(
            endpoints.Select(e => e.E0.Value0)), "both generations");
    }

    [Test]
    public void AVniAndAQueueLeadToTheSameTenant()
    {
        var vnis = Entries<ExactBucket<VniKey, VniValue>>(L.RxVniA.Id, L.RxVniA.Unpack)
            .Select(e => (e.E0.Value0.Queue, e.E0.Value0.Tenant, e.E0.Key.Vni)).ToArray();
        var ports = Entries<HostPort>(L.TxPort.Id, L.TxPort.Unpack)
            .Select(e => (e.Tenant, e.Vni));
        Assert.That(vnis.Select(v => (v.Tenant, v.Vni)), Is.EqualTo(ports));
        Assert.That(World.Where(e => e.Table.Id == L.TxPort.Id).Select(e => e.Index),
            Is.EqualTo(vnis.Select(v => (uint)v.Queue)));
    }

    [Test]
    public void EachKeyIsInTheBucketThatTheKernelReads()
    {
        foreach (var entry in World.Where(e => e.Table.Id == L.TxFdbA.Id))
        {
            L.TxFdbA.Unpack([.. entry.Words], out var bucket);
            Assert.That(entry.Index, Is.EqualTo((uint)ExactMatch.Buckets(
                bucket.E0.Key, LivenessWorld.HashKey).A % L.TxFdbA.Depth));
        }
    }

    /// <summary>Of the two hops that addresses lead to, one is there.</summary>
    [Test]
    public void OneAddressHasNoRoute()
    {
        var hops = Entries<ExactBucket<FdbKey, FdbValue>>(L.TxFdbA.Id, L.TxFdbA.Unpack)
            .Select(e => (uint)e.E0.Value0.NextHop);
        var there = World.Where(e => e.Table.Id == L.TxNextHop.Id).Select(e => e.Index);
        Assert.That(hops.Except(there).Count(), Is.EqualTo(1));
    }

    [Test]
    public void AFieldThatIsGoneIsNamed()
    {
        var table = GatewaySpec.Device.Tables.Single(t => t.Name == L.TxPort.Name);
        Assert.That(() => EntryPacker.Pack(table, ("Vid", 1)), Throws.ArgumentException
            .With.Message.EqualTo("an entry of tx_port has no field Vid"));
    }

    [Test]
    public void AValueThatDoesNotFitIsRefused()
    {
        var table = GatewaySpec.Device.Tables.Single(t => t.Name == L.TxPort.Name);
        Assert.That(EntryPacker.Pack(table, ("Vni", 0xFFFFFF)), Has.Exactly(2).Items);
        Assert.That(() => EntryPacker.Pack(table, ("Vni", 0x1000000)), Throws.ArgumentException
            .With.Message.Contains("24 bits"));
    }

    private static T[] Entries<T>(int table, Unpack<T> unpack) =>
    [
        .. World.Where(e => e.Table.Id == table).Select(e =>
        {
            unpack([.. e.Words], out var entry);
            return entry;
        }),
    ];
}
