using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Finds who sent a frame towards the wire.</summary>
public static class SourceStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its source is known afterwards.</param>
    /// <param name="frame">At the metadata header of an injected frame, else at Ethernet.</param>
    /// <param name="port">Tenants by host queue.</param>
    [Stage]
    public static void Run(ref TxPacket p, Window frame, Table<HostPort> port)
    {
        if (!p.IsOpen)
        {
            return;
        }

        HostPort sender = port.Read(
            Generation.Bank(p.Meta.Gen, Source.PortOf(frame, p.Meta)));
        Source source = Source.Of(frame, p.Meta, sender);
        p.Source = source;
        if (source.Refused != Reason.None)
        {
            p.Drop(source.Refused, (U12)0, p.Meta.Length);
        }
    }
}
