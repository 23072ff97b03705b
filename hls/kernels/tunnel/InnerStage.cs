using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Reads the front of what the tunnel carries.</summary>
public static class InnerStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its inner front is known afterwards.</param>
    [Stage]
    public static void Run(ref RxPacket p)
    {
        if (!p.IsOpen)
        {
            return;
        }

        InnerHead inner = p.Outer.Inner.Read(p.Outer.Carries, (int)(uint)p.Outer.InnerLength);
        p.Outer.Inner = inner;
        if (inner.Refused != Reason.None)
        {
            p.Drop(inner.Refused, p.Tenant, p.Outer.InnerLength);
            return;
        }

        if (inner.IsBare)
        {
            p.Outer.InnerLength = (U14)(uint)(Protocol.EthernetBytes + inner.IpBytes);
        }
    }
}
