using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// What tenants may receive and send, packet by packet: rules that stand once for all
/// (<c>rx_firewall_columns</c>, <c>tx_firewall_columns</c> and <c>_allowed</c>), and for each
/// tenant which of them hold (<c>_workload</c>).
/// </summary>
/// <param name="tenants">Which tenant has which index.</param>
internal sealed class FirewallFeature(IndexBook tenants) : IGatewayFeature<FirewallFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<GatewayConfig>> OfFile => [FirewallSection.Rules];

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => FirewallSection.OfTenant;

    /// <inheritdoc/>
    public static Action<Reading.FieldReader, GatewayConfig, ReadContext> CheckFile =>
        FirewallChecks.OfFile;

    /// <summary>Rules of both directions.</summary>
    public IReadOnlyList<RuleBook> Rules { get; } =
    [
        new(RuleDirection.Ingress, TableLayouts.RxFirewallColumns.Layout,
            TableLayouts.RxFirewallAllowed.Layout, TableLayouts.RxFirewallWorkload.Layout),
        new(RuleDirection.Egress, TableLayouts.TxFirewallColumns.Layout,
            TableLayouts.TxFirewallAllowed.Layout, TableLayouts.TxFirewallWorkload.Layout),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct =>
        [.. Rules.SelectMany(b => new[] { b.Columns, b.Allowed, b.Workloads })];

    /// <inheritdoc/>
    public static FirewallFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        foreach (var book in Rules)
        {
            book.Want((GatewayConfig)config, tenants, turn);
        }
    }

    /// <inheritdoc/>
    public void Commit()
    {
        foreach (var book in Rules)
        {
            book.Commit();
        }
    }

    /// <inheritdoc/>
    public void Adopt(TableReader reader)
    {
        foreach (var book in Rules)
        {
            book.Adopt();
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => Rules.SelectMany(b => b.Workloads.UsedIndices())
        .Select(i => new UsedIndex(tenants, (ushort)i));

    /// <summary>The rules in force, and what they take.</summary>
    public FirewallView View() => FirewallViews.Of(Rules);

    /// <summary>Which rule decides on a packet, by a configuration and by the tables in force.
    /// </summary>
    public FirewallExplanation Explain(GatewayConfig config, FirewallQuestion question)
    {
        var answer = FirewallExplanation.Of(config, question);
        if (tenants.Find(question.Tenant) is not { } index)
        {
            return answer;
        }

        var book = Rules.Single(b => b.Direction == question.Direction);
        var passes = book.Judge(index, question.Tuple()) == Reason.None;
        return answer with { BoardAction = passes ? RuleAction.Allow : RuleAction.Deny };
    }
}
