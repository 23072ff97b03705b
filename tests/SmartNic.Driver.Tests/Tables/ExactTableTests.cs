using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>
/// Placement under load: moves must not hide an entry, and a full table must be refused.
/// </summary>
public sealed class ExactTableTests
{
    private const int Buckets = 8;
    private const int Capacity = 2 * Buckets * ExactLayout.SlotsPerBucket;

    /// <summary>
    /// A VNI table of 64 slots, so that nearly every entry that comes moves others.
    /// </summary>
    private sealed class TinyLayout : ExactLayout
    {
        private readonly VniLayout _inner = new();

        public override string Name => "tiny";

        public override (int A, int B) Ids => _inner.Ids;

        public override int Buckets => ExactTableTests.Buckets;

        public override int Words => _inner.Words;

        public override uint HashA(ulong key) => _inner.HashA(key) % ExactTableTests.Buckets;

        public override uint HashB(ulong key) => _inner.HashB(key) % ExactTableTests.Buckets;

        public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
            _inner.Pack(slots, words);

        public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots) =>
            _inner.Unpack(words, slots);

        public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
            _inner.Describe(entry);
    }

    private static uint? Lookup(MemoryInterface board, uint vni, int gen)
    {
        var (layout, key) = (new TinyLayout(), (U24)vni);
        var hit = Match.Vni(
            board.VniA.Read(layout.HashA(vni)), board.VniB.Read(layout.HashB(vni)), key, gen != 0);
        return hit.Found ? hit.Tenant : null;
    }

    private static string See(MemoryInterface board, int gen) => string.Join(
        ' ', Enumerable.Range(1, 100).Select(v => $"{v}:{Lookup(board, (uint)v, gen)}"));

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
        var table = new ExactTable(new TinyLayout());
        var bar = new MemoryBar();
        var board = bar.Interfaces[0];
        var writer = new TableWriter(bar, 1);
        var (gen, world, placed, refused, highest) = (0, new Dictionary<uint, uint>(), 0, 0, 0);
        for (var round = 0; round < 400; round++)
        {
            var next = Mutate(world, random);
            table.Begin(gen);
            foreach (var (vni, tenant) in next)
            {
                Assert.That(table.Want(vni, tenant));
            }

            var (old, commits) = (Expected(world), board.Commits);
            if (table.Place() is { } error)
            {
                Assert.That(error, Does.StartWith("table tiny is full"));
                table.Rollback();
                Assert.That(board.Commits, Is.EqualTo(commits));
                refused++;
                continue;
            }

            bar.Written = () =>
            {
                if (See(board, gen) != old)
                {
                    Assert.Fail($"round {round}: the world in force changed");
                }
            };
            table.WritePlan(writer);
            bar.Written = null;
            gen = 1 - gen;
            Assert.That(See(board, gen), Is.EqualTo(Expected(next)), $"round {round} after the "
                + $"flip");
            bar.Written = () => Assert.That(See(board, gen), Is.EqualTo(Expected(next)));
            table.Tidy(writer);
            bar.Written = null;
            Assert.That(See(board, 1 - gen), Is.EqualTo(See(board, gen)), "both generations equal");
            Assert.That(table.Used, Is.EqualTo(next.Count));
            Assert.That(table.Rows().Count(), Is.EqualTo(next.Count));
            (world, placed, highest) = (next, placed + 1, Math.Max(highest, next.Count));
        }

        TestContext.Out.WriteLine($"{placed} placed, {refused} refused, at most {highest} entries");
        Assert.That(placed, Is.GreaterThan(100));
        Assert.That(refused, Is.GreaterThan(5));
        Assert.That(highest, Is.GreaterThan(Capacity * 8 / 10));
    }

    /// <summary>
    /// The load at which the first entry finds no place, at the size of the real table.
    /// </summary>
    [Test]
    public void LoadReachesNineTenths()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var table = new ExactTable(new FdbLayout());
        table.Begin(0);
        var wanted = table.Capacity * 95 / 100;
        for (var n = 0; n < wanted; n++)
        {
            var mac = new MacAddress((ulong)random.NextInt64(1L << 48) & ~(1UL << 40));
            table.Want(FdbLayout.Key((ushort)random.Next(1, 4096), mac), (uint)n & 0xFFF);
        }

        Assert.That(table.Place(), Is.Null);
        Assert.That(table.Added, Is.EqualTo(wanted));
    }

    /// <summary>Two values for a key are refused, whichever of them is in the table.</summary>
    [Test]
    public void OneKeyHasOneValue()
    {
        var table = new ExactTable(new TinyLayout());
        var writer = new TableWriter(new MemoryBar(), 1);
        table.Begin(0);
        table.Want(5, 1);
        table.Want(5, 2);
        Assert.That(table.Place(), Does.Contain("one key has two values").And.Contain("vni 5"));
        table.Rollback();
        table.Begin(0);
        Assert.That(table.Want(5, 1));
        Assert.That(table.Place(), Is.Null);
        table.WritePlan(writer);
        table.Tidy(writer);
        table.Begin(1);
        Assert.That(table.Want(5, 1));
        Assert.That(table.Want(5, 1), Is.False);
    }

    /// <summary>Some entries stay, some change their value, some go, some come.</summary>
    private static Dictionary<uint, uint> Mutate(Dictionary<uint, uint> world, Random random)
    {
        var next = new Dictionary<uint, uint>();
        foreach (var (vni, tenant) in world)
        {
            var fate = random.Next(25);
            if (fate > 0)
            {
                next[vni] = fate == 1 ? (uint)random.Next(1, 4096) : tenant;
            }
        }

        for (var n = random.Next(12); n > 0 && next.Count < Capacity; n--)
        {
            next[(uint)random.Next(1, 101)] = (uint)random.Next(1, 4096);
        }

        return next;
    }
}
