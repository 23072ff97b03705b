using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Counts control messages of tunnels to local endpoints (RFC 8926 section 3.4): no protocol of
/// them is spoken here, and none of them may reach a tenant.
/// </summary>
internal sealed class ControlHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Wire;

    /// <inheritdoc/>
    public IReadOnlyList<PuntReason> Reasons { get; } = [PuntReason.WireControl];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply) =>
        PuntAnswer.Nothing(SlowPathOutcome.TunnelControl);
}
