namespace SmartNic.Features;

/// <summary>The firewall as the attached gateway tells of it.</summary>
/// <param name="Rules">The rules, in the order in which they are asked.</param>
/// <param name="Totals">What they take, by direction.</param>
public sealed record FirewallView(
    IReadOnlyList<RuleView> Rules, IReadOnlyList<FirewallTotals> Totals);

/// <summary>A rule in force.</summary>
/// <param name="Direction"><c>ingress</c> or <c>egress</c>.</param>
/// <param name="Position">Its bit in the sets of rules: lower ones are asked first.</param>
/// <param name="Rule">Its name.</param>
/// <param name="Action"><c>allow</c> or <c>deny</c>.</param>
/// <param name="IsBuiltin">It is not of the configuration.</param>
/// <param name="Workloads">Tenants that refer to it; the rule itself stands once.</param>
public sealed record RuleView(
    string Direction, int Position, string Rule, string Action, bool IsBuiltin, int Workloads);

/// <summary>What the rules of a direction take.</summary>
/// <param name="Direction"><c>ingress</c> or <c>egress</c>.</param>
/// <param name="Rules">Rules, each of which stands once.</param>
/// <param name="Free">Rules that there is room for.</param>
/// <param name="Workloads">Tenants that are filtered.</param>
/// <param name="References">Rules that they refer to, in all: what would stand there if none were
/// shared.</param>
/// <param name="Rows">Rows of conditions that are in use, on each interface.</param>
/// <param name="RowsWritten">Rows of conditions that the last transaction changed which changed
/// any; each is written to the banks of both generations.</param>
/// <param name="WorkloadsWritten">Sets of references that the last one changed, in the same way.
/// </param>
public sealed record FirewallTotals(
    string Direction, int Rules, int Free, int Workloads, int References, int Rows,
    int RowsWritten, int WorkloadsWritten);
