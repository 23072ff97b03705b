using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>The output captures, all of them or none; and what left the board, by port.</summary>
internal sealed class OutputSet(IReadOnlyList<(PortId Port, ReplayOutput Output)> outputs)
    : IDisposable
{
    private readonly Dictionary<PortId, ReplayOutput> byPort =
        outputs.ToDictionary(item => item.Port, item => item.Output);

    /// <summary>The port that a frame is written to: a tenant's frames are together, whatever the
    /// interface they came in on.</summary>
    public static PortId Key(PortId port) =>
        port.Kind == PortKind.Host ? port with { Interface = 0 } : port;

    /// <summary>True where a file was asked for.</summary>
    public bool Wants(PortId key) => byPort.ContainsKey(key);

    public void Write(PortId key, ulong timeNs, ReadOnlySpan<byte> frame) =>
        byPort[key].Write(timeNs, frame);

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
