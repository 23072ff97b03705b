using SmartNic.Registers;
using SmartNic.Sim.Server;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>A board that is open, until it is lost or given back.</summary>
/// <param name="bar">Its registers.</param>
/// <param name="serve">
/// What runs beside the driver until it is cancelled: the slow path, where the board has a slow
/// port.
/// </param>
/// <param name="parts">Closed in this order.</param>
internal sealed class AttachedBoard(
    IBar bar,
    Func<SlowPathEngine, CancellationToken, Task> serve,
    params IDisposable?[] parts) : IDisposable
{
    private bool isClosed;

    /// <summary>Its registers.</summary>
    public IBar Bar => bar;

    /// <summary>Reads what passed its network devices; null where it has none.</summary>
    public Func<IReadOnlyList<PortStats>>? Devices { get; init; }

    /// <summary>Runs what is beside the driver.</summary>
    public Task ServeAsync(SlowPathEngine engine, CancellationToken stop) => serve(engine, stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        foreach (var part in parts)
        {
            part?.Dispose();
        }
    }
}
