using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>
/// What the rows do to packets, through the kernel's own match, is what a list of rules does that is
/// walked in order.
/// </summary>
public sealed class RuleRowsTests
{
    private const int Sets = 2500;
    private const int PacketsOfSet = 400;

    [Test]
    public void AMillionPacketsAreJudgedAsByTheList()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var counts = new Dictionary<Reason, int>();
        var (decided, hidden) = (0, 0);
        for (var i = 0; i < Sets; i++)
        {
            var set = new JudgedSet(random, i % 100 == 0 ? 500 : random.Next(1, 40));
            for (var n = 0; n < PacketsOfSet; n++)
            {
                var packet = set.Packet();
                var (expected, rule) = set.Expected(packet);
                var tuple = packet.Tuple();
                var found = set.Judge(tuple);
                if (found != expected)
                {
                    Assert.Fail($"seed {seed}: set {i}, packet {n}: {found} for {packet}, "
                        + $"expected {expected} by {rule}");
                }

                counts[found] = counts.GetValueOrDefault(found) + 1;
                decided += rule is not null ? 1 : 0;
                hidden += packet.SeesPorts ? 0 : 1;
            }
        }

        var all = Sets * PacketsOfSet;
        TestContext.Out.WriteLine($"{all} packets: {decided} by a rule, {hidden} without ports, "
            + string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}")));
        Assert.That(decided, Is.InRange(all / 4, all), "rules decide");
        Assert.That(counts[Reason.None], Is.GreaterThan(all / 8));
        Assert.That(counts[Reasons.FirewallDenied], Is.GreaterThan(all / 8));
        Assert.That(hidden, Is.GreaterThan(all / 20));
    }

    [Test]
    public void ARuleIsReadBackFromTheRows()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var world = new OracleWorld(random);
        var rows = new RuleRows();
        var rules = new Dictionary<int, RuleConditions>();
        for (var position = 0; position < RuleSet.Rules; position += random.Next(1, 4))
        {
            rules[position] = RuleConditions.Of(
                world.Rule().ToConfig("r", RuleDirection.Ingress));
            rows.Add(position, rules[position]);
        }

        foreach (var (position, rule) in rules)
        {
            Assert.That(rows.Read(position), Is.EqualTo(rule), $"seed {seed}, rule {position}");
        }

        // A bit that no rule has makes the rows of its position strange.
        var strange = rules.Keys.First();
        RuleBits.Add(ref rows[RuleRows.Index(RuleColumns.SourcePort + 1, 3)], strange);
        RuleBits.Add(ref rows[RuleRows.Index(RuleColumns.SourcePort + 1, 4)], strange);
        Assert.That(rows.Read(strange), Is.Null, $"seed {seed}");
    }

    /// <summary>Rows of what a rule does not ask stay as they are: so many an edit writes.</summary>
    [TestCase("any", "", 0)]
    [TestCase("tcp", "", 30)]
    [TestCase("any", "10.0.0.0/8", 38)]
    [TestCase("any", "10.0.0.1/32", 128)]
    [TestCase("any", "2001:db8::/32", 128)]
    [TestCase("any", "::/0", 8)]
    public void ARuleIsInTheRowsThatItAsksFor(string protocol, string source, int expected)
    {
        Assert.That(RuleTypes.Protocol.TryParse(protocol, out var number));
        var isAny = !IpPrefix.TryParse(source, out var prefix);
        var rows = new RuleRows();
        rows.Add(77, RuleConditions.Of(new RuleConfig
        {
            Name = "r",
            Direction = RuleDirection.Ingress,
            Action = RuleAction.Deny,
            Protocol = number,
            Source = isAny ? null : prefix,
        }));
        Assert.That(
            Enumerable.Range(0, RuleRows.Count).Count(i => RuleBits.Has(rows[i], 77)),
            Is.EqualTo(expected));
    }

    /// <summary>Rules, in rows and as a list.</summary>
    private sealed class JudgedSet
    {
        private readonly Random _random;
        private readonly OracleWorld _world;
        private readonly List<OracleRule> _rules = [];
        private readonly List<OracleRule> _held = [];
        private readonly FirewallTables _tables = Empty();
        private readonly bool _generation;
        private readonly bool _allows;
        private readonly U12 _tenant;

        public JudgedSet(Random random, int most)
        {
            (_random, _world) = (random, new OracleWorld(random));
            _generation = random.Next(2) == 0;
            _allows = random.Next(2) == 0;
            _tenant = (U12)(uint)random.Next(1, 4096);
            var (rows, others) = (new RuleRows(), new RuleRows());
            RuleSet allowed = default, held = default;
            for (var at = -1; _rules.Count < most;)
            {
                at += random.Next(1, Math.Max(2, 512 / most));
                if (at >= RuleSet.Rules)
                {
                    break;
                }

                var rule = _world.Rule();
                _rules.Add(rule);
                Add(rule, at, rows, ref allowed, ref held);
                others.Add(at, RuleConditions.Of(_world.Rule().ToConfig("x", default)));
            }

            // The other generation and other tenants have something else.
            Write(rows, _generation);
            Write(others, !_generation);
            _tables.Allowed.Write(_generation ? 1u : 0u, allowed);
            _tables.Allowed.Write(_generation ? 0u : 1u, ~allowed);
            _tables.Workload.Write(Generation.Bank(_generation, _tenant), new Workload
            {
                Rules = held,
                IsFiltered = true,
                Allows = _allows,
            });
        }

        public OraclePacket Packet() => _world.Packet(_rules[_random.Next(_rules.Count)]);

        public (Reason Reason, OracleRule? Rule) Expected(OraclePacket packet)
        {
            foreach (var rule in _held)
            {
                if (rule.Matches(packet))
                {
                    return (rule.Allows ? Reason.None : Reasons.FirewallDenied, rule);
                }
            }

            return (_allows ? Reason.None : Reasons.FirewallDenied, null);
        }

        public Reason Judge(in FiveTuple tuple) =>
            RuleMatch.Judge(_tables, tuple, _generation, _tenant);

        private static FirewallTables Empty()
        {
            var tables = new FirewallTables { Allowed = new(2), Workload = new(8192) };
            for (var column = 0; column < RuleColumns.Count; column++)
            {
                tables.Columns[column] = new(RuleColumns.Rows);
            }

            return tables;
        }

        private void Add(
            OracleRule rule, int at, RuleRows rows, ref RuleSet allowed, ref RuleSet held)
        {
            rows.Add(at, RuleConditions.Of(rule.ToConfig("r", default)));
            if (rule.Allows)
            {
                RuleBits.Add(ref allowed, at);
            }

            if (_random.Next(4) != 0)
            {
                _held.Add(rule);
                RuleBits.Add(ref held, at);
            }
        }

        private void Write(RuleRows rows, bool generation)
        {
            for (var column = 0; column < RuleColumns.Count; column++)
            {
                for (var value = 0; value < RuleRows.Values; value++)
                {
                    _tables.Columns[column].Write(
                        (uint)RuleColumns.Row(generation, (uint)value),
                        rows[RuleRows.Index(column, value)]);
                }
            }
        }
    }
}
