using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Who sent a frame towards the wire, and at which stage it goes on.</summary>
public struct Source
{
    /// <summary>TxSlot.Wire, or the reason to drop.</summary>
    public TxSlot Slot;

    /// <summary>Where an injected frame goes on; Lookup for frames of tenants.</summary>
    public InjectAction Action;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>The tenant's VNI.</summary>
    public U24 Vni;

    /// <summary>Next hop, for InjectAction.Encapsulate.</summary>
    public U12 NextHop;

    /// <summary>Host queue, for InjectAction.Host.</summary>
    public U12 Queue;

    /// <summary>Bytes of metadata header in front of the Ethernet header: 0 or 32.</summary>
    public byte Strip;

    /// <summary>Bytes of the Ethernet frame.</summary>
    public U14 Length;

    /// <summary>Tenant by queue, or by the metadata header for the slow path.</summary>
    public static Source Of(Window w, in TxMeta meta, in HostPort port)
    {
        Source s = default;
        int minimum = Protocol.EthernetBytes;
        if (meta.FromSlow)
        {
            minimum += SlowPort.HeaderBytes;
        }

        if (meta.Bad | meta.Oversize | (int)(uint)meta.Length < minimum)
        {
            s.Slot = TxSlot.BadFrame;
            return s;
        }

        if (!meta.FromSlow)
        {
            s.Slot = port.Valid ? TxSlot.Wire : TxSlot.UnknownPort;
            s.Tenant = port.Tenant;
            s.Vni = port.Vni;
            s.Length = meta.Length;
            return s;
        }

        bool understood = w.U8(0) == SlowPort.Version & w.U8(1) <= (byte)InjectAction.Host;
        s.Slot = understood ? TxSlot.Wire : TxSlot.BadInjection;
        s.Action = (InjectAction)(w.U8(1) & 3);
        s.Tenant = (U12)w.U16(4);
        s.Vni = (U24)w.U32(8);
        s.NextHop = (U12)w.U16(12);
        s.Queue = (U12)w.U16(14);
        s.Strip = SlowPort.HeaderBytes;
        s.Length = (U14)((uint)meta.Length - SlowPort.HeaderBytes);
        return s;
    }
}
