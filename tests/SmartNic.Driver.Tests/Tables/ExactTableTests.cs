using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>
/// Placement under load: moves must not hide an entry, and a full table must be refused.
/// </summary>
public sealed class ExactTableTests
{
    private static readonly int Capacity = VniTables.NewSmall().Capacity;

    private static uint? Lookup(MemoryInterface board, uint vni, int gen, ulong hashKey)
    {
        var hit = board.Vni(vni, gen != 0, VniTables.SmallLayout.Hash(vni, hashKey));
        return hit.Found ? hit.Value.Tenant : null;
    }

    private static string See(MemoryInterface board, int gen, ulong hashKey) => string.Join(
        ' ', Enumerable.Range(1, 100).Select(v => $"{v}:{Lookup(board, (uint)v, gen, hashKey)}"));

    private static string Expected(Dictionary<uint, uint> world) => string.Join(
        ' ', Enumerable.Range(1, 100).Select(v =>
            $"{v}:{(world.TryGetValue((uint)v, out var t) ? t : null)}"));

    /// <summary>
    /// Random worlds at up to full load; every write watched; refusals change nothing.
    /// </summary>
    [Test]
    public void MovesNeverHideAnEntry()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var table = VniTables.NewSmall();
        var bar = new MemoryBar();
        var board = bar.Interfaces[0];
        var writer = new TableWriter(bar, 1);
        var (gen, world, placed, refused, highest) = (0, new Dictionary<uint, uint>(), 0, 0, 0);
        var rekeyed = 0;
        for (var round = 0; round < 2_000; round++)
        {
            // Most rounds in which it can be place every entry anew.
            var next = Mutate(world, random);
            var oldKey = table.HashKey;
            var newKey = random.Next(4) > 0 && next.Count + world.Count < Capacity * 9 / 10
                ? (ulong)random.NextInt64()
                : oldKey;
            table.BeginWorld(gen, newKey);
            foreach (var (vni, tenant) in next)
            {
                Assert.That(table.Want(vni, tenant));
            }

            var (old, commits) = (Expected(world), board.Commits);
            var unplaced = new List<Unplaced>();
            Assert.That(table.Place(unplaced), Is.Null);
            if (unplaced.Count > 0)
            {
                table.Rollback();
                Assert.That(table.HashKey, Is.EqualTo(oldKey));
                Assert.That(board.Commits, Is.EqualTo(commits));
                refused++;
                continue;
            }

            bar.Written = () =>
            {
                if (See(board, gen, oldKey) != old)
                {
                    Assert.Fail($"round {round}: the world in force changed");
                }
            };
            table.WritePlan(writer);
            bar.Written = null;
            gen = 1 - gen;
            Assert.That(See(board, gen, newKey), Is.EqualTo(Expected(next)), $"round {round} after "
                + $"the flip");
            bar.Written = () => Assert.That(See(board, gen, newKey), Is.EqualTo(Expected(next)));
            table.Tidy(writer);
            bar.Written = null;
            Assert.That(See(board, 1 - gen, newKey), Is.EqualTo(See(board, gen, newKey)),
                "both generations equal");
            rekeyed += newKey == oldKey ? 0 : 1;
            Assert.That(table.Used, Is.EqualTo(next.Count));
            Assert.That(table.Rows().Count(), Is.EqualTo(next.Count));
            (world, placed, highest) = (next, placed + 1, Math.Max(highest, next.Count));
        }

