using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using SmartNic.Driver;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Client;

/// <summary>
/// The client's end of the connection: posts messages, waits for answers, and collects what the
/// server pushes. Thread safe; a thread of its own receives. A server that breaks the protocol, or
/// is stuck, is a lost device: nothing that it sends is kept but the answer that is waited for.
/// </summary>
internal sealed class SocketLink : IDisposable
{
    // A board that simulates answers within milliseconds; one that is stuck does not.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    // Nobody is known to be there yet: a stranger's socket, or a board that is stopped.
    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly Action<byte[]> _pushed;
    private readonly Action<int> _taken;
    private readonly Lock _sending = new();
    private readonly Lock _asking = new();
    private readonly Lock _ending = new();
    private readonly MessageBuffer _received = new(Protocol.MaxBodyBytes);
    private readonly ManualResetEventSlim _answered = new();
    private readonly Thread _reader;
    private MessageType _expected;
    private ushort _id;
    private byte[]? _answer;

    private SocketLink(Socket socket, Action<byte[]> pushed, Action<int> taken)
    {
        _socket = socket;
        _pushed = pushed;
        _taken = taken;
        _reader = new Thread(Read) { IsBackground = true, Name = "board socket" };
        _reader.Start();
    }

    /// <summary>Why there is no connection any more; null while there is one.</summary>
    public string? Lost { get; private set; }

    /// <summary>Connects.</summary>
    /// <param name="path">Path of the server's socket.</param>
    /// <param name="pushed">Receives slow-port frames, and one empty frame at the end.</param>
    /// <param name="taken">Receives how many slow-port frames are not under way any more.</param>
    /// <exception cref="DeviceLostException">Nobody listens there.</exception>
    public static SocketLink Connect(string path, Action<byte[]> pushed, Action<int> taken)
    {
        // The time-out also bounds the wait for a place among those who wait to be accepted.
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            SendTimeout = (int)HelloTimeout.TotalMilliseconds,
        };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            socket.SendTimeout = (int)AnswerTimeout.TotalMilliseconds;
            return new SocketLink(socket, pushed, taken);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new DeviceLostException(
                $"no board on {path}: " + (e.SocketErrorCode is SocketError.WouldBlock
                    or SocketError.TimedOut ? "it does not answer"
                    : new SocketException((int)e.SocketErrorCode).Message), e);
        }
        catch (ArgumentException e)
        {
            socket.Dispose();
            throw new DeviceLostException(
                $"no board on {path}: the path is no path of a socket (empty, or more than "
                    + $"{SocketFile.MaxPathBytes} bytes)", e);
        }
    }

    /// <summary>Sends a message, and waits for its answer.</summary>
    /// <exception cref="DeviceLostException">The server is gone, refused, or is stuck.</exception>
    public byte[] Ask(MessageType type, ReadOnlySpan<byte> body)
    {
        lock (_asking)
        {
            bool isHello = type == MessageType.Hello;
            ushort id;
            lock (_ending)
            {
                id = ++_id;
                _answer = null;
                _expected = isHello ? MessageType.Hello : MessageType.Answer;
                if (Lost is null)
                {
                    _answered.Reset();
                }
            }

            Post(type, body, id);
            _answered.Wait(isHello ? HelloTimeout : AnswerTimeout);
            lock (_ending)
            {
                return _answer
                    ?? throw new DeviceLostException(Lost ?? "the board does not answer");
            }
        }
    }

    /// <summary>Sends a message.</summary>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public void Post(MessageType type, ReadOnlySpan<byte> body, ushort id = 0)
    {
        byte[] message = Protocol.Message(type, id, body);
        lock (_sending)
        {
            SendInTurn(message);
        }
    }

    /// <summary>Sends a message of at most 16 KiB, if that needs no waiting.</summary>
    /// <returns>False: another thread sends, or the socket has no room; nothing was sent.</returns>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public bool TryPost(MessageType type, ReadOnlySpan<byte> body)
    {
        if (!_sending.TryEnter())
        {
            return false;
        }

        try
        {
            // Linux calls a socket writable when three quarters of its buffer (208 KiB) are free.
            if (Lost is null && !_socket.Poll(0, SelectMode.SelectWrite))
            {
                return false;
            }

            SendInTurn(Protocol.Message(type, 0, body));
            return true;
        }
        catch (ObjectDisposedException e)
        {
            throw new DeviceLostException(Lost ?? "the board was closed", e);
        }
        finally
        {
            _sending.Exit();
        }
    }

    public void Dispose()
    {
        Lose("the board was closed");
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The other side closed first: there is nothing left to shut down.
        }

        _reader.Join();
        _socket.Dispose();
    }

    private void SendInTurn(byte[] message)
    {
        if (Lost is { } lost)
        {
            throw new DeviceLostException(lost);
        }

        try
        {
            for (int sent = 0; sent < message.Length;)
            {
                sent += _socket.Send(message.AsSpan(sent));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server may have said why before it closed: let the reader come to it.
            _reader.Join(TimeSpan.FromSeconds(1));
            Lose(e is SocketException { SocketErrorCode: SocketError.TimedOut }
                ? "the board does not answer: it takes no messages"
                : "the board's server is gone");
            throw new DeviceLostException(Lost!, e);
        }
    }

    private void Read()
    {
        try
        {
            int count;
            while ((count = _socket.Receive(_received.Free().Span)) > 0)
            {
                _received.Advance(count);
                while (_received.TryTake(out MessageType type, out ushort id, out var body))
                {
                    Take(type, id, body);
                }
            }

            Lose("the board's server closed the connection");
        }
        catch (Exception e) when (e is SocketException or InvalidDataException)
        {
            Lose("the board's server is gone, or is none: " + e.Message);
        }
    }

    private void Take(MessageType type, ushort id, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case MessageType.SlowReceive when
                body.Length is >= SlowHeader.LengthBytes and <= SlowGate.MaxFrameBytes:
                _pushed(body.ToArray());
                break;
            case MessageType.SlowTaken when body.Length == sizeof(uint):
                _taken((int)BinaryPrimitives.ReadUInt32LittleEndian(body));
                break;
            case MessageType.Error:
                Lose("board: " + Encoding.UTF8.GetString(
                    body[..Math.Min(body.Length, Protocol.MaxErrorBytes)]));
                break;
            case MessageType.Answer or MessageType.Hello:
                Take(type, id, body.ToArray());
                break;
            default:
                throw new InvalidDataException(
                    $"it sends a message of type {(ushort)type} with {body.Length} bytes");
        }
    }

    private void Take(MessageType type, ushort id, byte[] answer)
    {
        lock (_ending)
        {
            // The answer to a question that was given up may still come: nobody waits for it.
            if (id == _id && type == _expected)
            {
                _answer = answer;
                _answered.Set();
            }
        }
    }

    /// <summary>Ends the connection; the first reason stays.</summary>
    private void Lose(string why)
    {
        lock (_ending)
        {
            if (Lost is not null)
            {
                return;
            }

            Lost = why;
            _answered.Set();
        }

        _pushed([]);
    }
}
