using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Finds the tenant of a VNI, where no link has named one.</summary>
public static class TenantStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its tenant and queue are known afterwards.</param>
    /// <param name="table">Tenants by VNI.</param>
    [Stage]
    public static void Run(ref RxPacket p, in Exact<VniKey, VniValue> table)
    {
        if (!p.IsOpen)
        {
            return;
        }

        VniKey key = default;
        key.Vni = p.Outer.Vni;
        Hit<VniValue> hit = ExactMatch.Find(table, key, p.Meta.Gen, p.Meta.HashKey);
        if (!hit.Found & !p.Link.Found & !p.IsSlow)
        {
            p.Drop(Reasons.UnknownVni, (U12)0, p.Meta.Length);
            return;
        }

        LinkValue link = p.Link.Value;
        p.Tenant = p.IsSlow ? (U12)0 : p.Link.Found ? link.Tenant : hit.Value.Tenant;
        p.Queue = p.Link.Found ? link.Queue : hit.Value.Queue;
    }
}
