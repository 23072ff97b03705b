using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>
/// The owner is killed in front of a random written word of a transaction, and another one takes
/// over. Packets see the old world or the new one, at every written word, and what comes after is
/// right.
/// </summary>
public sealed class KillTests
{
    private const int Interfaces = 2;
    private const int Worlds = 10;
    private const int KillsPerWorld = 10;

    /// <summary>With what the killed owner had kept.</summary>
    [Test]
    public void TheNextOwnerGoesOn() => Kill(withState: true);

    /// <summary>With nothing but the board.</summary>
    [Test]
    public void TheNextOwnerGoesOnWithoutState() => Kill(withState: false);

    private static void Kill(bool withState)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (before, after) = (0, 0);
        for (var world = 0; world < Worlds; world++)
        {
            var configs = new RandomConfig(random, Interfaces);
            var (a, b, c) = (configs.Next(), configs.Next(), configs.Next());

            // The first transaction of all comes with new hash keys.
            a = world % 3 == 0 ? GatewayConfig.Empty : a;
            var writes = Writes(a, b);
            for (var n = 0; n < KillsPerWorld; n++)
            {
                if (One(a, b, c, random.NextInt64(writes), withState))
                {
                    after++;
                }
                else
                {
                    before++;
                }
            }
        }

        TestContext.Out.WriteLine($"{before} times the old world, {after} times the new one");
        Assert.That(before, Is.GreaterThan(5));
        Assert.That(after, Is.GreaterThan(5));
    }

    /// <summary>The same hash keys, so that the same transaction writes the same words.</summary>
    private static AttachOptions Repeatable() =>
        Fresh.Options with { HashKeys = HashKeys.Repeatable() };

    /// <summary>Words that the transaction from a to b writes.</summary>
    private static long Writes(GatewayConfig a, GatewayConfig b)
    {
        var bar = new KillBar(new MemoryBar(Interfaces));
        var driver = GatewayDriver.Attach(bar, options: Repeatable());
        driver.Apply(a);
        var start = bar.Writes;
        driver.Apply(b);
        return bar.Writes - start;
    }

    private static bool One(
        GatewayConfig a, GatewayConfig b, GatewayConfig c, long writes, bool withState)
    {
        var board = new MemoryBar(Interfaces);
        var store = new MemoryStore();
        var killed = new KillBar(board);
        var first = GatewayDriver.Attach(
            killed, options: Repeatable() with { Store = withState ? store : null });
        Assert.That(first.Apply(a).Errors, Is.Empty);
        var (indices, generation) = (Indices(first, a), board.Generation);
        var number = board.Transaction;
        board.TimeNs += 5_000;
        killed.Left = writes;
        Assert.Throws<DeviceLostException>(() => first.Apply(b));

        // Another owner: it changes nothing that packets see, and finds the old or the new world.
        var flipped = board.Generation != generation;
        var (old, world) = (See(board), flipped ? b : a);
        board.Written = () => Assert.That(See(board), Is.EqualTo(old), "while taking over");
        var counting = new CountingBar(board);
        var second = GatewayDriver.Attach(counting, options: new AttachOptions
        {
            State = withState ? store.Load() : null,
            Store = store,
        });
        Assert.That(second.Transaction, Is.EqualTo(flipped ? number + 1 : number), "one write");
        if (withState)
        {
            Assert.That(second.Current, Is.EqualTo(world));
            Assert.That(
                second.Found, Is.EqualTo(flipped ? BoardFound.Next : BoardFound.Current));
        }

        var same = second.Apply(world);
        Assert.That(same, Is.EqualTo(new ApplyResult(false, 0, 0, [])), "nothing differs");
        foreach (var (name, index) in indices.Where(i => world.Tenants.Any(t => t.Name == i.Key)))
        {
            Assert.That(second.TenantIndex(name), Is.EqualTo(index), name);
        }

        board.Written = null;
        TransactionTests.SeesNoPart(board, second, c);
        TransactionTests.SeesNoPart(board, second, a);
        return flipped;
    }

    private static Dictionary<string, ushort> Indices(GatewayDriver driver, GatewayConfig config) =>
        config.Tenants.ToDictionary(t => t.Name, t => driver.TenantIndex(t.Name)!.Value);

    private static int[] See(MemoryBar bar) => TransactionTests.See(bar);
}
