using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Reads a tenant's own headers, and looks its destination up.</summary>
public static class ForwardStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its headers and its way are known afterwards.</param>
    /// <param name="frame">At the tenant's Ethernet header.</param>
    /// <param name="tables">Next hops by tenant and MAC address.</param>
    [Stage]
    public static void Run(ref TxPacket p, Window frame, in FdbTables tables)
    {
        if (!p.IsOpen)
        {
            return;
        }

        U12 tenant = p.Source.Tenant;
        Inner inner = Inner.Parse(frame, p.Source.Length);
        p.Inner = inner;
        if (inner.Tagged & !p.Source.KeepsTags)
        {
            p.Drop(TxSlot.InnerVlan);
            return;
        }

        BucketPair<U12> at = Hashes.Fdb(tenant, inner.Destination, p.Meta.HashKey);
        p.Hit = Match.Fdb(
            tables.A.Read(at.A), tables.B.Read(at.B), tenant, inner.Destination, p.Meta.Gen);
    }
}
