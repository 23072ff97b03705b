using SmartNic.Driver;
using SmartNic.Driver.Records;
using SmartNic.Driver.Tables;
using SmartNic.Kernels.Samples;
using SmartNic.Registers;
using SmartNic.Testing;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Bench;

/// <summary>
/// Live records of 64 K slots through a BAR that is memory, filled to nine tenths: keys of 308
/// bits, a fence for every 64 inserts.
/// </summary>
internal static class RecordBench
{
    private const int Buckets = 8192;
    private const int Records = 65_536;
    private const int Entries = Records * 9 / 10;
    private const int PerFence = 64;
    private const int Rounds = 11;

    /// <summary>Measures inserts from nothing to nine tenths.</summary>
    public static RecordSpeed Run()
    {
        var keys = new ConnectionKey[Entries];
        for (var n = 0; n < Entries; n++)
        {
            keys[n] = new()
            {
                SourceLow = (ulong)(n / 50_000), SourcePort = (ushort)(n % 50_000), Protocol = 6,
            };
        }

        var rates = new List<double>();
        long garbage = 0, moves = 0, writes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var memory = new MemoryBar();
            memory.Write32(G.Drained, 1);
            var bar = new CountingBar(memory);
            var store = new RecordStore<ConnectionKey, ConnectionValue>(
                ConnectionLayouts.Of(Buckets, Records), new TableWriter(bar, 1),
                new DeviceFence(bar, new BusyWait(bar, TimeSpan.FromSeconds(1))));
            store.Start(0x0123_4567_89AB_CDEF + (ulong)round);
            var (before, allocated) = (bar.Writes, GC.GetAllocatedBytesForCurrentThread());
            var clock = new CpuClock();
            Fill(store, keys);
            rates.Add(Entries / clock.Seconds);
            garbage = GC.GetAllocatedBytesForCurrentThread() - allocated;
            (moves, writes) = (store.Moves, bar.Writes - before);
        }

        rates.Sort();
        return new RecordSpeed(Entries, Records, rates[Rounds / 2], (double)writes / Entries,
            (double)moves / Entries, (double)garbage / Entries);
    }

    private static void Fill(
        RecordStore<ConnectionKey, ConnectionValue> store, ConnectionKey[] keys)
    {
        for (var n = 0; n < keys.Length; n++)
        {
            if (store.Insert(keys[n], default) != RecordInsert.Inserted)
            {
                throw new InvalidOperationException($"records: no room for {n} of {Records}");
            }

            if (n % PerFence == 0)
            {
                store.Fence();
            }
        }
    }
}
