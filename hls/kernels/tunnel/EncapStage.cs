using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Starts the tunnel to the next hop.</summary>
public static class EncapStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="nextHop">Remote tunnel endpoints.</param>
    [Stage]
    public static void Run(ref TxPacket p, Table<NextHop> nextHop)
    {
        if (!p.IsOpen)
        {
            return;
        }

        bool resolved = p.Source.Action == InjectAction.Encapsulate;
        NextHop via = nextHop.Read(Generation.Bank(
            p.Meta.Gen, resolved ? p.Source.NextHop : p.Hit.Value.NextHop));
        bool bare = via.IsBare;
        U14 length = bare ? p.Inner.IpBytes : p.Source.Length;
        if (!via.Valid | (!resolved & !p.Hit.Found))
        {
            p.Drop(Reasons.NoRoute);
            return;
        }

        if (bare & !p.Inner.IsBare)
        {
            p.Drop(Reasons.NotIp);
            return;
        }

        if (length > (U14)(Protocol.MaxFrameBytes - (int)(uint)via.HeaderBytes))
        {
            p.Drop(Reasons.Oversize);
            return;
        }

        if (MtuStage.Exceeds((U17)length, via.Mtu))
        {
            p.Drop(Reasons.MtuExceeded);
            return;
        }

        Verdict v = default;
        v.Reason = p.Color == (U2)(byte)MeterColor.Red ? Reasons.Red
            : p.Color == (U2)(byte)MeterColor.Yellow ? Reasons.Yellow
            : Reasons.Wire;
        v.Dest = (U2)(byte)Destination.Wire;
        v.Tenant = p.Source.Tenant;
        v.Resume = (byte)(p.Source.Strip + (bare ? Protocol.EthernetBytes : 0));
        v.Length = length;
        v.CountBytes = p.Source.Length;
        TunnelStart start = default;
        start.Vni = p.Source.Vni;
        start.Length = length;
        start.Inner6 = p.Inner.IsIp6;
        start.Sum = p.Source.Sum;
        start.IpSum = p.Inner.IpSum;
        start.Ecn = p.Inner.Ecn;
        start.Dscp = p.Source.Dscp.Outer(p.Inner, via.Dscp);
        start.Entropy = p.Inner.Entropy;
        start.Build(ref v, via);
        p.Decide(v);
    }
}
