using SmartNic.Driver.Records;
using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>How full the index gets, and what is said when it is.</summary>
public sealed class RecordLoadTests
{
    private const int Buckets = 512;
    private const int Slots = 8 * Buckets;

    /// <summary>Records as many as slots: it is the index that is full first.</summary>
    [Test]
    public void NineTenthsFindAPlace()
    {
        var loads = new List<double>();
        var (stashed, moves) = (0, 0L);
        for (var seed = 1; seed <= 100; seed++)
        {
            var (store, writes) = Start(Slots, (ulong)seed * 0x9E3779B97F4A7C15);
            RecordInsert outcome;
            var n = 0;
            long before;
            do
            {
                before = writes();
                outcome = store.Insert(ConnectionKeys.Of(n++), default);
            }
            while (outcome == RecordInsert.Inserted);

            Assert.That(outcome, Is.EqualTo(RecordInsert.IndexFull), $"seed {seed}");
            Assert.That(writes(), Is.EqualTo(before), "what is refused changes nothing");
            Assert.That(store.Count, Is.EqualTo(n - 1));
            loads.Add((double)store.Count / Slots);
            stashed += store.Stashed;
            moves += store.Moves;
        }

        TestContext.Out.WriteLine($"load at the first refusal: least {loads.Min():F3}, mean "
            + $"{loads.Average():F3}; stashed {stashed / 100.0} of {Slots}; moves "
            + $"{moves / (loads.Sum() * Slots):F2} a record");
        Assert.That(loads.Min(), Is.GreaterThanOrEqualTo(0.9));
    }

    [Test]
    public void NoRecordIsLeft()
    {
        var (store, writes) = Start(records: 16, secret: 1);
        RecordInsert Insert(int n) => store.Insert(ConnectionKeys.Of(n), default);
        for (var n = 0; n < 16; n++)
        {
            Assert.That(Insert(n), Is.EqualTo(RecordInsert.Inserted));
        }

        store.Fence();
        var before = writes();
        Assert.That(Insert(16), Is.EqualTo(RecordInsert.RecordsFull));
        Assert.That(writes() - before, Is.Zero, "nothing leaves that a fence could free");
        Assert.That(store.Delete(ConnectionKeys.Of(3)));
        Assert.That(Insert(16), Is.EqualTo(RecordInsert.Inserted));
    }

    /// <summary>In the middle of the load at which entries move.</summary>
    [Test]
    public void NothingIsAllocated()
    {
        var (store, _) = Start(Slots, secret: 7);
        var n = 0;
        for (; n < Slots * 85 / 100; n++)
        {
            store.Insert(ConnectionKeys.Of(n), default);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            store.Insert(ConnectionKeys.Of(n + i), default);
            store.Delete(ConnectionKeys.Of(i));
        }

        store.Fence();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - allocated, Is.Zero);
    }

    [Test]
    public void SizesThatASlotCannotNameAreRefused()
    {
        var tables = ConnectionLayouts.Of(Buckets, 1 << 20);
        Assert.That(() => new RecordStore<ConnectionKey, ConnectionValue>(
            tables, new TableWriter(new RecordBoard(ConnectionLayouts.Of(1, 1)), 1), new Fence()),
            Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private sealed class Fence : IFence
    {
        public void Pass()
        {
        }
    }

    private static (RecordStore<ConnectionKey, ConnectionValue> Store, Func<long> Writes) Start(
        int records, ulong secret)
    {
        var tables = ConnectionLayouts.Of(Buckets, records);
        var bar = new KillBar(new RecordBoard(tables));
        var wait = new BusyWait(bar, TimeSpan.FromSeconds(1));
        var store = new RecordStore<ConnectionKey, ConnectionValue>(
            tables, new TableWriter(bar, 1), new DeviceFence(bar, wait));
        store.Start(secret);
        return (store, () => bar.Writes);
    }
}
