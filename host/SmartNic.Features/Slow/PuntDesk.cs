using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Who is asked for each reason: handlers in the order in which their features registered them,
/// until one decides. The last one of a reason decides always.
/// </summary>
internal sealed class PuntDesk
{
    private readonly IPuntHandler[][] _handlers = new IPuntHandler[byte.MaxValue + 1][];

    /// <summary>Registers handlers.</summary>
    /// <exception cref="ArgumentException">One reason is said to have two sources.</exception>
    public PuntDesk(IEnumerable<IPuntHandler> handlers)
    {
        Array.Fill(_handlers, []);
        foreach (var handler in handlers)
        {
            foreach (var reason in handler.Reasons)
            {
                ref var row = ref _handlers[(byte)reason];
                if (row.Any(other => other.Source != handler.Source))
                {
                    throw new ArgumentException($"{reason} has two sources");
                }

                row = [.. row, handler];
            }
        }
    }

    /// <summary>The desk of today's features.</summary>
    public static PuntDesk Today { get; } = new(GatewayFeatures.PuntHandlers);

    /// <summary>Whose punts of a reason are; null when nobody takes them.</summary>
    public PuntSource? SourceOf(PuntReason reason) =>
        _handlers[(byte)reason] is [var first, ..] ? first.Source : null;

    /// <summary>Decides on a punt of a reason that somebody takes.</summary>
    /// <exception cref="InvalidOperationException">All left it to the next one.</exception>
    public PuntAnswer Answer(in Punt punt, SlowPathWorld world, Span<byte> reply)
    {
        foreach (var handler in _handlers[(byte)punt.Reason])
        {
            if (handler.Answer(punt, world, reply) is { } answer)
            {
                return answer;
            }
        }

        throw new InvalidOperationException($"nobody decides on punts for {punt.Reason}");
    }
}
