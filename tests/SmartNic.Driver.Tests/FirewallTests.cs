using SmartNic.Driver.Tests.Board;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Driver.Tests;

/// <summary>The firewall on a board: what edits write, what packets see, what a restart finds.
/// </summary>
public sealed class FirewallTests
{
    private const int Tenants = 64;

    private static RuleConfig Rule(int number, RuleDirection direction, ushort port = 443) => new()
    {
        Name = $"r{number}-{(direction == RuleDirection.Ingress ? "in" : "out")}",
        Direction = direction,
        Action = number % 3 == 0 ? RuleAction.Deny : RuleAction.Allow,
        Tags = number % 4 == 0 ? [] : [$"g{number % 4}"],
        Protocol = 6,
        Source = new(IpNumber.Mapped(0x0A000000 + ((uint)number << 8)), 24, false),
        DestinationPorts = new(port, port),
    };

    private static GatewayConfig Config(params IEnumerable<RuleConfig> rules) => new()
    {
        Firewall = rules.ToConfigList(),
        Tenants = Enumerable.Range(1, Tenants).Select(n => new TenantConfig
        {
            Name = $"t{n}",
            Vni = (uint)n,
            Tags = [$"g{n % 4}"],
            Firewall = new FirewallConfig
            {
                Ingress = n % 8 == 0 ? null : RuleAction.Deny,
                Egress = RuleAction.Allow,
            },
        }).ToConfigList(),
    };

    private static RuleConfig[] Rules(int count, RuleDirection direction = RuleDirection.Ingress) =>
        [.. Enumerable.Range(0, count).Select(i => Rule(i, direction))];

    private static FirewallTotals Ingress(GatewayDriver driver) => driver.Firewall().Totals
        .Single(t => t.Direction == "ingress");

    private static Dictionary<string, int> Positions(GatewayDriver driver) =>
        driver.Firewall().Rules.Where(r => r.Direction == "ingress")
            .ToDictionary(r => r.Rule, r => r.Position);

    private static void Apply(GatewayDriver driver, GatewayConfig config) =>
        Assert.That(driver.Apply(config).Errors, Is.Empty);

    [Test]
    public void ARuleStandsOnceWhoeverItHoldsFor()
    {
        var driver = Fresh.Attach(new MemoryBar());
        Apply(driver, Config([.. Rules(400), .. Rules(100, RuleDirection.Egress)]));
        var totals = Ingress(driver);
        var filtered = Tenants - (Tenants / 8);
        Assert.That(
            (totals.Rules, totals.Free, totals.Workloads), Is.EqualTo((401, 111, filtered)));
        Assert.That(totals.References, Is.EqualTo(driver.Firewall().Rules
            .Where(r => r.Direction == "ingress").Sum(r => r.Workloads)));
        Assert.That(totals.Rows, Is.InRange(100, 1552));
        Assert.That(driver.Firewall().Rules.First(r => r.Rule == "neighbour-discovery").Workloads,
            Is.EqualTo(filtered), "and for each of them");
        TestContext.Out.WriteLine(totals);
    }

