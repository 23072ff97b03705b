using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Answers a tenant's ARP requests and neighbour solicitations from its configured
/// neighbours; any other frame travels on like every other broadcast.</summary>
internal sealed class NeighbourHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Tenant;

    /// <summary>All of a tenant: what asks is told by its bytes, not by what hardware saw.
    /// </summary>
    public IReadOnlyList<PuntReason> Reasons { get; } =
    [
        PuntReason.Arp, PuntReason.Neighbour, PuntReason.Broadcast, PuntReason.Multicast,
        PuntReason.UnknownUnicast,
    ];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply)
    {
        ReadOnlySpan<byte> frame = punt.Frame;
        SlowPathTenant tenant = punt.Tenant!;
        if (ArpRequest.TryRead(frame, out ArpRequest arp))
        {
            // An announcement wants no answer, and nobody is told its own address: it would take
            // that for a conflict (RFC 5227 section 2.1.1).
            if (arp.IsGratuitous || !Address.IsStation(arp.SenderMac)
                || !tenant.Neighbours.TryGetValue(arp.TargetIp, out ulong mac)
                || mac == arp.SenderMac)
            {
                return null;
            }

            return PuntAnswer.ToHost(
                SlowPathOutcome.ArpAnswered, arp.WriteReply(reply, mac));
        }

        if (!NeighbourSolicitation.TryRead(frame, out NeighbourSolicitation solicitation)
            || !Address.IsStation(solicitation.SourceMac)
            || !tenant.Neighbours6.TryGetValue(solicitation.Target, out ulong mac6)
            || mac6 == solicitation.SourceMac)
        {
            return null;
        }

        return PuntAnswer.ToHost(
            SlowPathOutcome.NeighbourAnswered, solicitation.WriteAdvertisement(reply, mac6));
    }
}
