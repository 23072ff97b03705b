using System.Net.Sockets;

namespace SmartNic.Cli.Control;

/// <summary>One client's connection, as <see cref="ControlAdmission"/> knows it.</summary>
internal sealed class ControlConnection : IDisposable
{
    private readonly CancellationTokenSource evicted = new();

    /// <param name="socket">Its end here.</param>
    /// <param name="peer">Process at the other end.</param>
    public ControlConnection(Socket socket, int peer) =>
        (Socket, Peer, Evicted) = (socket, peer, evicted.Token);

    public Socket Socket { get; }

    /// <summary>Process at the other end; all its connections share what one process gets.
    /// </summary>
    public int Peer { get; }

    /// <summary>Cancelled when the connection has to make room; may be asked after the end.
    /// </summary>
    public CancellationToken Evicted { get; }

    /// <summary>Whether its request is being done; otherwise the client is waited for.</summary>
    public bool IsWorking { get; set; }

    /// <summary>Since when the client is waited for, in ms of the system's uptime.</summary>
    public long WaitingSinceMs { get; set; } = Environment.TickCount64;

    /// <summary>Bytes of request and answer that are held for it.</summary>
    public long Bytes { get; set; }

    /// <summary>Makes it end.</summary>
    public void Evict() => evicted.CancelAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        Socket.Dispose();
        evicted.Dispose();
    }
}