    [Test]
    public void AnEditWritesTheRowsOfItsRule()
    {
        var driver = Fresh.Attach(new MemoryBar());
        var rules = Rules(300);
        Apply(driver, Config(rules));
        var before = Positions(driver);

        // A port: rows of the column of its bounds.
        rules[77] = Rule(77, RuleDirection.Ingress, 8443);
        Apply(driver, Config(rules));
        Assert.That(Positions(driver), Is.EqualTo(before));
        Assert.That(Ingress(driver).RowsWritten, Is.InRange(1, 14 * 16));
        Assert.That(Ingress(driver).WorkloadsWritten, Is.Zero);

        // An action: one word in one table; a name: nothing at all.
        var result = driver.Apply(Config([rules[0] with { Action = RuleAction.Allow },
            .. rules[1..]]));
        Assert.That((result.EntriesAdded, result.EntriesRemoved), Is.EqualTo((1, 1)));
        result = driver.Apply(Config([rules[0] with
            {
                Name = "other", Action = RuleAction.Allow,
            }, .. rules[1..]]));
        Assert.That((result.EntriesAdded, result.EntriesRemoved), Is.EqualTo((0, 0)));
        Assert.That(driver.Firewall().Rules[1].Rule, Is.EqualTo("other"));

        // A new one, for a quarter of the tenants.
        Apply(driver, Config(
            [.. rules[..150], Rule(1001, RuleDirection.Ingress), .. rules[150..]]));
        var after = Positions(driver);
        Assert.That(before.Where(p => after.GetValueOrDefault(p.Key) != p.Value), Is.Empty);
        Assert.That(Ingress(driver).RowsWritten, Is.InRange(1, 320));
        Assert.That(Ingress(driver).WorkloadsWritten, Is.EqualTo(Tenants / 4));
        TestContext.Out.WriteLine(Ingress(driver));
    }

