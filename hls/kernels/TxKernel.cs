using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What ingress knows of a frame from a tenant or from the slow path.</summary>
public struct TxMeta
{
    /// <summary>Bytes of the frame without FCS, metadata header included.</summary>
    public U14 Length;

    /// <summary>Arrival time.</summary>
    public ulong TimeNs;

    /// <summary>Generation of the tables that the frame sees.</summary>
    public bool Gen;

    /// <summary>Key of the tables' hashes in that generation.</summary>
    public ulong HashKey;

    /// <summary>Marked bad by the host.</summary>
    public bool Bad;

    /// <summary>Longer than Protocol.MaxFrameBytes.</summary>
    public bool Oversize;

    /// <summary>Index of the interface.</summary>
    public U4 Interface;

    /// <summary>Host queue, for frames of tenants.</summary>
    public U12 Queue;

    /// <summary>Injected by the slow path: the frame starts with the metadata header.</summary>
    public bool FromSlow;
}

/// <summary>Host to wire: name the tenant, find the next hop, start the tunnel.</summary>
public static class TxKernel
{
    /// <summary>Decides about one frame of a tenant or of the slow path.</summary>
    [Kernel("snic_tx_kernel")]
    public static Verdict Run(
        Window frame,
        TxMeta meta,
        [Depth(8192)] Table<HostPort> port,
        [Depth(4096)] Table<FdbBucket> fdbA,
        [Depth(4096)] Table<FdbBucket> fdbB,
        [Depth(8192)] Table<NextHop> nextHop,
        [Depth(8192)] Table<MeterConfig> meter,
        [Depth(4096)] Rmw<MeterStep, MeterState, MeterArg, U2> meterState)
    {
        HostPort sender = port.Read(Generation.Bank(meta.Gen, Source.PortOf(frame, meta)));
        Source source = Source.Of(frame, meta, sender);
        if (source.Slot != TxSlot.Wire)
        {
            return Verdict.Drop((U6)(byte)source.Slot, (U12)0, meta.Length);
        }

        U12 tenant = source.Tenant;
        U14 length = source.Length;
        Window w = frame.Skip(source.Strip);
        if (source.Action == InjectAction.Wire | source.Action == InjectAction.Host)
        {
            return Deliver(source);
        }

        Inner inner = Inner.Parse(w, length);
        if (inner.Tagged & !sender.KeepsTags)
        {
            return Verdict.Drop((U6)(byte)TxSlot.InnerVlan, tenant, length);
        }

        BucketPair<U12> at = Hashes.Fdb(tenant, inner.Destination, meta.HashKey);
        FdbHit hit = Match.Fdb(
            fdbA.Read(at.A), fdbB.Read(at.B), tenant, inner.Destination, meta.Gen);
        bool resolved = source.Action == InjectAction.Encapsulate;
        PuntReason reason = inner.Asks != PuntReason.None ? inner.Asks
            : hit.Found ? PuntReason.None
            : PuntReason.UnknownUnicast;
        if (reason != PuntReason.None & !meta.FromSlow)
        {
            U2 color = (U2)(byte)MeterColor.Green;
            MeterConfig config = meter.Read(Generation.Bank(meta.Gen, tenant));
            if (config.Enabled)
            {
                color = meterState.Apply(tenant,
                    Meter.Prepare(config, (U14)SlowPort.MeteredBytes, meta.TimeNs));
            }

            if (color == (U2)(byte)MeterColor.Red)
            {
                return Verdict.Drop((U6)(byte)TxSlot.SlowPathLimit, tenant, length);
            }

            Verdict punt = default;
            punt.Slot = (U6)(byte)TxSlot.Slow;
            SlowPort.Punt(ref punt, reason, meta.Interface, tenant, source.Vni,
                meta.Queue, length, meta.TimeNs);
            return punt;
        }

        NextHop via = nextHop.Read(
            Generation.Bank(meta.Gen, resolved ? source.NextHop : hit.NextHop));
        if (!via.Valid | (!resolved & !hit.Found))
        {
            return Verdict.Drop((U6)(byte)TxSlot.NoRoute, tenant, length);
        }

        if (length > (U14)(Protocol.MaxFrameBytes - Vxlan.HeaderBytes))
        {
            return Verdict.Drop((U6)(byte)TxSlot.Oversize, tenant, length);
        }

        Verdict v = default;
        v.Slot = (U6)(byte)TxSlot.Wire;
        v.Dest = (U2)(byte)Destination.Wire;
        v.Tenant = tenant;
        v.Strip = source.Strip;
        v.Length = length;
        v.CountBytes = length;
        Vxlan.Build(ref v, via, source.Vni, length, inner);
        return v;
    }

    /// <summary>A frame that the slow path made whole: to the wire or to a tenant.</summary>
    static Verdict Deliver(in Source source)
    {
        bool host = source.Action == InjectAction.Host;
        Verdict v = default;
        v.Slot = host ? (U6)(byte)TxSlot.Host : (U6)(byte)TxSlot.Wire;
        v.Dest = host ? (U2)(byte)Destination.Host : (U2)(byte)Destination.Wire;
        v.Tenant = source.Tenant;
        v.Queue = source.Queue;
        v.Strip = source.Strip;
        v.Length = source.Length;
        v.CountBytes = source.Length;
        return v;
    }
}
