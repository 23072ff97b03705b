using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Who sent a frame towards the wire, and at which stage it goes on.</summary>
public struct Source
{
    /// <summary>None, or the reason to drop.</summary>
    public Reason Refused;

    /// <summary>Where an injected frame goes on; Lookup for frames of tenants.</summary>
    public InjectAction Action;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>The tenant's VNI.</summary>
    public U24 Vni;

    /// <summary>Its frames with VLAN tags are sent.</summary>
    public bool KeepsTags;

    /// <summary>How the outer DSCP of its frames comes about.</summary>
    public DscpRule Dscp;

    /// <summary>Its yellow frames are not.</summary>
    public bool DropsYellow;

    /// <summary>Its red ones are.</summary>
    public bool PassesRed;

    /// <summary>Most bytes of an IP packet of its frames; 0 for no limit.</summary>
    public U14 Mtu;

    /// <summary>The MSS of its TCP SYN is held to what fits.</summary>
    public bool ClampsMss;

    /// <summary>Next hop, for InjectAction.Encapsulate.</summary>
    public U12 NextHop;

    /// <summary>Host queue, for InjectAction.Host.</summary>
    public U12 Queue;

    /// <summary>Bytes of metadata header in front of the Ethernet header: 0 or 32.</summary>
    public byte Strip;

    /// <summary>Bytes of the Ethernet frame.</summary>
    public U14 Length;

    /// <summary>Their sum (RFC 1071).</summary>
    public ushort Sum;

    /// <summary>The queue that names the tenant; an injected frame's is in its header.</summary>
    public static U12 PortOf(Window w, in TxMeta meta) =>
        meta.FromSlow ? (U12)w.U16(14) : meta.Queue;

    /// <summary>Who sent a frame, by the entry of its queue.</summary>
    public static Source Of(Window w, in TxMeta meta, in HostPort port)
    {
        Source s = default;
        s.KeepsTags = port.KeepsTags;
        s.DropsYellow = port.DropsYellow;
        s.PassesRed = port.PassesRed;
        s.Dscp = port.Dscp;
        s.Mtu = port.Mtu;
        s.ClampsMss = port.ClampsMss;
        int minimum = Protocol.EthernetBytes;
        if (meta.FromSlow)
        {
            minimum += SlowPort.HeaderBytes;
        }

        if (meta.Bad | meta.Oversize | (int)(uint)meta.Length < minimum)
        {
            s.Refused = Reasons.BadFrame;
            return s;
        }

        if (!meta.FromSlow)
        {
            s.Refused = port.Valid ? Reason.None : Reasons.UnknownPort;
            s.Tenant = port.Tenant;
            s.Vni = port.Vni;
            s.Length = meta.Length;
            s.Sum = meta.Sum;
            return s;
        }

        // The slow path is trusted to answer, not to name: a tenant is a bound (queue, tenant),
        // or nobody, for a frame of the gateway itself to the wire.
        s.Action = (InjectAction)(w.U8(1) & 3);
        s.Tenant = (U12)w.U16(4);
        s.Vni = port.Vni;
        s.NextHop = (U12)w.U16(12);
        s.Queue = (U12)w.U16(14);
        bool bound = port.Valid & port.Tenant == s.Tenant;
        bool own = s.Action == InjectAction.Wire & s.Tenant == (U12)0;
        bool understood = w.U8(0) == SlowPort.Version & w.U8(1) <= (byte)InjectAction.Host
            & w.U16(4) < 4096 & w.U16(12) < 4096 & w.U16(14) < 4096;
        s.Refused = understood & (bound | own) ? Reason.None : Reasons.BadInjection;
        s.Strip = SlowPort.HeaderBytes;
        s.Length = (U14)((uint)meta.Length - SlowPort.HeaderBytes);
        s.Sum = FrameSum.Without(meta.Sum, SlowPort.Sum(w));
        return s;
    }
}
