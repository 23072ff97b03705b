using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Decides on a tenant's IP that is too long for its way, or invites what would be. What fits, and
/// what is no IP, is the next handler's.
/// </summary>
internal sealed class MtuHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Tenant;

    /// <summary>Also what hardware has found no way for: the ways are the flood remotes then.
    /// </summary>
    public IReadOnlyList<PuntReason> Reasons { get; } =
    [
        PuntReason.TooBig, PuntReason.TcpMss, PuntReason.UnknownUnicast, PuntReason.Multicast,
        PuntReason.Broadcast,
    ];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply)
    {
        var frame = punt.Frame;
        var tenant = punt.Tenant!;
        var way = ForwardHandler.WayOf(punt, world);
        if (way.Way == PuntWay.None)
        {
            return null;
        }

        if (!IpPacket.TryRead(frame, out var packet))
        {
            // Too long, and with a header that is not right (RFC 1812 section 5.2.2).
            return punt.Reason == PuntReason.TooBig
                ? PuntAnswer.Nothing(SlowPathOutcome.MtuSilent) : null;
        }

        var mtu = Most(world, tenant, way, packet.LinkBytes);
        if (packet.Bytes.Length > mtu)
        {
            return TooBig(frame, packet, mtu, way, reply);
        }

        // What hardware took for too long may be bytes behind the packet: those stay here.
        var length = packet.LinkBytes + packet.Bytes.Length;
        var option = tenant.ClampsMss ? MssClamp.Find(packet, mtu) : 0;
        if (option == 0 && frame.Length - packet.LinkBytes <= mtu)
        {
            return null;
        }

        frame[..length].CopyTo(reply);
        if (option != 0)
        {
            MssClamp.Write(
                reply[(packet.LinkBytes + packet.HeaderBytes)..length], option, packet, mtu);
            way = way with { Outcome = SlowPathOutcome.MssClamped };
        }

        return way with { Length = length };
    }

    private static PuntAnswer TooBig(
        ReadOnlySpan<byte> frame, in IpPacket packet, int mtu, in PuntAnswer way, Span<byte> reply)
    {
        if (packet.IsWhole)
        {
            return TooBigMessage.IsAllowed(frame, packet)
                ? PuntAnswer.ToHost(SlowPathOutcome.MtuAnswered,
                    TooBigMessage.Write(reply, frame, packet, mtu))
                : PuntAnswer.Nothing(SlowPathOutcome.MtuSilent);
        }

        var length = Ipv4Fragments.Write(reply, frame, packet, mtu, out var pieces);
        return pieces == 0
            ? PuntAnswer.Nothing(SlowPathOutcome.MtuSilent)
            : way with
            {
                Outcome = SlowPathOutcome.Fragmented, Length = length, Pieces = pieces,
            };
    }

    /// <summary>Longest IP packet that goes all the ways of a frame.</summary>
    private static int Most(
        SlowPathWorld world, SlowPathTenant tenant, in PuntAnswer way, int linkBytes)
    {
        var most = tenant.Mtu == 0 ? int.MaxValue : tenant.Mtu;
        if (way.Way == PuntWay.Forward)
        {
            return Math.Min(most, world.MostOf(way.NextHop, linkBytes));
        }

        foreach (var hop in tenant.Flood)
        {
            most = Math.Min(most, world.MostOf(hop, linkBytes));
        }

        return most;
    }
}
