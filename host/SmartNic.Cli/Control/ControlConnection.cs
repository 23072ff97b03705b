using System.Net.Sockets;

namespace SmartNic.Cli.Control;

/// <summary>One client's connection, as <see cref="ControlAdmission"/> knows it.</summary>
/// <param name="socket">Its end here.</param>
/// <param name="peer">Process at the other end.</param>
internal sealed class ControlConnection(Socket socket, int peer) : IDisposable
{
    private readonly CancellationTokenSource evicted = new();

    public Socket Socket => socket;

    /// <summary>Process at the other end; all its connections share what one process gets.
    /// </summary>
    public int Peer => peer;

    /// <summary>Cancelled when the connection has to make room.</summary>
    public CancellationToken Evicted => evicted.Token;

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
        socket.Dispose();
        evicted.Dispose();
    }
}
