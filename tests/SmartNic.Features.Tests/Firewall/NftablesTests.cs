using System.Text.RegularExpressions;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>The same rules and the same frames in the kernel's nftables: both let the same frames
/// pass.</summary>
[NonParallelizable]
public sealed partial class NftablesTests
{
    private const int Sets = 24;
    private const int PacketsOfSet = 400;
    private const ulong FirstMac = 0x0600_0000_0000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Test]
    public void TheKernelLetsTheSameFramesPass()
    {
        Tool.Needs("nft", "ip");
        using var pair = new VethPair();
        using var near = new PacketSocket(pair.Near);
        var table = $"snic{pair.Far}";
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var passed = 0;
        try
        {
            for (var set = 0; set < Sets; set++)
            {
                var world = new OracleWorld(random);
                OracleRule[] rules = [.. Enumerable.Range(0, random.Next(1, 60))
                    .Select(_ => world.Rule())];
                var allows = random.Next(2) == 0;
                Program(table, pair.Far, rules, allows);
                OraclePacket[] packets = [.. Enumerable.Range(0, PacketsOfSet)
                    .Select(_ => world.Packet(rules[random.Next(rules.Length)]) with { Tags = 0 })];
                for (var i = 0; i < packets.Length; i++)
                {
                    near.Send(packets[i].Frame(FirstMac + (ulong)i));
                }

                var kernel = Allowed(table);
                var tables = Tables(rules);
                for (var i = 0; i < packets.Length; i++)
                {
                    var tuple = packets[i].Tuple();
                    var passes = Judge(tables, tuple, allows);
                    Assert.That(kernel.Contains(FirstMac + (ulong)i), Is.EqualTo(passes),
                        $"seed {seed}: set {set}: {packets[i]}");
                    passed += passes ? 1 : 0;
                }
            }
        }
        finally
        {
            Tool.Run(Limit, "nft", "delete", "table", "netdev", table);
        }

        TestContext.Out.WriteLine($"{Sets * PacketsOfSet} frames, {passed} passed both");
        Assert.That(passed, Is.InRange(Sets * PacketsOfSet / 8, Sets * PacketsOfSet * 7 / 8));
    }

    /// <summary>Who sent frames that pass is kept in a set; so is who sent any.</summary>
    private static void Program(string table, string device, OracleRule[] rules, bool allows)
    {
        const string Allow = "add @allowed { ether saddr }";
        string[] lines =
        [
            $"table netdev {table}", $"delete table netdev {table}", $"table netdev {table} {{",
            "set seen { type ether_addr; size 65535; flags dynamic; }",
            "set allowed { type ether_addr; size 65535; flags dynamic; }",
            $"chain c {{ type filter hook ingress device \"{device}\" priority 0; policy drop;",
            "add @seen { ether saddr }",
            .. rules.SelectMany(rule => NftRule.Lines(rule, Allow)),
            allows ? $"{Allow} drop" : "drop", "} }", "",
        ];
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            Tool.MustPass(Limit, "nft", "-f", path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static HashSet<ulong> Allowed(string table)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (Macs(table, "seen").Count < PacketsOfSet)
        {
            Assert.That(clock.Elapsed, Is.LessThan(Limit), "frames are lost");
            Thread.Sleep(10);
        }

        return Macs(table, "allowed");
    }

    private static HashSet<ulong> Macs(string table, string set)
    {
        var (code, text) = Tool.Run(Limit, "nft", "list", "set", "netdev", table, set);
        Assert.That(code, Is.Zero, text);
        return [.. Mac().Matches(text).Select(m => Convert.ToUInt64(m.Value.Replace(":", ""), 16))
            .Where(mac => mac >= FirstMac && mac < FirstMac + PacketsOfSet)];
    }

    private static FirewallTables Tables(OracleRule[] rules)
    {
        var tables = new FirewallTables { Allowed = new(1), Workload = new(1) };
        var rows = new RuleRows();
        var workload = new Workload { IsFiltered = true };
        RuleSet allowed = default;
        for (var i = 0; i < rules.Length; i++)
        {
            rows.Add(8 * i, RuleConditions.Of(rules[i].ToConfig("r", default)));
            RuleBits.Add(ref workload.Rules, 8 * i);
            if (rules[i].Allows)
            {
                RuleBits.Add(ref allowed, 8 * i);
            }
        }

        tables.Allowed.Write(0, allowed);
        tables.Workload.Write(0, workload);
        for (var column = 0; column < RuleColumns.Count; column++)
        {
            tables.Columns[column] = new(RuleRows.Values);
            for (var value = 0; value < RuleRows.Values; value++)
            {
                tables.Columns[column].Write((uint)value, rows[RuleRows.Index(column, value)]);
            }
        }

        return tables;
    }

    private static bool Judge(in FirewallTables tables, in FiveTuple tuple, bool allows)
    {
        var workload = tables.Workload.Read(0) with { Allows = allows };
        tables.Workload.Write(0, workload);
        return RuleMatch.Judge(tables, tuple, generation: false, (U12)1) == Reason.None;
    }

    [GeneratedRegex("([0-9a-f]{2}:){5}[0-9a-f]{2}")]
    private static partial Regex Mac();
}