    /// <summary>At each written word a packet of the generation in force is judged as by the old
    /// rules or the new ones, and never as by a mixture of both.</summary>
    [Test]
    public void NoPacketSeesAMixture()
    {
        var board = new MemoryBar();
        var driver = Fresh.Attach(board);
        var rules = Rules(60);
        Apply(driver, Config(rules));
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var edit = 0; edit < 6; edit++)
        {
            List<RuleConfig> next = [.. rules];
            next.RemoveAt(random.Next(next.Count));
            next.Insert(random.Next(next.Count), Rule(random.Next(60), RuleDirection.Ingress, 80));
            next.Insert(random.Next(next.Count), Rule(random.Next(60), RuleDirection.Ingress));
            rules = [.. next.Select((rule, i) => rule with { Name = $"e{edit}-{i}" })];
            var (before, writes, flips) = (Judged(board), 0, 0);
            var generation = board.Generation;
            string? after = null;
            board.Written = () =>
            {
                if (board.Generation != generation)
                {
                    (generation, flips) = (board.Generation, flips + 1);
                    after = Judged(board);
                }
                else if (writes++ % 37 == 0)
                {
                    Assert.That(Judged(board), Is.EqualTo(after ?? before), $"seed {seed}");
                }
            };
            Apply(driver, Config(rules));
            board.Written = null;
            Assert.That(flips, Is.EqualTo(1));
            Assert.That(Judged(board), Is.EqualTo(after));
            Assert.That(after, Is.EqualTo(Wished(rules)), $"seed {seed}: and by the new list");
        }
    }

    /// <summary>Without a state, by what the tables hold.</summary>
    [TestCase(1)]
    [TestCase(400)]
    [TestCase(511)]
    public void ANewOwnerFindsTheRulesAndWritesNothing(int count)
    {
        var board = new MemoryBar();
        var first = Fresh.Attach(board);
        var rules = Rules(count);
        Apply(first, Config(rules));
        Apply(first, Config(rules = [.. rules[(count / 2)..], .. rules[..(count / 2)]]));
        var positions = Positions(first);

        board.Written = () => Assert.Fail("a restart writes nothing that packets could see");
        var second = GatewayDriver.Attach(board);
        Assert.That(second.Apply(Config(rules)).Changed, Is.False);
        board.Written = null;
        Assert.That(Positions(second), Is.EqualTo(positions));

        var third = GatewayDriver.Attach(board);
        rules[^1] = rules[^1] with { DestinationPorts = new(1, 2) };
        Apply(third, Config(rules));
        Assert.That(Positions(third), Is.EqualTo(positions));
        Apply(third, Config());
        Assert.That(Ingress(third).Rows, Is.InRange(1, 90), "the built-in rule");
        Apply(third, GatewayConfig.Empty);
        Assert.That(third.Tables().Where(t => t.Name.Contains("firewall")).Sum(t => t.Used),
            Is.Zero);
    }

    [Test]
    public void ExplainAsksTheTables()
    {
        var driver = Fresh.Attach(new MemoryBar());
        Apply(driver, Config(Rules(50)));
        foreach (var (source, port, rule, action) in ((string, ushort, string?, RuleAction)[])
        [
            ("10.0.5.1", 443, "r5-in", RuleAction.Allow),
            ("10.0.9.1", 443, "r9-in", RuleAction.Deny),
            ("10.0.9.1", 80, null, RuleAction.Deny), ("10.0.6.1", 443, null, RuleAction.Deny),
        ])
        {
            var answer = driver.Explain(new FirewallQuestion(
                "t1", RuleDirection.Ingress, source, "192.0.2.1", 6) { DestinationPort = port });
            Assert.That((answer.DecidedBy, answer.Action), Is.EqualTo((rule, action)));
            Assert.That(answer.BoardAction, Is.EqualTo(action));
        }

        var other = driver.Explain(
            new FirewallQuestion("t8", RuleDirection.Ingress, "10.0.5.1", "192.0.2.1", 6));
        Assert.That((other.IsFiltered, other.BoardAction), Is.EqualTo((false, RuleAction.Allow)));
        Assert.That(
            () => driver.Explain(new("t99", RuleDirection.Ingress, "10.0.5.1", "192.0.2.1", 6)),
            Throws.TypeOf<FormatException>());
    }

    private static IEnumerable<(int Tenant, FiveTuple Tuple)> Packets() =>
        from tenant in (int[])[1, 2, 3, 4, 8]
        from net in Enumerable.Range(0, 60)
        from port in (ushort[])[80, 443]
        select (tenant, new FiveTuple
        {
            IsIp = true,
            Source = IpNumber.Mapped(0x0A000001 + ((uint)net << 8)),
            Destination = IpNumber.Mapped(0xC0000201),
            Protocol = 6,
            HasPorts = true,
            SourcePort = 50_000,
            DestinationPort = port,
            Flags = 2,
        });

    /// <summary>What the board does with some packets, a letter each.</summary>
    private static string Judged(MemoryBar board)
    {
        var memory = board.Interfaces[0];
        var generation = board.Generation != 0;
        var tables = new FirewallTables { Allowed = new(2), Workload = new(8192) };
        tables.Allowed.Write(
            board.Generation, memory.Entry<RuleSet>(
                L.RxFirewallAllowed.Id, board.Generation, L.RxFirewallAllowed.Unpack));
        foreach (var tenant in (uint[])[1, 2, 3, 4, 8])
        {
            var at = (uint)Generation.Bank(generation, (U12)tenant);
            tables.Workload.Write(at, memory.Entry<Workload>(
                L.RxFirewallWorkload.Id, at, L.RxFirewallWorkload.Unpack));
        }

        for (var column = 0; column < RuleColumns.Count; column++)
        {
            tables.Columns[column] = new(RuleColumns.Rows);
            for (uint value = 0; value < 16; value++)
            {
                var row = (uint)RuleColumns.Row(generation, value);
                tables.Columns[column].Write(row, memory.Entry<RuleSet>(
                    L.RxFirewallColumns.Id, (row << 7) | (uint)column,
                    L.RxFirewallColumns.Unpack));
            }
        }

        return string.Concat(Packets().Select(p => RuleMatch.Judge(
            tables, p.Tuple, generation, (U12)(uint)p.Tenant) == Reason.None ? 'p' : 'd'));
    }

    /// <summary>What a list of rules does with them.</summary>
    private static string Wished(RuleConfig[] rules)
    {
        var config = Config(rules);
        return string.Concat(Packets().Select(p => FirewallExplanation.Of(
            config, new FirewallQuestion(
                $"t{p.Tenant}", RuleDirection.Ingress,
                Driver.Tables.IpText.Format(p.Tuple.Source), "192.0.2.1", 6)
            {
                DestinationPort = p.Tuple.DestinationPort,
            }).Action == RuleAction.Allow ? 'p' : 'd'));
    }
}
