using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Tells the wire where the local endpoints are: ARP, neighbour solicitation.</summary>
/// <remarks>The reason says what hardware took the frame for; it is read again from the bytes, and
/// whatever does not hold is refused with its own outcome.</remarks>
internal sealed class EndpointHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Wire;

    /// <inheritdoc/>
    public IReadOnlyList<PuntReason> Reasons { get; } =
        [PuntReason.WireArp, PuntReason.WireNeighbour];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply)
    {
        var outcome = punt.Reason == PuntReason.WireArp
            ? AnswerArp(punt.Frame, world, punt.Interface, reply, out int length)
            : AnswerNeighbour(punt.Frame, world, punt.Interface, reply, out length);
        return PuntAnswer.ToWire(outcome, length);
    }

    private static SlowPathOutcome AnswerArp(
        ReadOnlySpan<byte> frame, SlowPathWorld world, byte @interface, Span<byte> reply,
        out int length)
    {
        length = 0;
        if (!ArpRequest.TryRead(frame, out ArpRequest arp))
        {
            return SlowPathOutcome.Malformed;
        }

        if (world.FindEndpoint(@interface, arp.TargetIp) is not { } endpoint)
        {
            return SlowPathOutcome.Foreign;
        }

        if (arp.IsGratuitous || arp.SenderMac == endpoint.Mac)
        {
            return SlowPathOutcome.Gratuitous;
        }

        // A probe has no sender address yet, and deserves to know that the address is taken.
        if (!Address.IsStation(arp.SenderMac)
            || (arp.SenderIp != 0 && !Address.IsHost(arp.SenderIp)))
        {
            return SlowPathOutcome.BadSource;
        }

        length = arp.WriteReply(reply, endpoint.Mac);
        return SlowPathOutcome.ArpAnswered;
    }

    private static SlowPathOutcome AnswerNeighbour(
        ReadOnlySpan<byte> frame, SlowPathWorld world, byte @interface, Span<byte> reply,
        out int length)
    {
        length = 0;
        if (!NeighbourSolicitation.TryRead(frame, out NeighbourSolicitation solicitation))
        {
            return SlowPathOutcome.Malformed;
        }

        if (world.FindEndpoint(@interface, solicitation.Target) is not { } endpoint)
        {
            return SlowPathOutcome.Foreign;
        }

        if (solicitation.SourceMac == endpoint.Mac)
        {
            return SlowPathOutcome.Gratuitous;
        }

        if (!Address.IsStation(solicitation.SourceMac))
        {
            return SlowPathOutcome.BadSource;
        }

        length = solicitation.WriteAdvertisement(reply, endpoint.Mac);
        return SlowPathOutcome.NeighbourAnswered;
    }
}
