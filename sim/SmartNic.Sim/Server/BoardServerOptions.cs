namespace SmartNic.Sim.Server;

/// <summary>How a board is served.</summary>
public sealed record BoardServerOptions
{
    /// <summary>Path of the Unix socket; only a socket without a listener is replaced.</summary>
    public required string SocketPath { get; init; }

    /// <summary>
    /// Ports with TAP devices. Frames that leave elsewhere are lost, and counted.
    /// </summary>
    public IReadOnlyList<DevicePort> Taps { get; init; } = [];

    /// <summary>Ports whose devices are open already; the server closes them.</summary>
    public IReadOnlyList<IBoardPort> Ports { get; init; } = [];

    /// <summary>Frames that wait in front of the board, per TAP device; more are lost, and counted.
    /// </summary>
    public int QueueFrames { get; init; } = 1024;

    /// <summary>What clients may cost.</summary>
    public SocketLimits Limits { get; init; } = new();

    /// <summary>The present time in nanoseconds; null for CLOCK_MONOTONIC.</summary>
    public Func<ulong>? NowNs { get; init; }

    /// <summary>Called once when clients can connect and the devices are there.</summary>
    public Action? Ready { get; init; }
}
