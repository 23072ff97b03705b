using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Bench;

/// <summary>One transaction with many forwarding entries, through a BAR that is memory.</summary>
internal static class DriverBench
{
    private const int Tenants = 100;
    private const int Entries = 20_000;
    private const int Rounds = 11;

    /// <summary>Measures words, time and garbage per entry.</summary>
    public static DriverSpeed Run()
    {
        GatewayConfig few = Gateways.Of(Tenants, 0, 16, 1_000_000_000);
        GatewayConfig many = Gateways.Of(Tenants, Entries, 16, 1_000_000_000);
        var (writes, reads) = Count(few, many);
        var driver = Attach(new MemoryBar());
        var rates = new List<double>();
        double garbage = 0;
        for (int round = 0; round < Rounds; round++)
        {
            driver.Apply(few);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            var clock = new CpuClock();
            ApplyResult result = driver.Apply(many);
            double seconds = clock.Seconds;
            garbage = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (result.EntriesAdded != Entries)
            {
                throw new InvalidOperationException(
                    $"driver: {result.EntriesAdded} of {Entries} entries were added");
            }

            rates.Add(Entries / seconds);
        }

        rates.Sort();
        return new DriverSpeed(Entries, (double)writes / Entries, reads, rates[Rounds / 2],
            garbage / Entries);
    }

    private static (long Writes, long Reads) Count(GatewayConfig few, GatewayConfig many)
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Attach(bar);
        driver.Apply(few);
        var (writes, reads) = (bar.Writes, bar.Reads);
        driver.Apply(many);
        return (bar.Writes - writes, bar.Reads - reads);
    }

    private static GatewayDriver Attach(Registers.IBar bar) =>
        GatewayDriver.Attach(bar, options: new AttachOptions { TablesAreEmpty = true });
}
