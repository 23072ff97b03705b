using SmartNic.Driver.Tests.Board;
using SmartNic.Kernels;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Counters;

/// <summary>Many who ask for the counters of a slow board.</summary>
public sealed class SharedReadingTests
{
    /// <summary>
    /// Each sees what was counted before it asked, and ten readers cost two readings.
    /// </summary>
    [Test]
    public void ManyWhoAskShareAReading()
    {
        using var bar = new GateBar();
        var driver = Fresh.Attach(bar);
        driver.Apply(new GatewayConfig { Tenants = [new TenantConfig { Name = "red", Vni = 1 }] });
        ulong Red() => driver.ReadCounters().Tenants["red"].Rx.Packets;
        var before = bar.Exchanges;
        Assert.That(Red(), Is.Zero);
        var ofOne = bar.Exchanges - before;

        bar.Gate.Reset();
        var first = Task.Run(Red);
        bar.Entered.Wait();
        var selected = I.CounterSelectWord(0, CounterIndex.Of(1, Outcome.Delivered));
        bar.Board.Interfaces[0].Counters[selected] = (2, 120);
        var waiting = 0;
        var others = Enumerable.Range(0, 9).Select(_ => Task.Factory.StartNew(
            () =>
            {
                Interlocked.Increment(ref waiting);
                return Red();
            },
            TaskCreationOptions.LongRunning)).ToArray();
        Assert.That(() => waiting, Is.EqualTo(9).After(30_000, 10));
        Thread.Sleep(100);
        before = bar.Exchanges;
        bar.Gate.Set();
        Task.WaitAll(others);
        first.Wait();
        Assert.That(others.Select(o => o.Result), Has.All.EqualTo(2));
        Assert.That(bar.Exchanges - before, Is.LessThan(3 * ofOne));
    }

    /// <summary>Who asks for one tenant does not wait until those of others are read.</summary>
    [Test]
    public void OneTenantIsReadByItself()
    {
        using var bar = new GateBar();
        var driver = Fresh.Attach(bar);
        driver.Apply(new GatewayConfig
        {
            Tenants =
            [
                .. Enumerable.Range(1, 100)
                    .Select(i => new TenantConfig { Name = $"t{i}", Vni = (uint)i }),
            ],
        });
        driver.SweepCounters();
        foreach (var name in new[] { "t3", "t7" })
        {
            var index = driver.TenantIndex(name)!.Value;
            var selected = I.CounterSelectWord(
                0, CounterIndex.Of(index, Outcome.Delivered));
            bar.Board.Interfaces[0].Counters[selected] = (2, 120);
        }

        var before = bar.Exchanges;
        Assert.That(driver.RefreshCounters("t7"), Is.True);
        Assert.That(bar.Exchanges - before, Is.LessThanOrEqualTo(2));
        var tenants = driver.LastCounters().Tenants;
        Assert.That(tenants["t7"].Rx.Packets, Is.EqualTo(2));
        Assert.That(tenants["t3"].Rx.Packets, Is.Zero, "not asked for");
        Assert.That(driver.ReadCounters().Tenants["t3"].Rx.Packets, Is.EqualTo(2));
        Assert.That(driver.RefreshCounters("nobody"), Is.False);
    }

    /// <summary>A board that stands still at an exchange while its gate is closed.</summary>
    private sealed class GateBar : IBar, IDisposable
    {
        public MemoryBar Board { get; } = new();

        public ManualResetEventSlim Gate { get; } = new(true);

        public ManualResetEventSlim Entered { get; } = new();

        public int Exchanges { get; private set; }

        public uint Read32(uint offset) => Board.Read32(offset);

        public void Write32(uint offset, uint value) => Board.Write32(offset, value);

        public void WriteBlock(uint offset, ReadOnlySpan<uint> words) =>
            Board.WriteBlock(offset, words);

        public void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
        {
            if (!Gate.IsSet)
            {
                Entered.Set();
                Gate.Wait();
            }

            Exchanges++;
            ((IBar)Board).Exchange(accesses, words);
        }

        public void Dispose()
        {
            Gate.Dispose();
            Entered.Dispose();
        }
    }
}
