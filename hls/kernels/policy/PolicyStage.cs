using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Holds a frame from the wire against what its tenant may receive.</summary>
public static class PolicyStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its policy, ECN field and DSCP are known afterwards.</param>
    /// <param name="policy">Policy by tenant.</param>
    /// <param name="source">Outer source addresses by tenant; tenant 0 has our own.</param>
    [Stage]
    public static void Run(
        ref RxPacket p, Table<ReceivePolicy> policy, in Exact<SourceKey, Nothing> source)
    {
        if (!p.IsOpen)
        {
            return;
        }

        ReceivePolicy rules = policy.Read(p.Bank);
        p.Policy = rules;

        // Our own addresses are nobody's source. Both keys are hashed while the policy is read: the
        // choice between them comes last.
        SourceKey our = default;
        our.Ip = p.Outer.Source;
        SourceKey their = our;
        their.Tenant = p.Tenant;
        BucketPair ours = ExactMatch.Buckets(our, p.Meta.HashKey);
        BucketPair theirs = ExactMatch.Buckets(their, p.Meta.HashKey);
        bool listed = ExactMatch.Find(source, rules.AnySource ? ours : theirs,
            rules.AnySource ? our : their, p.Meta.Gen).Found;
        Ecn ecn = Ecn.Decapsulate(p.Outer.Ecn, p.Outer.Inner.Ecn);
        p.Ecn = ecn.Field;
        p.Dscp = rules.IsUniform ? p.Outer.Dscp : p.Outer.Inner.Dscp;
        Reason refused = p.Outer.InnerLength < (U14)Protocol.EthernetBytes ? Reasons.InnerLength
            : listed == rules.AnySource ? Reasons.ForeignSource
            : p.Outer.Inner.Tagged & !rules.KeepsTags ? Reasons.InnerVlan
            : ecn.Drops & p.Outer.Inner.IsIp ? Reasons.EcnNotCapable
            : Reason.None;
        if (refused != Reason.None & !p.IsSlow)
        {
            p.Drop(refused, p.Tenant, p.Outer.InnerLength);
        }
    }
}
