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
        [Depth(8192)] Table<MeterConfig> meterConfig,
        [Depth(4096)] Rmw<MeterStep, MeterState, MeterArg, U2> meter)
    {
        Outer outer = Outer.Parse(frame, meta);
        if (outer.Slot != RxSlot.Host)
        {
            return Verdict.Drop((U4)(byte)outer.Slot, (U12)0, meta.Length);
        }

        BucketPair<U6> home = Hashes.Endpoint(outer.LocalIp, meta.HashKey);
        bool local = Match.Endpoint(
            endpointA.Read(home.A), endpointB.Read(home.B), outer.LocalIp, meta.Gen);
        if (!local & !outer.Ip6)
        {
            return Verdict.Drop((U4)(byte)RxSlot.ForeignAddress, (U12)0, meta.Length);
        }

        // Index 0 of the meters limits what the wire sends to the slow path.
        bool slow = outer.Punt != PuntReason.None;
        BucketPair<U11> network = Hashes.Vni(outer.Vni, meta.HashKey);
        VniHit hit = Match.Vni(
            vniA.Read(network.A), vniB.Read(network.B), outer.Vni, meta.Gen);
        if (!hit.Found & !slow)
        {
            return Verdict.Drop((U4)(byte)RxSlot.UnknownVni, (U12)0, meta.Length);
        }

        U12 tenant = slow ? (U12)0 : hit.Tenant;
        if (outer.InnerLength < (U14)Protocol.EthernetBytes & !slow)
        {
            return Verdict.Drop((U4)(byte)RxSlot.InnerLength, tenant, outer.InnerLength);
        }

        MeterConfig config = meterConfig.Read(Generation.Bank(meta.Gen, tenant));
        U14 metered = slow ? (U14)SlowPort.MeteredBytes : outer.InnerLength;
        U2 color = (U2)(byte)MeterColor.Green;
        if (config.Enabled)
        {
            color = meter.Apply(tenant, Meter.Prepare(config, metered, meta.TimeNs));
        }

        if (color == (U2)(byte)MeterColor.Red)
        {
            return slow
                ? Verdict.Drop((U4)(byte)RxSlot.SlowPathLimit, (U12)0, meta.Length)
                : Verdict.Drop((U4)(byte)RxSlot.RateExceeded, tenant, outer.InnerLength);
        }

        Verdict v = default;
        if (slow)
        {
            v.Slot = (U4)(byte)RxSlot.Slow;
            SlowPort.Punt(ref v, outer.Punt, meta.Interface, (U12)0, (U24)0,
                (U12)0, meta.Length, meta.TimeNs);
            return v;
        }

        v.Slot = (U4)(byte)RxSlot.Host;
        v.Dest = (U2)(byte)Destination.Host;
        v.Tenant = tenant;
        v.Queue = hit.Queue;
        v.Strip = outer.Strip;
        v.Length = outer.InnerLength;
        v.CountBytes = outer.InnerLength;
        return v;
    }
}
