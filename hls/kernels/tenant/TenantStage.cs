using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Finds the tenant of a VNI.</summary>
public static class TenantStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its tenant and queue are known afterwards.</param>
    /// <param name="tables">Tenants by VNI.</param>
    [Stage]
    public static void Run(ref RxPacket p, in VniTables tables)
    {
        if (!p.IsOpen)
        {
            return;
        }

        U24 vni = p.Outer.Vni;
        BucketPair<U11> network = Hashes.Vni(vni, p.Meta.HashKey);
        VniHit hit = Match.Vni(
            tables.A.Read(network.A), tables.B.Read(network.B), vni, p.Meta.Gen);
        if (!hit.Found & !p.IsSlow)
        {
            p.Drop(RxSlot.UnknownVni, (U12)0, p.Meta.Length);
            return;
        }

        p.Tenant = p.IsSlow ? (U12)0 : hit.Tenant;
        p.Queue = hit.Queue;
    }
}
