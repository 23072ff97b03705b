namespace SmartNic.SlowPath;

/// <summary>Answers a tenant's ARP requests and neighbour solicitations from its configured
/// neighbours.</summary>
internal static class TenantResponder
{
    /// <summary>Answers a frame of a tenant.</summary>
    /// <returns>What was answered, and the answer of <paramref name="length"/> bytes; or null:
    /// the frame is none of ours and travels on like every other broadcast.</returns>
    public static SlowPathOutcome? Answer(
        ReadOnlySpan<byte> frame, SlowPathTenant tenant, Span<byte> reply, out int length)
    {
        length = 0;
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

            length = arp.WriteReply(reply, mac);
            return SlowPathOutcome.ArpAnswered;
        }

        if (!NeighbourSolicitation.TryRead(frame, out NeighbourSolicitation solicitation)
            || !Address.IsStation(solicitation.SourceMac)
            || !tenant.Neighbours6.TryGetValue(solicitation.Target, out ulong mac6)
            || mac6 == solicitation.SourceMac)
        {
            return null;
        }

        length = solicitation.WriteAdvertisement(reply, mac6);
        return SlowPathOutcome.NeighbourAnswered;
    }
}
