using SmartNic.Kernels;

namespace SmartNic.SlowPath;

/// <summary>Answers the wire for the local endpoints: ARP, neighbour solicitation, ping.</summary>
/// <remarks>The reason says what hardware took the frame for; it is read again from the bytes, and
/// whatever does not hold is refused with its own outcome.</remarks>
internal static class WireResponder
{
    /// <summary>Answers one frame.</summary>
    /// <returns>The outcome; the answer has <paramref name="length"/> bytes, 0 when there is
    /// none.</returns>
    public static SlowPathOutcome Answer(
        PuntReason reason, ReadOnlySpan<byte> frame, SlowPathWorld world, byte @interface,
        Span<byte> reply, out int length)
    {
        switch (reason)
        {
            case PuntReason.WireArp:
                return AnswerArp(frame, world, @interface, reply, out length);
            case PuntReason.WireNeighbour:
                return AnswerNeighbour(frame, world, @interface, reply, out length);
            default:
                return frame[12] == FrameFields.TypeIpv4 >> 8
                    ? EchoResponder.Answer4(frame, world, @interface, reply, out length)
                    : EchoResponder.Answer6(frame, world, @interface, reply, out length);
        }
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
