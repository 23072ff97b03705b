using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Reads a tenant's own headers, and looks its destination up.</summary>
public static class ForwardStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its headers and its way are known afterwards.</param>
    /// <param name="frame">At the tenant's Ethernet header.</param>
    /// <param name="table">Next hops by tenant and MAC address.</param>
    [Stage]
    public static void Run(
        ref TxPacket p, Window frame, in Exact<FdbKey, FdbValue> table)
    {
        if (!p.IsOpen)
        {
            return;
        }

        U12 tenant = p.Source.Tenant;
        Inner inner = Inner.Parse(frame, p.Source.Length, p.Source.Sum);
        p.Inner = inner;
        if (inner.Tagged & !p.Source.KeepsTags)
        {
            p.Drop(Reasons.InnerVlan);
            return;
        }

        FdbKey key = default;
        key.Tenant = tenant;
        key.Mac = inner.Destination;
        p.Hit = ExactMatch.Find(table, key, p.Meta.Gen, p.Meta.HashKey);
    }
}
