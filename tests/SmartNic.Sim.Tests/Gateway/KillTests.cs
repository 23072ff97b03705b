using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// The owner of the tables is killed in front of a random written word, again and again, while
/// packets come, before the generation flips, at the flip or behind it; each time another owner
/// takes over and changes the tables again. Not a packet is lost, and none sees a part of a change.
/// </summary>
public sealed class KillTests
{
    private const int Red = 1;
    private const int Green = 3;
    private static readonly string[] Remotes = ["east", "north"];

    // Neighbours differ in both: whichever is in force, the next one is a change.
    private static readonly GatewayConfig[] Configs =
    [
        .. ((string[])["1 Gbit/s", "2 Gbit/s", "3 Gbit/s", "4 Gbit/s"]).Select(
            (rate, n) => World.Config(rate, Remotes[n % Remotes.Length])),
    ];

    [Test]
    public void OnTheModel()
    {
        using ModelTraffic traffic = new(new ModelBoard());
        Kill(traffic, 102);
    }

    [Test]
    public void OnTheRtl()
    {
        using GatewayBoard board = new();
        board.Run();
        Kill(new SimTraffic(board.Core), 3);
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
        int flipped = 0, next = 0;
        for (int n = 0; n < kills; n++)
        {
            KillBar bar = new(traffic.Bar);
            driver = Attach(bar, store, n % 4 > 0);
            Load(bar, traffic);
            if (n % 2 == 0)
            {
                // As often as not the one that is killed has changed something before.
                Change(driver, Configs[next++ % Configs.Length]);
            }

            uint before = Generation(traffic);
            (bar.Left, bar.LeftBehindFlip) = (n % 3) switch
            {
                0 => (random.Next(10), null),
                1 => (long.MaxValue, random.Next(-1, 1)),
                _ => (long.MaxValue, (long?)random.Next(1, 10)),
            };
            Assert.Throws<DeviceLostException>(
                () => driver.Apply(Configs[next++ % Configs.Length]), "it was not killed");
            bool isBehind = Generation(traffic) != before;
            Assert.That(isBehind, Is.EqualTo(bar.LeftBehindFlip >= 0));
            flipped += isBehind ? 1 : 0;
        }

        Change(Attach(traffic, store, true), Configs[next % Configs.Length]);
        TestContext.Out.WriteLine($"{flipped} of {kills} killed behind the flip");
        Assert.That(flipped, Is.GreaterThanOrEqualTo(kills / 3));
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

    private static void Change(GatewayDriver driver, GatewayConfig config)
    {
        ApplyResult result = driver.Apply(config);
        Assert.That((result.Changed, result.Errors), Is.EqualTo((true, Array.Empty<string>())));
        Assert.That(
            (driver.TenantIndex("red"), driver.TenantIndex("green")), Is.EqualTo((Red, Green)));
    }

    private static uint Generation(KillTraffic traffic) =>
        traffic.Bar.Read32(SmartNic.Registers.GlobalRegisters.Generation);

    private static void Load(KillBar bar, KillTraffic traffic)
    {
        bar.Writing = () =>
        {
            traffic.Push(Red);
            traffic.Push(Green);
        };
    }
}
