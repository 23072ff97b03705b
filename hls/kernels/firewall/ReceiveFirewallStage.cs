using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Judges what a tenant is to receive: before its meter, which what is denied does not
/// charge.</summary>
public static class ReceiveFirewallStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="rules">Those of what tenants receive.</param>
    [Stage]
    public static void Run(ref RxPacket p, in FirewallTables rules)
    {
        if (!p.IsOpen)
        {
            return;
        }

        Reason reason = RuleMatch.Judge(rules, p.Outer.Tuple, p.Meta.Gen, p.Tenant);
        if (reason != Reason.None & !p.IsSlow)
        {
            p.Drop(reason, p.Tenant, p.Outer.InnerLength);
        }
    }
}
