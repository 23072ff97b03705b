using System.Net.Sockets;

namespace SmartNic.Sim.Server;

/// <summary>
/// The server's end of a connection: never blocks, and bounds what waits to be sent. A client that
/// does not read is not served until it does, and slow-port frames to it are lost.
/// </summary>
internal sealed class ClientLink : IDisposable
{
    private const int MaxWaitingBytes = 4 << 20;

    // What an array and its place in the queue take beside the message, so that small ones count.
    private const int MessageOverheadBytes = 48;

    // Some hundred register writes: the ports are served in between.
    private const int ReceiveBytes = 8 * 1024;

    private readonly Socket _socket;
    private readonly MessageBuffer _received = new(Protocol.MaxRequestBytes);
    private readonly Queue<byte[]> _waiting = new();
    private int _sentOfFirst;
    private int _waitingBytes;

    public ClientLink(Socket socket)
    {
        _socket = socket;
        _socket.Blocking = false;
    }

    public int Descriptor => (int)_socket.SafeHandle.DangerousGetHandle();

    public bool WantsToSend => _waiting.Count > 0;

    /// <summary>Whether so much waits to be sent that nothing more is to be asked.</summary>
    public bool IsFull => _waitingBytes >= MaxWaitingBytes;

    /// <summary>Process at the other side; 0 where it is not known.</summary>
    public int ProcessId => PeerProcess.Of(_socket);

    /// <summary>Whether the other side has closed; what it sent before may still be here.
    /// </summary>
    public unsafe bool HasLeft
    {
        get
        {
            LinuxCalls.PollEntry entry = new() { File = Descriptor };
            LinuxCalls.Poll(&entry, 1, 0);
            return (entry.Returned & LinuxCalls.PollHangUp) != 0;
        }
    }

    /// <summary>Whether the handshake is done.</summary>
    public bool Greeted { get; set; }

    /// <summary>Receives what is there.</summary>
    /// <returns>False when the other side is gone.</returns>
    public bool Receive()
    {
        Memory<byte> free = _received.Free();
        int count = _socket.Receive(
            free.Span[..Math.Min(free.Length, ReceiveBytes)],
            SocketFlags.None,
            out SocketError error);
        if (error == SocketError.WouldBlock)
        {
            return true;
        }

        if (error != SocketError.Success || count == 0)
        {
            return false;
        }

        _received.Advance(count);
        return true;
    }

    /// <summary>The next whole message.</summary>
    public bool TryTake(out MessageType type, out ushort id, out ReadOnlySpan<byte> body) =>
        _received.TryTake(out type, out id, out body);

    /// <summary>Sends, or keeps it for later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mayBeLost">True: not kept when too much waits already.</param>
    /// <returns>False when it was lost.</returns>
    public bool Send(byte[] message, bool mayBeLost = false)
    {
        if (mayBeLost && _waitingBytes + message.Length > MaxWaitingBytes)
        {
            return false;
        }

        _waiting.Enqueue(message);
        _waitingBytes += message.Length + MessageOverheadBytes;
        return true;
    }

    /// <summary>Forgets what waits: nobody is there to read it.</summary>
    public void Discard()
    {
        _waiting.Clear();
        _waitingBytes = 0;
        _sentOfFirst = 0;
    }

    /// <summary>Sends what waits, as far as the socket takes it.</summary>
    /// <returns>False when the other side is gone.</returns>
    public bool Flush()
    {
        while (_waiting.TryPeek(out byte[]? message))
        {
            int count = _socket.Send(
                message.AsSpan(_sentOfFirst), SocketFlags.None, out SocketError error);
            if (error == SocketError.WouldBlock)
            {
                return true;
            }

            if (error != SocketError.Success)
            {
                return false;
            }

            _sentOfFirst += count;
            if (_sentOfFirst == message.Length)
            {
                _waiting.Dequeue();
                _waitingBytes -= message.Length + MessageOverheadBytes;
                _sentOfFirst = 0;
            }
        }

        return true;
    }

    public void Dispose() => _socket.Dispose();
}
