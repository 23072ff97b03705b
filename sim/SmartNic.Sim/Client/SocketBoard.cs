using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text.Json;
using SmartNic.Driver;
using SmartNic.Registers;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Client;

/// <summary>A board in another process, reached by its Unix socket. Thread safe.</summary>
public sealed class SocketBoard : IBoard, IBar, ISlowPort
{
    // More than a burst of one round of the server's TAP devices.
    private const int MaxSlowFrames = 4096;
    private const int WordsPerMessage = 4096;

    private readonly ConcurrentQueue<byte[]> _slow = new();
    private readonly AutoResetEvent _slowArrived = new(false);
    private readonly SocketLink _link;
    private long _slowLost;
    private int _slowRoom;

    private SocketBoard(string socketPath) =>
        _link = SocketLink.Connect(socketPath, Pushed, n => Interlocked.Add(ref _slowRoom, n));

    /// <inheritdoc/>
    public IBar Bar => this;

    /// <inheritdoc/>
    public ISlowPort Slow => this;

    /// <summary>Slow-port frames that nobody took in time.</summary>
    public long LostFrames => Interlocked.Read(ref _slowLost);

    /// <summary>Connects to the server of a board, as its only client.</summary>
    /// <param name="socketPath">Path of its socket.</param>
    /// <exception cref="DeviceLostException">
    /// Nobody listens there, it has an owner already, or it was built from another register spec.
    /// </exception>
    public static SocketBoard Connect(string socketPath)
    {
        SocketBoard board = new(socketPath);
        try
        {
            byte[] hello =
                board._link.Ask(MessageType.Hello, Protocol.Hello(RegisterSpecHash.Value));
            string? wrong = Protocol.CheckHello(hello, RegisterSpecHash.Value);
            Interlocked.Add(ref board._slowRoom, wrong is null ? Protocol.SlowWindow(hello) : 0);
            return wrong is null ? board : throw new DeviceLostException($"board: {wrong}");
        }
        catch (DeviceLostException)
        {
            board.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public uint Read32(uint offset)
    {
        Span<uint> word = stackalloc uint[1];
        Exchange([BarAccess.Read(offset)], word);
        return word[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
    {
        while (!accesses.IsEmpty)
        {
            int count = Math.Min(accesses.Length, Protocol.MaxAccesses);
            byte[] request = Protocol.Exchange(accesses[..count], out int reads);
            byte[] answer = _link.Ask(MessageType.Exchange, request);
            if (answer.Length != sizeof(uint) * reads)
            {
                throw new DeviceLostException(
                    $"the board's server answers {reads} reads with {answer.Length} bytes");
            }

            for (int n = 0; n < reads; n++)
            {
                words[n] = BinaryPrimitives.ReadUInt32LittleEndian(
                    answer.AsSpan(sizeof(uint) * n));
            }

            accesses = accesses[count..];
            words = words[reads..];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public void Write32(uint offset, uint value) => WriteBlock(offset, [value]);

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        byte[] body = new byte[sizeof(uint) * (1 + Math.Min(words.Length, WordsPerMessage))];
        while (!words.IsEmpty)
        {
            int count = Math.Min(words.Length, WordsPerMessage);
            BinaryPrimitives.WriteUInt32LittleEndian(body, offset);
            for (int n = 0; n < count; n++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(
                    body.AsSpan(sizeof(uint) * (n + 1)), words[n]);
            }

            _link.Post(MessageType.Write, body.AsSpan(0, sizeof(uint) * (count + 1)));
            offset += (uint)count * sizeof(uint);
            words = words[count..];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone, and no frame waits.</exception>
    public bool TryReceive(Span<byte> buffer, out int length)
    {
        length = 0;
        if (!_slow.TryDequeue(out byte[]? frame))
        {
            return _link.Lost is null ? false : throw new DeviceLostException(_link.Lost);
        }

        frame.CopyTo(buffer);
        length = frame.Length;
        return true;
    }

    /// <summary>Waits until a slow-port frame is there, or the server is gone.</summary>
    /// <returns>False after the time.</returns>
    public bool WaitForFrame(TimeSpan timeout) => !_slow.IsEmpty || _slowArrived.WaitOne(timeout);

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (Interlocked.Decrement(ref _slowRoom) >= 0
            && _link.TryPost(MessageType.SlowSend, frame))
        {
            return true;
        }

        Interlocked.Increment(ref _slowRoom);
        return _link.Lost is null ? false : throw new DeviceLostException(_link.Lost);
    }

    /// <summary>What passed between the board and its TAP devices.</summary>
    /// <exception cref="DeviceLostException">The server is gone.</exception>
    public BoardStats ReadStats()
    {
        byte[] answer = _link.Ask(MessageType.Stats, []);
        try
        {
            return JsonSerializer.Deserialize(answer, BoardStatsJson.Default.BoardStats)
                ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new DeviceLostException($"the board's statistics: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private void Pushed(byte[] frame)
    {
        if (frame.Length == 0)
        {
            _slowArrived.Set();
        }
        else if (_slow.Count >= MaxSlowFrames)
        {
            Interlocked.Increment(ref _slowLost);
        }
        else
        {
            _slow.Enqueue(frame);
            _slowArrived.Set();
        }
    }
}
