using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Finds the tenant of a link. GRE and IP in IP have no other way to name one.</summary>
public static class LinkStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its link is known afterwards.</param>
    /// <param name="table">Links by their two addresses.</param>
    [Stage]
    public static void Run(ref RxPacket p, in Exact<LinkKey, LinkValue> table)
    {
        if (!p.IsOpen)
        {
            return;
        }

        // NVGRE is GRE of Ethernet with a key: where no link has that key, it is a VSID.
        TunnelKind kind = p.Outer.Kind == TunnelKind.Nvgre ? TunnelKind.Gretap : p.Outer.Kind;
        LinkKey key = default;
        key.LocalIp = p.Outer.Local;
        key.RemoteIp = p.Outer.Source;
        key.Kind = (U3)(byte)kind;
        key.Keyed = p.Outer.Keyed;
        key.Key = p.Outer.Key;
        Hit<LinkValue> link = ExactMatch.Find(table, key, p.Meta.Gen, p.Meta.HashKey);
        p.Link = link;
        if (!link.Found & p.Outer.NeedsLink)
        {
            p.Drop(Reasons.UnknownLink, (U12)0, p.Meta.Length);
        }
    }
}
