namespace SmartNic.Features;

/// <summary>What the firewall does with a packet, and why.</summary>
/// <param name="Question">The packet.</param>
/// <param name="Action">What becomes of it.</param>
/// <param name="DecidedBy">Name of the rule that decides; null when none does.</param>
/// <param name="IsFiltered">The tenant's packets are judged at all; else they pass.</param>
/// <param name="Earlier">The tenant's rules that were asked before, in order.</param>
public sealed record FirewallExplanation(
    FirewallQuestion Question, RuleAction Action, string? DecidedBy, bool IsFiltered,
    IReadOnlyList<PassedRule> Earlier)
{
    /// <summary>What the tables on the board do with it, as the pipeline reads them; null without a
    /// board. Another than <see cref="Action"/> is an error of ours or of the board.</summary>
    public RuleAction? BoardAction { get; init; }

    /// <summary>The tenant's rules are asked one after the other.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="question">The packet.</param>
    /// <exception cref="FormatException">There is trouble with it, or there is no such tenant.
    /// </exception>
    public static FirewallExplanation Of(GatewayConfig config, FirewallQuestion question)
    {
        var tuple = question.Tuple();
        var tenant = config.Tenants.FirstOrDefault(t => t.Name == question.Tenant)
            ?? throw new FormatException($"there is no tenant {question.Tenant}");
        if (tenant.Firewall.DefaultOf(question.Direction) is not { } action)
        {
            return new(question, RuleAction.Allow, null, false, []);
        }

        var earlier = new List<PassedRule>();
        if (RuleMismatch.Of(NeighbourDiscovery.Conditions, tuple) is not { } notBuiltin)
        {
            return new(question, RuleAction.Allow, NeighbourDiscovery.Name, true, []);
        }

        earlier.Add(new(NeighbourDiscovery.Name, notBuiltin));
        foreach (var rule in config.Firewall)
        {
            if (rule.Direction != question.Direction || !rule.HoldsFor(tenant))
            {
                continue;
            }

            if (RuleMismatch.Of(RuleConditions.Of(rule), tuple) is not { } why)
            {
                return new(question, rule.Action, rule.Name, true, earlier);
            }

            earlier.Add(new(rule.Name, why));
        }

        return new(question, action, null, true, earlier);
    }
}

/// <summary>A rule that was asked and does not match.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Because">The first of its conditions that does not hold.</param>
public sealed record PassedRule(string Rule, string Because);
