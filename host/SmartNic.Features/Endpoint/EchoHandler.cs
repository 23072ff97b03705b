using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Answers the wire's pings to local endpoints.</summary>
internal sealed class EchoHandler : IPuntHandler
{
    /// <inheritdoc/>
    public PuntSource Source => PuntSource.Wire;

    /// <inheritdoc/>
    public IReadOnlyList<PuntReason> Reasons { get; } = [PuntReason.WirePing];

    /// <inheritdoc/>
    public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply)
    {
        var outcome = punt.Frame[12] == FrameFields.TypeIpv4 >> 8
            ? EchoResponder.Answer4(punt.Frame, world, punt.Interface, reply, out int length)
            : EchoResponder.Answer6(punt.Frame, world, punt.Interface, reply, out length);
        return PuntAnswer.ToWire(outcome, length) with { IsBulk = true };
    }
}
