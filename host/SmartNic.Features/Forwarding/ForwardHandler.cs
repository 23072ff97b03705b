using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Sends a tenant's frame on: to the remote that its destination is behind, by the kernel's own
/// look-up, or to all flood remotes.
/// </summary>
internal sealed class ForwardHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Tenant;

    /// <inheritdoc/>
    public IReadOnlyList<PuntReason> Reasons { get; } =
    [
        PuntReason.Arp, PuntReason.Neighbour, PuntReason.Broadcast, PuntReason.Multicast,
        PuntReason.UnknownUnicast, PuntReason.TooBig, PuntReason.TcpMss,
    ];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply) =>
        WayOf(punt, world);

    /// <summary>Where a tenant's frame goes.</summary>
    public static PuntAnswer WayOf(in Punt punt, SlowPathWorld world)
    {
        // The reason is what hardware saw; the table may have learned the address since.
        var tenant = punt.Tenant!;
        if (world.Forwarding.TryFind(
            tenant.Index, Address.ReadMac(punt.Frame), out ushort nextHop))
        {
            return new PuntAnswer(SlowPathOutcome.Forwarded, PuntWay.Forward)
            {
                NextHop = nextHop,
            };
        }

        return tenant.Flood.Count == 0
            ? PuntAnswer.Nothing(SlowPathOutcome.NoRemotes)
            : new PuntAnswer(SlowPathOutcome.Replicated, PuntWay.Flood);
    }
}
