using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Judges what a tenant sends: before the slow path and its meters see any of it. What the
/// slow path sends for a tenant was judged when it was the tenant's.</summary>
public static class SendFirewallStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="rules">Those of what tenants send.</param>
    [Stage]
    public static void Run(ref TxPacket p, in FirewallTables rules)
    {
        if (!p.IsOpen)
        {
            return;
        }

        Reason reason = RuleMatch.Judge(rules, p.Inner.Tuple, p.Meta.Gen, p.Source.Tenant);
        if (reason != Reason.None & !p.Meta.FromSlow)
        {
            p.Drop(reason);
        }
    }
}
