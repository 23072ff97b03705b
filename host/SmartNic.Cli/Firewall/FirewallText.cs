using SmartNic.Cli.Shell;
using SmartNic.Features;

namespace SmartNic.Cli.Firewall;

/// <summary>Prints the firewall.</summary>
internal static class FirewallText
{
    /// <summary>The rules, then the totals.</summary>
    public static void Write(FirewallView firewall, TextWriter output)
    {
        var rules = new TextTable("DIRECTION", "POSITION", "RULE", "ACTION", "TENANTS");
        foreach (var rule in firewall.Rules)
        {
            rules.Add(rule.Direction, Units.Text((long)rule.Position),
                rule.IsBuiltin ? $"{rule.Rule} (builtin)" : rule.Rule, rule.Action,
                Units.Text((long)rule.Workloads));
        }

        rules.Write(output);
        output.WriteLine();
        var totals = new TextTable("DIRECTION", "RULES", "FREE", "TENANTS", "REFERENCES", "ROWS",
            "ROWS WRITTEN", "TENANTS WRITTEN");
        foreach (var t in firewall.Totals)
        {
            totals.Add(t.Direction, Units.Text((long)t.Rules), Units.Text((long)t.Free),
                Units.Text((long)t.Workloads), Units.Text((long)t.References),
                Units.Text((long)t.Rows), Units.Text((long)t.RowsWritten),
                Units.Text((long)t.WorkloadsWritten));
        }

        totals.Write(output);
    }

    /// <summary>Which rule decides, and why those before it do not.</summary>
    public static void Write(FirewallExplanation answer, TextWriter output)
    {
        var question = answer.Question;
        var way = Word(question.Direction);
        output.WriteText($"{Word(answer.Action)}: "
            + (!answer.IsFiltered ? $"tenant {question.Tenant} has no firewall with {way}"
                : answer.DecidedBy is { } rule ? $"rule {rule}"
                : $"no rule matches, and {way} of tenant {question.Tenant} is "
                    + Word(answer.Action)));
        if (answer.Earlier.Count > 0)
        {
            output.WriteLine();
            var table = new TextTable("RULE", "DOES NOT MATCH BECAUSE");
            foreach (var earlier in answer.Earlier)
            {
                table.Add(earlier.Rule, earlier.Because);
            }

            table.Write(output);
        }
    }

    /// <summary>As the configuration has it.</summary>
    public static string Word(RuleAction action) => action == RuleAction.Allow ? "allow" : "deny";

    private static string Word(RuleDirection direction) =>
        direction == RuleDirection.Ingress ? "ingress" : "egress";
}