        TestContext.Out.WriteLine($"{placed} placed, {refused} refused, {rekeyed} of them with a "
            + $"new key, at most {highest} entries");
        Assert.That(rekeyed, Is.GreaterThan(5));
        Assert.That(placed, Is.GreaterThan(100));
        Assert.That(refused, Is.GreaterThan(5));
        Assert.That(highest, Is.GreaterThan(Capacity * 8 / 10));
    }

    /// <summary>Two values for a key are refused, whichever of them is in the table.</summary>
    [Test]
    public void OneKeyHasOneValue()
    {
        var table = VniTables.NewSmall();
        var writer = new TableWriter(new MemoryBar(), 1);
        table.BeginWorld(0, 1);
        table.Want(5, 1);
        table.Want(5, 2);
        Assert.That(table.Place([]), Does.Contain("one key has two values").And.Contain("vni 5"));
        table.Rollback();
        table.BeginWorld(0, 1);
        Assert.That(table.Want(5, 1));
        Assert.That(table.Place([]), Is.Null);
        table.WritePlan(writer);
        table.Tidy(writer);
        table.BeginWorld(1, 1);
        Assert.That(table.Want(5, 1));
        Assert.That(table.Want(5, 1), Is.False);
    }

    /// <summary>
    /// At full load every value changes: no entry needs a second slot, and packets of the old
    /// generation find the old values at any time.
    /// </summary>
    [Test]
    public void NewValuesNeedNoRoom()
    {
        var table = VniTables.NewSmall();
        var bar = new MemoryBar();
        var board = bar.Interfaces[0];
        var writer = new TableWriter(bar, 1);
        var world = new Dictionary<uint, uint>();
        const ulong HashKey = 77;
        table.BeginWorld(0, HashKey);
        for (uint vni = 1; vni <= 50; vni++)
        {
            world[vni] = vni;
            Assert.That(table.Want(vni, vni));
        }

        Assert.That(table.Place([]), Is.Null);
        table.WritePlan(writer);
        table.Tidy(writer);

        table.BeginWorld(1, HashKey);
        for (uint vni = 1; vni <= 50; vni++)
        {
            Assert.That(table.Want(vni, 1000 + vni));
        }

        var unplaced = new List<Unplaced>();
        Assert.That(table.Place(unplaced), Is.Null);
        Assert.That((unplaced.Count, table.Added, table.Removed), Is.EqualTo((0, 50, 50)));
        bar.Written = () =>
            Assert.That(See(board, 1, HashKey), Is.EqualTo(Expected(world)), "before the flip");
        table.WritePlan(writer);
        bar.Written = null;
        var next = world.ToDictionary(e => e.Key, e => 1000 + e.Value);
        Assert.That(See(board, 0, HashKey), Is.EqualTo(Expected(next)), "after the flip");
        table.Tidy(writer);
        Assert.That(See(board, 1, HashKey), Is.EqualTo(Expected(next)), "after tidying");
        Assert.That(table.Used, Is.EqualTo(50));
    }

    /// <summary>What is packed for the board reads back as the same slots.</summary>
    [Test]
    public void SlotsReadBack()
    {
        ReadBack<EndpointKey, EndpointValue>(new(L.RxEndpointA.Layout, L.RxEndpointB.Layout),
            n => new() { Ip = n }, n => new() { UdpPort = (ushort)n, Interface = (U4)n });
        ReadBack(VniTables.Layout, VniTables.Key, VniTables.Value);
        ReadBack<FdbKey, FdbValue>(new(L.TxFdbA.Layout, L.TxFdbB.Layout),
            n => new() { Tenant = (U12)n, Mac = (U48)((ulong)n << 16) },
            n => new() { NextHop = (U12)n });
        ReadBack<SourceKey, Nothing>(new(L.RxSourceA.Layout, L.RxSourceB.Layout),
            n => new() { Tenant = (U12)n, Ip = n }, _ => default);
    }

    private static void ReadBack<TKey, TValue>(
        ExactLayout<TKey, TValue> layout, Func<uint, TKey> key, Func<uint, TValue> value)
        where TKey : struct, IKey<TKey>
        where TValue : struct
    {
        var slots = new ExactSlot<TKey, TValue>[ExactLayout.SlotsPerBucket];
        for (uint i = 0; i < slots.Length; i++)
        {
            slots[i] = new()
            {
                Key = key(0xABCDEF - i),
                Value0 = value(0x123123 + i),
                Value1 = value(0x456456 + i),
                Gen = (byte)i,
            };
        }

        var words = new uint[layout.Words];
        layout.Pack(slots, words);
        var back = new ExactSlot<TKey, TValue>[slots.Length];
        layout.Unpack(words, back);
        Assert.That(back, Is.EqualTo(slots), layout.Name);
    }

    /// <summary>Some entries stay, some change their value, some go, some come; now and then
    /// two thirds go.</summary>
    private static Dictionary<uint, uint> Mutate(Dictionary<uint, uint> world, Random random)
    {
        var next = new Dictionary<uint, uint>();
        var isGoing = random.Next(12) == 0;
        foreach (var (vni, tenant) in world)
        {
            var fate = isGoing ? random.Next(3) : random.Next(25);
            fate = isGoing && fate > 0 ? fate - 1 : fate;
            if (fate > 0)
            {
                next[vni] = fate == 1 ? (uint)random.Next(1, 4096) : tenant;
            }
        }

        for (var n = random.Next(20); n > 0 && next.Count < Capacity; n--)
        {
            next[(uint)random.Next(1, 101)] = (uint)random.Next(1, 4096);
        }

        return next;
    }
}
