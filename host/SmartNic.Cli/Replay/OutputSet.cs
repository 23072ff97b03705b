using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>The output captures, all of them or none; and what left the board, by port.</summary>
internal sealed class OutputSet(IReadOnlyList<(PortId Port, ReplayOutput Output)> outputs)
    : IDisposable
{
    private readonly Dictionary<PortId, ReplayOutput> byPort =
        outputs.ToDictionary(item => item.Port, item => item.Output);

    private bool hasLast;
    private PortId lastKey;
    private ReplayOutput? lastOutput;

    /// <summary>The port that a frame is written to: a tenant's frames are together, whatever the
    /// interface they came in on.</summary>
    public static PortId Key(PortId port) =>
        port.Kind == PortKind.Host ? port with { Interface = 0 } : port;

    /// <summary>The file of a port; null where none was asked for.</summary>
    public ReplayOutput? Find(PortId key)
    {
        // Frames of one port come in runs.
        if (!hasLast || key != lastKey)
        {
            (hasLast, lastKey, lastOutput) = (true, key, byPort.GetValueOrDefault(key));
        }

        return lastOutput;
    }

    /// <summary>Puts all files in their places, after all of them were written whole.</summary>
    public void Commit()
    {
        foreach (var (_, output) in outputs)
        {
            output.Finish();
        }

        foreach (var (_, output) in outputs)
        {
            output.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, output) in outputs)
        {
            output.Dispose();
        }
    }
}
