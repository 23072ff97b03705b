using SmartNic.Kernels;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>Rules get positions in order, and keep them as far as there is room.</summary>
public sealed class RulePlacementTests
{
    private static RuleConditions Rule(int number) => new()
    {
        Source = (UInt128)number,
        SourceMask = UInt128.MaxValue,
    };

    private static RuleConditions?[] Old(IReadOnlyList<int> rules, int[] positions)
    {
        var old = new RuleConditions?[RuleSet.Rules];
        for (var i = 0; i < rules.Count; i++)
        {
            old[positions[i]] = Rule(rules[i]);
        }

        return old;
    }

    private static int[] Place(RuleConditions?[] old, IReadOnlyList<int> rules)
    {
        var positions = RulePlacement.Place(old, [.. rules.Select(Rule)]);
        Assert.That(positions, Is.Ordered.Ascending.And.Unique);
        Assert.That(positions, Has.All.InRange(1, RuleSet.Rules - 1));
        return positions;
    }

    [Test]
    public void WhatStaysAsItIsStaysWhereItIs()
    {
        int[] rules = [.. Enumerable.Range(0, 300)];
        var positions = Place(new RuleConditions?[RuleSet.Rules], rules);
        Assert.That(Place(Old(rules, positions), rules), Is.EqualTo(positions));
    }

    [Test]
    public void AnInsertedRuleMovesNoOther()
    {
        int[] rules = [.. Enumerable.Range(0, 100)];
        var positions = Place(new RuleConditions?[RuleSet.Rules], rules);
        for (var at = 0; at <= rules.Length; at++)
        {
            List<int> next = [.. rules];
            next.Insert(at, 1000);
            var after = Place(Old(rules, positions), next);
            Assert.That(after.Where((_, i) => i != at), Is.EqualTo(positions), $"at {at}");
        }
    }

    [Test]
    public void AChangedRuleTakesThePlaceOfTheOldOne()
    {
        int[] rules = [.. Enumerable.Range(0, 511)];
        var positions = Place(new RuleConditions?[RuleSet.Rules], rules);
        for (var at = 0; at < rules.Length; at++)
        {
            int[] next = [.. rules];
            next[at] = 1000;
            Assert.That(Place(Old(rules, positions), next), Is.EqualTo(positions), $"at {at}");
        }
    }

    /// <summary>Rules that are alike are as many as they are.</summary>
    [Test]
    public void RulesThatAreAlikeHaveAPlaceEach()
    {
        int[] rules = [1, 1, 2, 1];
        var positions = Place(new RuleConditions?[RuleSet.Rules], rules);
        var after = Place(Old(rules, positions), [1, 1, 1, 2, 1]);
        Assert.That(positions.Except(after), Is.Empty);
    }

    /// <summary>Long sequences of edits: the order holds, few edits move rules, and few rules.
    /// </summary>
    [TestCase(50, 15, 3)]
    [TestCase(250, 8, 20)]
    [TestCase(400, 3, 80)]
    [TestCase(511, 1, 150)]
    public void EditsMoveFewRules(int most, int unmoved, double mostMoved)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        List<int> rules = [];
        int[] positions = [];
        var (moved, moving, inserts) = (0, 0, 0);
        for (var edit = 0; edit < 2000; edit++)
        {
            List<int> next = [.. rules];
            var isInsert = next.Count < most && (next.Count < most / 2 || random.Next(2) == 0);
            if (isInsert)
            {
                next.Insert(random.Next(next.Count + 1), edit);
            }
            else
            {
                next.RemoveAt(random.Next(next.Count));
            }

            var after = Place(Old(rules, positions), next);
            var before = rules.Zip(positions).ToDictionary();
            var moves = next.Zip(after)
                .Count(r => before.TryGetValue(r.First, out var p) && p != r.Second);
            Assert.That(isInsert || moves == 0, $"seed {seed}: a removed rule moves none");
            (rules, positions, moved) = (next, after, moved + moves);
            inserts += isInsert ? 1 : 0;
            moving += moves > 0 ? 1 : 0;
        }

        TestContext.Out.WriteLine($"seed {seed}: {inserts} inserted rules: {moving} of them moved "
            + $"others, {moved} in all");
        Assert.That(moving * unmoved, Is.LessThanOrEqualTo(inserts), $"seed {seed}");
        Assert.That(moved, Is.LessThanOrEqualTo(mostMoved * inserts), $"seed {seed}");
    }

    /// <summary>Rules that are always put in at the same place, at the worst one of a list.
    /// </summary>
    [TestCase(0, 280)]
    [TestCase(1, 220)]
    [TestCase(2, 160)]
    public void RulesThatComeAtOnePlaceMoveFew(int place, int most)
    {
        List<int> rules = [];
        int[] positions = [];
        var moving = 0;
        for (var edit = 0; edit < 400; edit++)
        {
            List<int> next = [.. rules];
            next.Insert(next.Count * place / 2, edit);
            var after = Place(Old(rules, positions), next);
            var before = rules.Zip(positions).ToDictionary();
            moving += next.Zip(after)
                .Any(r => before.TryGetValue(r.First, out var p) && p != r.Second) ? 1 : 0;
            (rules, positions) = (next, after);
        }

        TestContext.Out.WriteLine($"{moving} of 400 moved others");
        Assert.That(moving, Is.LessThan(most));
    }
}
