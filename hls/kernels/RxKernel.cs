using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What ingress knows of a frame from the wire.</summary>
public struct RxMeta
{
    /// <summary>Bytes of the frame without FCS.</summary>
    public U14 Length;

    /// <summary>Arrival time.</summary>
    public ulong TimeNs;

    /// <summary>Generation of the tables that the frame sees.</summary>
    public bool Gen;

    /// <summary>Key of the tables' hashes in that generation.</summary>
    public ulong HashKey;

    /// <summary>Marked bad by the MAC.</summary>
    public bool Bad;

    /// <summary>Longer than Protocol.MaxFrameBytes.</summary>
    public bool Oversize;

    /// <summary>Index of the interface.</summary>
    public U4 Interface;
}

/// <summary>Wire to host: end the tunnel, find the tenant, hold it to its rate, deliver.</summary>
public static class RxKernel
{
    /// <summary>Decides about one frame from the wire.</summary>
    [Kernel("snic_rx_kernel")]
    public static Verdict Run(
        Window frame,
        RxMeta meta,
        [Depth(64)] Table<EndpointBucket> endpointA,
        [Depth(64)] Table<EndpointBucket> endpointB,
        [Depth(2048)] Table<VniBucket> vniA,
        [Depth(2048)] Table<VniBucket> vniB,
        [Depth(8192)] Table<ReceivePolicy> policy,
        [Depth(4096)] Table<SourceBucket> sourceA,
        [Depth(4096)] Table<SourceBucket> sourceB,
        [Depth(8192)] Table<MeterConfig> meter,
        [Depth(4096)] Rmw<MeterStep, MeterState, MeterArg, U2> meterState)
    {
        Outer outer = Outer.Parse(frame, meta);
        BucketPair<U6> home = Hashes.Endpoint(outer.LocalIp, meta.HashKey);
        EndpointHit local = Match.Endpoint(
            endpointA.Read(home.A), endpointB.Read(home.B), outer.LocalIp, meta.Gen);
        RxSlot reason = Reason(outer, local, meta);
        if (reason != RxSlot.Host)
        {
            return Verdict.Drop((U6)(byte)reason, (U12)0, meta.Length);
        }

        // Index 0 of the meters limits what the wire sends to the slow path.
        bool slow = outer.Punt != PuntReason.None;
        BucketPair<U11> network = Hashes.Vni(outer.Vni, meta.HashKey);
        VniHit hit = Match.Vni(
            vniA.Read(network.A), vniB.Read(network.B), outer.Vni, meta.Gen);
        if (!hit.Found & !slow)
        {
            return Verdict.Drop((U6)(byte)RxSlot.UnknownVni, (U12)0, meta.Length);
        }

        U12 tenant = slow ? (U12)0 : hit.Tenant;
        U13 bank = Generation.Bank(meta.Gen, tenant);
        ReceivePolicy rules = policy.Read(bank);

        // Tenant 0 of the source table has our own addresses, which are nobody's source. Both keys
        // are hashed while the policy is read: the choice between them comes last.
        U12 owner = rules.AnySource ? (U12)0 : tenant;
        BucketPair<U12> ours = Hashes.Source((U12)0, outer.SourceIp, meta.HashKey);
        BucketPair<U12> theirs = Hashes.Source(tenant, outer.SourceIp, meta.HashKey);
        bool listed = Match.Source(sourceA.Read(rules.AnySource ? ours.A : theirs.A),
            sourceB.Read(rules.AnySource ? ours.B : theirs.B), owner, outer.SourceIp, meta.Gen);
        Ecn ecn = Ecn.Decapsulate(outer.Ecn, outer.Inner.Ecn);
        RxSlot refused = outer.InnerLength < (U14)Protocol.EthernetBytes ? RxSlot.InnerLength
            : listed == rules.AnySource ? RxSlot.ForeignSource
            : outer.Inner.Tagged & !rules.KeepsTags ? RxSlot.InnerVlan
            : ecn.Drops & outer.Inner.IsIp ? RxSlot.EcnNotCapable
            : RxSlot.Host;
        if (refused != RxSlot.Host & !slow)
        {
            return Verdict.Drop((U6)(byte)refused, tenant, outer.InnerLength);
        }

        MeterConfig config = meter.Read(bank);
        U14 metered = slow ? (U14)SlowPort.MeteredBytes : outer.InnerLength;
        U2 color = (U2)(byte)MeterColor.Green;
        if (config.Enabled)
        {
            color = meterState.Apply(tenant, Meter.Prepare(config, metered, meta.TimeNs));
        }

        if (color == (U2)(byte)MeterColor.Red)
        {
            return slow
                ? Verdict.Drop((U6)(byte)RxSlot.SlowPathLimit, (U12)0, meta.Length)
                : Verdict.Drop((U6)(byte)RxSlot.RateExceeded, tenant, outer.InnerLength);
        }

        Verdict v = default;
        if (slow)
        {
            v.Slot = (U6)(byte)RxSlot.Slow;
            SlowPort.Punt(ref v, outer.Punt, meta.Interface, (U12)0, (U24)0,
                (U12)0, meta.Length, meta.TimeNs);
            return v;
        }

        bool yellow = color == (U2)(byte)MeterColor.Yellow;
        if (yellow & rules.OnYellow == (U2)(byte)YellowAction.Drop)
        {
            return Verdict.Drop((U6)(byte)RxSlot.YellowDropped, tenant, outer.InnerLength);
        }

        v.Slot = yellow ? (U6)(byte)RxSlot.Yellow : (U6)(byte)RxSlot.Host;
        v.Dest = (U2)(byte)Destination.Host;
        v.Tenant = tenant;
        v.Queue = hit.Queue;
        v.CountBytes = outer.InnerLength;
        bool remark = yellow & rules.OnYellow == (U2)(byte)YellowAction.Remark;
        U6 dscp = outer.Inner.Dscp;
        outer.Inner.Deliver(ref v, outer.Strip, outer.InnerLength,
            outer.Inner.Edit(dscp, ecn.Field), outer.Inner.Edit(rules.Dscp, ecn.Field), remark);
        return v;
    }

    /// <summary>RxSlot.Host, or why a frame is for none of our endpoints.</summary>
    static RxSlot Reason(in Outer outer, in EndpointHit local, in RxMeta meta)
    {
        bool ours = outer.Ip6 | (local.Found & local.Interface == meta.Interface);
        return outer.Slot != RxSlot.Host ? outer.Slot
            : !ours ? RxSlot.ForeignAddress
            : outer.IsUdp & outer.UdpPort != local.UdpPort ? RxSlot.NotVxlan
            : outer.Then;
    }
}
