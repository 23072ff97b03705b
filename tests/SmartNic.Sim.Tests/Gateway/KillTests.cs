using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// The owner of the tables is killed in front of a random written word, again and again, while
/// packets come; each time another owner takes over and changes the tables again. Not a packet is
/// lost, and none sees a part of a change.
/// </summary>
public sealed class KillTests
{
    private const int Red = 1;
    private const int Green = 3;
    private static readonly string[] Remotes = ["east", "north"];
    private static readonly string[] Rates = ["1 Gbit/s", "2 Gbit/s", "3 Gbit/s"];

    [Test]
    public void OnTheModel()
    {
        using ModelTraffic traffic = new(new ModelBoard());
        Kill(traffic, 100);
    }

    [Test]
    public void OnTheRtl()
    {
        using GatewayBoard board = new();
        board.Run();
        Kill(new SimTraffic(board.Core), 2);
    }

    private static void Kill(KillTraffic traffic, int kills)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        MemoryStore store = new();
        GatewayDriver driver = Attach(traffic, store, true);
        string[] worlds = [.. Remotes.Select(remote =>
        {
            Assert.That(driver.Apply(World.Config(redRemote: remote)).Errors, Is.Empty);
            return traffic.One(Red);
        })];
        string green = traffic.One(Green);
        traffic.Start();
        (long total, int flipped) = (17_000, 0);
        for (int n = 0; n < kills; n++)
        {
            // Most of a first transaction writes whole banks: the beginning and the end, where
            // entries move and the generation flips, get a share of their own.
            KillBar bar = new(traffic.Bar);
            driver = Attach(bar, store, n % 3 > 0);
            Load(bar, traffic);
            bar.Left = random.Next(3) switch
            {
                0 => random.Next(300),
                1 => Math.Max(1, total - random.Next(300)),
                _ => random.NextInt64(total),
            };
            uint before = traffic.Bar.Read32(SmartNic.Registers.GlobalRegisters.Generation);
            try
            {
                driver.Apply(Next(random));
            }
            catch (DeviceLostException)
            {
                flipped += traffic.Bar.Read32(
                    SmartNic.Registers.GlobalRegisters.Generation) != before ? 1 : 0;
            }

            bar = new(traffic.Bar);
            driver = Attach(bar, store, n % 2 > 0);
            Load(bar, traffic);
            long start = bar.Writes;
            Assert.That(driver.Apply(Next(random)).Errors, Is.Empty);
            Assert.That(
                (driver.TenantIndex("red"), driver.TenantIndex("green")), Is.EqualTo((Red, Green)));
            total = Math.Max(300, bar.Writes - start);
        }

        TestContext.Out.WriteLine($"{flipped} of {kills} killed behind the flip");
        traffic.End();
        Assert.That(traffic.Seen(Green), Has.Count.EqualTo(traffic.Pushed), "green: none is lost");
        Assert.That(traffic.Seen(Green).Distinct(), Is.EqualTo(new[] { green }));
        Assert.That(traffic.Seen(Red), Has.Count.EqualTo(traffic.Pushed), "red: none is lost");
        Assert.That(traffic.Seen(Red).Distinct(), Is.SubsetOf(worlds), "red: none is mixed");
    }

    private static GatewayDriver Attach(KillTraffic traffic, MemoryStore store, bool hasState) =>
        Attach(new KillBar(traffic.Bar), store, hasState);

    private static GatewayDriver Attach(KillBar bar, MemoryStore store, bool hasState) =>
        GatewayDriver.Attach(bar, options: new AttachOptions
        {
            State = hasState ? store.Load() : null,
            Store = store,
        });

    private static GatewayConfig Next(Random random) => World.Config(
        Rates[random.Next(Rates.Length)], Remotes[random.Next(Remotes.Length)]);

    private static void Load(KillBar bar, KillTraffic traffic) => bar.Writing = () =>
    {
        if (bar.Writes % 97 == 0 || bar.Left < 4)
        {
            traffic.Push(Red);
            traffic.Push(Green);
        }
    };
}
