using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>
/// Killed in the middle of moves: an entry may be there twice, and on one interface only once.
/// </summary>
public sealed class ExactAdoptionTests
{
    private const int Rounds = 3000;
    private const int Vnis = 100;
    private const int Interfaces = 2;
    private const ulong HashKey = 0x0123_4567_89AB_CDEF;

    /// <summary>
    /// A small, nearly full table; each round the owner is killed at a random word before the flip
    /// or after it. The next owner finds every entry, and its own transaction hides none.
    /// </summary>
    [Test]
    public void NoKillHidesAnEntry()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var board = new MemoryBar(Interfaces);
        var (gen, world, twice, differing) = (0, new Dictionary<uint, uint>(), 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var bar = new KillBar(board);
            var table = VniTables.NewSmall();
            twice += Copies(board, gen, world) > world.Count ? 1 : 0;
            table.Adopt(new TableReader(board, Interfaces, Wait(board)), gen, HashKey);
            Assert.That(table.Numbers(), Is.EqualTo(world));
            var next = Mutate(world, random);
            table.BeginWorld(gen, HashKey);
            foreach (var (vni, tenant) in next)
            {
                table.Want(vni, tenant);
            }

            var unplaced = new List<Unplaced>();
            if (table.Place(unplaced) is not null || unplaced.Count > 0)
            {
                table.Rollback();
                continue;
            }

            // Also with a plan that changes nothing before: what is pending is written then.
            var writer = new TableWriter(bar, Interfaces);
            var expected = Expected(world);
            board.Written = () =>
            {
                for (var n = 0; n < Interfaces; n++)
                {
                    if (See(board, n, gen) != expected)
                    {
                        Assert.Fail($"round {round}, interface {n}: an entry is hidden");
                    }
                }
            };
            bar.Left = random.Next(3) == 0 ? long.MaxValue : random.Next(1200);
            try
            {
                table.WritePlan(writer);
                (gen, world, expected) = (1 - gen, next, Expected(next));
                table.Tidy(writer);
            }
            catch (KilledException)
            {
                differing += AreEqual(board) ? 0 : 1;
            }

            board.Written = null;
        }

        TestContext.Out.WriteLine($"{twice} times an entry twice, {differing} times two images");
        Assert.That(twice, Is.GreaterThan(10));
        Assert.That(differing, Is.GreaterThan(10));
    }

    private static readonly (uint A, uint B)[] Buckets =
    [
        .. Enumerable.Range(0, Vnis + 1).Select(v => VniTables.SmallLayout.Hash((uint)v, HashKey)),
    ];

    private static BusyWait Wait(MemoryBar board) => new(board, TimeSpan.FromSeconds(1));

    private static string See(MemoryBar board, int iface, int gen)
    {
        var tables = board.Interfaces[iface];
        return string.Join(' ', Enumerable.Range(1, Vnis).Select(v =>
        {
            var hit = tables.Vni((uint)v, gen != 0, Buckets[v]);
            return hit.Found ? $"{v}:{(uint)hit.Value.Tenant}" : "";
        }));
    }

    private static string Expected(Dictionary<uint, uint> world) => string.Join(
        ' ', Enumerable.Range(1, Vnis).Select(v =>
            world.TryGetValue((uint)v, out var tenant) ? $"{v}:{tenant & 0xFFF}" : ""));

    private static ExactSlot<VniKey, VniValue>[] Slots(MemoryBar board, int iface)
    {
        var layout = VniTables.SmallLayout;
        var slots = new ExactSlot<VniKey, VniValue>[
            2 * layout.Buckets * ExactLayout.SlotsPerBucket];
        new BucketReader<VniKey, VniValue>(layout, new TableReader(board, Interfaces, Wait(board)))
            .Read(iface, slots);
        return slots;
    }

    private static int Copies(MemoryBar board, int gen, Dictionary<uint, uint> world) =>
        Slots(board, 0).Count(s => ((s.Gen >> gen) & 1) != 0 && world.ContainsKey((uint)s.Key.Vni));

    private static bool AreEqual(MemoryBar board) => Slots(board, 0).SequenceEqual(Slots(board, 1));

    private static Dictionary<uint, uint> Mutate(Dictionary<uint, uint> world, Random random)
    {
        var next = world.Where(_ => random.Next(20) > 0)
            .ToDictionary(e => e.Key, e => random.Next(20) > 0 ? e.Value : Value(random));
        for (var n = random.Next(10); n > 0 && next.Count < 58; n--)
        {
            next[(uint)random.Next(1, Vnis + 1)] = Value(random);
        }

        return next;
    }

    private static uint Value(Random random)
    {
        var tenant = (ushort)random.Next(1, 4096);
        return VniTables.Own(tenant);
    }
}
