using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Makes what is told of the firewall, from what is in its tables.</summary>
internal static class FirewallViews
{
    /// <summary>The rules of all directions.</summary>
    public static FirewallView Of(IReadOnlyList<RuleBook> books)
    {
        var (rules, totals) = (new List<RuleView>(), new List<FirewallTotals>());
        foreach (var book in books)
        {
            Add(book, rules, totals);
        }

        return new(rules, totals);
    }

    private static void Add(RuleBook book, List<RuleView> rules, List<FirewallTotals> totals)
    {
        var way = RuleTypes.Direction.Write(book.Direction);
        var workloads = new int[RuleSet.Rules];
        var filtered = 0;
        foreach (var tenant in book.Workloads.UsedIndices())
        {
            filtered++;
            foreach (var position in RuleBits.Positions(book.WorkloadOf(tenant).Rules))
            {
                workloads[position]++;
            }
        }

        var placed = book.Placed.Count;
        var builtin = placed + filtered > 0 ? 1 : 0;
        if (builtin > 0)
        {
            rules.Add(new(way, NeighbourDiscovery.Position, NeighbourDiscovery.Name,
                RuleTypes.Action.Write(RuleAction.Allow), true,
                workloads[NeighbourDiscovery.Position]));
        }

        rules.AddRange(book.Placed.Select(p => new RuleView(
            way, p.Position, p.Rule.Name, RuleTypes.Action.Write(p.Rule.Action), false,
            workloads[p.Position])));
        totals.Add(new(
            way, placed + builtin, RuleBook.Most - placed, filtered, workloads.Sum(),
            book.Columns.Used, book.Columns.Written, book.Workloads.Written));
    }
}
