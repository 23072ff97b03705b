using System.Diagnostics;
using SmartNic.Driver;
using SmartNic.Driver.Tables;
using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Bench;

/// <summary>
/// Transactions of one forwarding entry, in tables that hold many, through a BAR that is memory:
/// the entry comes, and with the next one it goes.
/// </summary>
internal static class ChangeBench
{
    private const int Changes = 20_000;
    private const int Warm = 2_000;
    private const ulong HashKey = 0x0123_4567_89AB_CDEF;

    /// <summary>Measures a table of 64 K entries half full, one nearly full, and a driver.
    /// </summary>
    public static IEnumerable<ChangeSpeed> Run()
    {
        yield return OfTable(16_384, 65_536);
        yield return OfTable(8_192, 61_000);
        yield return OfDriver(30_000);
    }

    private static ChangeSpeed OfTable(int buckets, int entries)
    {
        var bar = new CountingBar(new MemoryBar());
        var writer = new TableWriter(bar, 1);
        var table = new ExactTable<FdbKey, FdbValue>(
            Deep(TableLayouts.TxFdbA.Layout, buckets), Deep(TableLayouts.TxFdbB.Layout, buckets));
        var generation = 0;
        void Commit()
        {
            var unplaced = new List<Unplaced>();
            if (table.Place(unplaced) is not null || unplaced.Count > 0)
            {
                throw new InvalidOperationException("driver: an entry has no place");
            }

            table.WritePlan(writer);
            generation = 1 - generation;
            table.Tidy(writer);
        }

        table.BeginWorld(generation, HashKey);
        for (var n = 0; n < entries; n++)
        {
            table.Want(Key(n), Hop, n % 100);
        }

        Commit();
        return Measure("table", entries, table.Capacity, bar, n =>
        {
            table.Begin(generation);
            if (n % 2 == 0)
            {
                table.Put(Key(entries + n), Hop, 1);
            }
            else
            {
                table.Remove(Key(entries + n - 1));
            }

            Commit();
        });
    }

    private static ChangeSpeed OfDriver(int entries)
    {
        const int Tenants = 100;
        var bar = new CountingBar(new MemoryBar());
        var driver = GatewayDriver.Attach(
            bar, options: new AttachOptions { TablesAreEmpty = true });
        driver.Apply(Gateways.Of(Tenants, entries, 16, 1_000_000_000));
        var view = driver.Tables().Single(t => t.Name == "tx_fdb");
        return Measure("gateway", view.Used, view.Capacity, bar, n =>
        {
            var flow = entries + (n / 2);
            var change = new ForwardingChange(
                $"t{flow % Tenants}", new MacAddress(Gateways.Mac(flow)), n % 2 == 0 ? "r3" : null);
            if (!driver.Change(new GatewayChange(change)).Changed)
            {
                throw new InvalidOperationException("driver: a change was refused");
            }

            // What the slow path looks addresses up in follows.
            driver.Forwarding();
        });
    }

    private static ChangeSpeed Measure(
        string what, int entries, int slots, CountingBar bar, Action<int> change)
    {
        for (var n = 0; n < Warm; n++)
        {
            change(n);
        }

        var times = new double[Changes];
        var writes = bar.Writes;
        var garbage = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < Changes; n++)
        {
            var start = Stopwatch.GetTimestamp();
            change(Warm + n);
            times[n] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        garbage = GC.GetAllocatedBytesForCurrentThread() - garbage;
        Array.Sort(times);
        return new ChangeSpeed(
            what, entries, slots, times[Changes / 2], times[Changes * 99 / 100],
            (double)(bar.Writes - writes) / Changes, (double)garbage / Changes);
    }

    private static FdbValue Hop { get; } = new() { NextHop = (U12)1 };

    private static FdbKey Key(int flow) =>
        new() { Tenant = (U12)(uint)(1 + (flow % 100)), Mac = (U48)Gateways.Mac(flow) };

    // The forwarding table with another number of buckets, a power of two.
    private static TableLayout<ExactBucket<FdbKey, FdbValue>> Deep(
        TableLayout<ExactBucket<FdbKey, FdbValue>> layout, int buckets) =>
        layout with { Info = layout.Info with { Depth = buckets } };
}
