using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>
/// Random transactions of single entries against dictionaries: what packets of either generation
/// find at every written word is the old or the new world, whole, whatever is refused, and whoever
/// is killed.
/// </summary>
public sealed class TableModelTests
{
    private const int Rounds = 2000;

    [Test]
    public void EveryMomentIsTheOldOrTheNewWorld()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var run = new Run(new Random(seed));
        for (var round = 0; round < Rounds; round++)
        {
            run.Next(round);
        }

        TestContext.Out.WriteLine(string.Join(", ", run.Counts));
        Assert.That(run.Counts.Values, Has.All.GreaterThan(10));
        Assert.That(run.Most, Is.GreaterThan(55), "of 64 slots");
    }

    private sealed class Run(Random random)
    {
        private readonly ModelledTables _tables = new();
        private Model _world = new();

        public Dictionary<string, int> Counts { get; } = new()
        {
            ["changed"] = 0, ["rekeyed"] = 0, ["refused"] = 0, ["rolled back"] = 0,
            ["killed before"] = 0, ["killed after"] = 0, ["restarted"] = 0,
        };

        public int Most { get; private set; }

        public void Next(int round)
        {
            var next = _world.Copy();
            if (random.Next(4) == 0 && next.Exact.Count < 29)
            {
                Rekey(next);
            }
            else
            {
                Change(next);
            }

            if (!_tables.Place())
            {
                Counts["refused"]++;
                Check(_world, "refused");
            }
            else if (random.Next(15) == 0)
            {
                _tables.Rollback();
                Counts["rolled back"]++;
            }
            else
            {
                Commit(next, round);
            }

            Check(_world, $"after round {round}");
        }

        /// <summary>Single entries come, change and go; of some the last word counts.</summary>
        private void Change(Model next)
        {
            _tables.Begin();
            var isGoing = random.Next(12) == 0;
            var isTooMuch = !isGoing && random.Next(25) == 0;
            for (var n = random.Next(isGoing ? 150 : 9); n > 0; n--)
            {
                var vni = (uint)random.Next(1, ModelledTables.Vnis + 1);
                if (isGoing || random.Next(4) == 0)
                {
                    Assert.That(_tables.Exact.Remove(vni), Is.EqualTo(next.Exact.Remove(vni)));
                }
                else
                {
                    next.Exact[vni] = Value();
                    _tables.Exact.Put(vni, next.Exact[vni], random.Next(3));
                }

                Assert.That(_tables.Exact.Planned(vni), Is.EqualTo(
                    next.Exact.TryGetValue(vni, out var value) ? value : (uint?)null));
            }

            // More than there is room for: refused, whatever else it changes.
            for (uint vni = 1; isTooMuch && vni <= ModelledTables.Vnis; vni++)
            {
                next.Exact[vni] = Value();
                _tables.Exact.Put(vni, next.Exact[vni], random.Next(3));
            }

            for (var n = random.Next(4); n > 0; n--)
            {
                var queue = (ushort)random.Next(ModelledTables.Queues);
                if (random.Next(3) == 0)
                {
                    next.Direct.Remove(queue);
                    _tables.Direct.Remove(queue);
                }
                else
                {
                    next.Direct[queue] = (uint)random.Next(1, 1000);
                    _tables.Put(queue, next.Direct[queue]);
                }
            }
        }

        /// <summary>The whole world at other places, some of it changed.</summary>
        private void Rekey(Model next)
        {
            _tables.Begin((ulong)random.NextInt64());
            foreach (var vni in next.Exact.Keys.Where(_ => random.Next(5) == 0).ToList())
            {
                next.Exact[vni] = Value();
            }

            foreach (var (vni, value) in next.Exact)
            {
                Assert.That(_tables.Exact.Want(vni, value));
            }

            foreach (var (queue, vni) in next.Direct)
            {
                _tables.Want(queue, vni);
            }

            Counts["rekeyed"]++;
        }

        private void Commit(Model next, int round)
        {
            var bar = new KillBar(_tables.Board)
            {
                Left = random.Next(4) == 0 ? random.Next(200) : long.MaxValue,
            };
            var (old, flipped) = (_world, false);
            _tables.Board.Written = () => Find(flipped ? next : old, _tables.Generation, round);
            try
            {
                _tables.Commit(bar, () =>
                {
                    // Packets of both generations are under way until it has drained.
                    flipped = true;
                    Find(old, 1 - _tables.Generation, round);
                    Find(next, _tables.Generation, round);
                });
                Counts["changed"]++;
            }
            catch (KilledException)
            {
                Counts[flipped ? "killed after" : "killed before"]++;
            }

            _world = flipped ? next : old;
            _tables.Board.Written = null;
            if (bar.Left <= 0 || random.Next(20) == 0)
            {
                _tables.Restart();
                Counts["restarted"]++;
                Find(_world, _tables.Generation, round);
            }

            Most = Math.Max(Most, _world.Exact.Count);
        }

        private void Find(Model world, int generation, int round)
        {
            var seen = _tables.See(generation);
            if ($"{seen}" != $"{world}")
            {
                Assert.Fail($"round {round}, generation {generation}: {seen} is not {world}");
            }
        }

        private void Check(Model world, string when)
        {
            Assert.That($"{_tables.See(_tables.Generation)}", Is.EqualTo($"{world}"), when);
            Assert.That(_tables.Exact.Numbers(), Is.EquivalentTo(world.Exact), when);
            Assert.That((_tables.Exact.Used, _tables.Direct.Used),
                Is.EqualTo((world.Exact.Count, world.Direct.Count)), when);
        }

        private uint Value()
        {
            var tenant = (ushort)random.Next(1, 4096);
            return VniTables.Own(tenant);
        }
    }
}
